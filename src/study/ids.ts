import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * A short name made from content: the first bits of its SHA-256 in base 32, after a letter that says what it names.
 * It starts with a letter so that no spreadsheet takes it for a number (a hexadecimal 12e45 would become 1.2E+46).
 *
 * @param content a text, or its parts one after another
 * @param prefix one letter: `c` for a coding, `p` for a pass
 * @param length characters after the prefix, five bits each; at most 32
 */
export function contentId(prefix: string, content: string | Iterable<string>, length = 12): string {
  const bytes = digest(typeof content === 'string' ? [content] : content)
  let id = prefix
  let bits = 0
  let held = 0
  let at = 0
  while (id.length < length + prefix.length) {
    if (held < 5) {
      bits = ((bits << 8) | bytes[at++]!) & 0xfff
      held += 8
    }
    held -= 5
    id += letters[(bits >> held) & 31]
  }
  return id
}

/** Parts go to the hash together up to so many characters: a call for each takes longer than the hash itself. */
const together = 32_768

// Part by part, because the passes of a large study are longer than a string can be.
function digest(parts: Iterable<string>): Uint8Array {
  const hash = sha256.create()
  let held = ''
  for (const part of parts) {
    held += part
    if (held.length < together) continue
    hash.update(utf8ToBytes(held))
    held = ''
  }
  return hash.update(utf8ToBytes(held)).digest()
}

/** The id of a row that has none of its own: a hash of what it says, made unique among those taken. */
export function rowId(content: readonly unknown[], taken: (id: string) => boolean): string {
  const id = contentId('c', JSON.stringify(content))
  if (!taken(id)) return id
  for (let n = 2; ; n++) if (!taken(`${id}-${n}`)) return `${id}-${n}`
}

/** Whether an id looks like one that `rowId` made. */
export function isRowId(id: string): boolean {
  return /^c[a-z2-7]{12}(?:-\d{1,9})?$/u.test(id)
}

/** SHA-256 in hexadecimal, as `sha256sum` prints it, of bytes, a text, or its parts one after another. */
export function sha256Hex(content: string | Uint8Array | Iterable<string>): string {
  const bytes = content instanceof Uint8Array ? sha256(content) : digest(typeof content === 'string' ? [content] : content)
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
