import { StudyError } from '../study/error.js'

/** The most a Word file may hold: entries, bytes of all entries as the file claims, bytes of text parts as they really unpack. */
const most = { entries: 10_000, claimed: 1_000_000_000, text: 60_000_000 }

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/**
 * Refuses bytes that are not a Word file, or one that unpacks to an absurd size, before anything is unpacked for reading.
 *
 * What the directory of the zip claims is checked first; then the parts that hold text are really unpacked, in pieces that are
 * thrown away, because a directory can lie.
 *
 * @param bytes the file
 * @throws StudyError when it is no zip, no Word file, damaged, or too large
 */
export async function checkZip(bytes: Uint8Array): Promise<void> {
  const entries = directory(bytes)
  if (!entries.some(entry => entry.name === '[Content_Types].xml') || !entries.some(entry => entry.name.startsWith('word/'))) {
    throw new StudyError([
      { what: 'this is a zip file, but not a Word document', hint: 'open the transcript in Word and save it as .docx' },
    ])
  }
  const text = entries.filter(entry => /\.(?:xml|rels)$/iu.test(entry.name))
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (claimed > most.claimed || text.reduce((sum, entry) => sum + entry.size, 0) > most.text) tooLarge()
  let left = most.text
  for (const entry of text) left = await unpack(bytes, entry, left)
}

function directory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  const total = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  if (total > most.entries) tooLarge()
  for (let i = 0; i < total; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) damaged()
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return damaged()
}

/** Unpacks one entry, throwing the pieces away, and returns how many bytes the others may still take. */
async function unpack(bytes: Uint8Array, entry: Entry, left: number): Promise<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length) damaged()
  const begin = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (begin + entry.packed > bytes.length) damaged()
  if (entry.method === 0) return entry.packed > left ? tooLarge() : left - entry.packed
  if (entry.method !== 8) damaged()
  const packed = bytes.slice(begin, begin + entry.packed)
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  let rest = left
  for (;;) {
    const piece = await reader.read().catch(() => damaged())
    if (piece.done) return rest
    rest -= piece.value.length
    if (rest < 0) {
      await reader.cancel()
      tooLarge()
    }
  }
}

function damaged(): never {
  throw new StudyError([{ what: 'the Word file is damaged', hint: 'open it in Word, save it again as .docx, and try once more' }])
}

function tooLarge(): never {
  throw new StudyError([
    { what: 'the Word file unpacks to an absurd size', hint: 'open it in Word and save it as .txt, or copy the text into a new document' },
  ])
}
