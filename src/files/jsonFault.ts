/**
 * The line on which a text stops being JSON. `JSON.parse` would quote the text in its message, and the text may hold
 * what must not be shown.
 *
 * @returns the line counted from 1, or null when the text is sound
 * @example
 * jsonFault('{\n  "a": oops\n}')
 * //=> 2
 */
export function jsonFault(text: string): number | null {
  try {
    JSON.parse(text)
    return null
  } catch {
    return text.slice(0, faultAt(text)).split('\n').length
  }
}

const token =
  /[ \t\r\n]+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or close' | 'nothing'

/** Walks through the tokens and stops at the first that cannot stand where it stands. */
function faultAt(text: string): number {
  const open: string[] = []
  let expecting: Expecting = 'value'
  token.lastIndex = 0
  for (let at = 0; at < text.length; at = token.lastIndex) {
    const found: string | undefined = token.exec(text)?.[0]
    if (found === undefined) return at
    if (/^[ \t\r\n]/u.test(found)) continue
    const next = follow(found, expecting, open)
    if (next === null) return at
    expecting = next
  }
  return text.trimEnd().length
}

/** What may come after a token, or null when it may not stand here. Keeps `open` up to date. */
function follow(found: string, expecting: Expecting, open: string[]): Expecting | null {
  const after = () => (open.length === 0 ? 'nothing' : 'comma or close')
  if (found === '}' || found === ']') {
    const may = expecting === 'comma or close' || expecting === (found === '}' ? 'key or }' : 'value or ]')
    return may && open.pop() === (found === '}' ? '{' : '[') ? after() : null
  }
  if (found === ',') return expecting === 'comma or close' ? (open.at(-1) === '{' ? 'key' : 'value') : null
  if (found === ':') return expecting === 'colon' ? 'value' : null
  if (expecting === 'key' || expecting === 'key or }') return found.startsWith('"') ? 'colon' : null
  if (expecting !== 'value' && expecting !== 'value or ]') return null
  if (found === '{' || found === '[') {
    open.push(found)
    return found === '{' ? 'key or }' : 'value or ]'
  }
  return after()
}
