/** A stretch of a cue's text with the voice it is given, null when it has none. */
export interface Said {
  readonly voice: string | null
  readonly words: string
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}

/**
 * Splits a line of a cue at its voices (`<v Name>`), strips every other tag and decodes entities.
 *
 * @param line a line of a cue
 * @param voice the voice still open from the line before
 * @example
 * cueText('<v.loud Anna>Hi <i>there</i></v>', null) //=> [{ voice: 'Anna', words: 'Hi there' }]
 */
export function cueText(line: string, voice: string | null): readonly Said[] {
  const said: Said[] = []
  let current = voice
  let words = ''
  let at = 0
  for (const tag of line.matchAll(/<[^<>]*>|\{\\[^{}]*\}/gu)) {
    if (!isTag(tag[0])) continue
    words += line.slice(at, tag.index)
    at = tag.index + tag[0].length
    const name = /^<v(?:\.[^\s<>]*)?\s([^<>]*)>$/u.exec(tag[0])?.[1]
    if (name === undefined && tag[0] !== '</v>') continue
    keep()
    current = name === undefined ? null : oneSpace(decode(name)) || null
  }
  words += line.slice(at)
  keep()
  return said

  function keep(): void {
    const clean = oneSpace(decode(words))
    if (clean !== '') said.push({ voice: current, words: clean })
    words = ''
  }
}

/** `<i>`, `</c>`, `<00:00:01.000>`, `{\an8}`; not `< 5 >`. */
function isTag(tag: string): boolean {
  return /^<\/?\p{L}|^<\/>|^<\d|^\{\\/u.test(tag)
}

/** Decoded once: `&amp;lt;` is the text `&lt;`. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/gu, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

function oneSpace(text: string): string {
  return text
    .split(/[ \t]/u)
    .filter(word => word !== '')
    .join(' ')
}
