const wordSign = /[\p{L}\p{N}\p{M}_]/u
const apostrophe = /['’]/u

/**
 * Whether a place in a text is not inside a word. An apostrophe between two letters (`foto's`, `zo'n`) is part of the word.
 *
 * @example
 * isWordBorder("foto's", 4) //=> false
 * isWordBorder('e-mail', 2) //=> true
 */
export function isWordBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  return !(isWordish(text, at - 1) && isWordish(text, at))
}

function isWordish(text: string, at: number): boolean {
  if (isWord(text, at)) return true
  return apostrophe.test(text.charAt(at)) && isWord(text, at - 1) && isWord(text, at + 1)
}

/** Either half of a surrogate pair counts as its sign. */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return false
  const from = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
  return wordSign.test(String.fromCodePoint(text.codePointAt(from) ?? code))
}
