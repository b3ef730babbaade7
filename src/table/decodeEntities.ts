import { bareEntities, entities } from './entities.js'

/**
 * Reads character references as a browser does; one it does not know stays as it is.
 * `place` is where the text stands: in an attribute a name without semicolon counts less often. `text` unless given.
 *
 * @example
 * decodeEntities('Ren&eacute; &#38; Jos&#xE9;')
 * //=> 'René & José'
 */
export function decodeEntities(text: string, place: 'text' | 'attribute' = 'text'): string {
  if (!text.includes('&')) return text
  return text.replace(reference, (found, hex?: string, decimal?: string, name?: string, end?: string, at?: number) => {
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16))
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10))
    const next = place === 'attribute' ? text.charAt((at ?? 0) + found.length) : ''
    return readName(name ?? '', end ?? '', place, next) ?? found
  })
}

const reference = /&(?:#[xX]([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z][a-zA-Z0-9]*))(;?)/gu

function readName(name: string, end: string, place: 'text' | 'attribute', next: string): string | null {
  if (end === ';' && entities.has(name)) return entities.get(name)!
  for (let length = Math.min(name.length, longestBare); length >= 2; length -= 1) {
    const start = name.slice(0, length)
    if (!bareEntities.has(start)) continue
    const rest = name.slice(length) + end
    if (place === 'attribute' && (/^[a-zA-Z0-9]/u.test(rest) || (rest === '' && next === '='))) return null
    return entities.get(start)! + rest
  }
  return null
}

const longestBare = 6

function characterOf(point: number): string {
  if (point >= 0x80 && point <= 0x9f) return windows1252[point - 0x80]!
  const lost = point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
  return lost ? '\uFFFD' : String.fromCodePoint(point)
}

// What a browser makes of the numbers 128 to 159.
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'
