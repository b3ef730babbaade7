import { isUtf8 } from 'node:buffer'

/** The text of a file in UTF-8, a byte order mark included; or where its first line that is not UTF-8 begins. */
export type Decoded = { readonly text: string } | { readonly textBefore: string }

/** Decodes UTF-8 without ever putting a replacement character in the place of what it cannot read. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  let start = 0
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== 0x0a && byte !== 0x0d && byte !== undefined) continue
    if (!isUtf8(bytes.subarray(start, at))) break
    start = at + 1
  }
  return { textBefore: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, start)) }
}

/** Counts lines that are complete, whatever their line ends. */
export function countLines(text: string): number {
  return (text.match(/\r\n|\n|\r/gu) ?? []).length
}
