/** A time stamp found in a line: its seconds, where it ends, and whether brackets or hours make it certain. */
export interface TimeStamp {
  readonly seconds: number
  /** Offset in the line just after the stamp. */
  readonly end: number
  /** Between brackets or #, or with hours: `10:30` alone may be a time of day in a sentence. */
  readonly sure: boolean
}

const clock = '(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})(?:[.,](\\d{1,3}))?'
const range = '(?:\\s{0,3}(?:-->|-|–|—)\\s{0,3}(?:\\d{1,2}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,3})?)?'
const forms = [
  { pattern: new RegExp(`^[\\[({<]\\s{0,3}${clock}${range}\\s{0,3}[\\])}>]`, 'u'), bracketed: true },
  { pattern: /^#(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[-.,](\d{1,3}))?#/u, bracketed: true },
  { pattern: new RegExp(`^${clock}${range}(?![\\p{L}\\p{N}:/])`, 'u'), bracketed: false },
]

/**
 * Reads a time stamp that begins at an offset: `00:01:12`, `[01:12]`, `(0:12)`, `#00:01:12-5#`, `[00:00:01.000 --> 00:00:04.000]` (its begin).
 *
 * @param line a line, or its first part
 * @param from offset in the line, in UTF-16 code units
 * @example
 * timeStampAt('[00:01:12] Anna: ja', 0) //=> { seconds: 72, end: 10, sure: true }
 */
export function timeStampAt(line: string, from: number): TimeStamp | null {
  if (!'0123456789#[({<'.includes(line.charAt(from) || ' ')) return null
  const rest = line.slice(from, from + 60)
  for (const { pattern, bracketed } of forms) {
    const match = pattern.exec(rest)
    if (match === null) continue
    const seconds = secondsOf(match[1], match[2]!, match[3]!, match[4])
    if (seconds !== null) return { seconds, end: from + match[0].length, sure: bracketed || match[1] !== undefined }
  }
  return null
}

/** Seconds of hours, minutes, seconds and a decimal part, or null when they are no time. */
export function secondsOf(hours: string | undefined, minutes: string, seconds: string, part: string | undefined): number | null {
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
  // Read as one decimal number: adding the fraction would leave binary dust such as 72.30000000000001.
  return part === undefined ? whole : Number(`${whole}.${part}`)
}
