import type { Transcript, Turn } from '../study/index.js'

/**
 * Writes down the turns of a text from which they cannot be read again: subtitles without their times, transcripts from
 * elsewhere. They hold as long as the same marks stand for the same people.
 */
export function writeTurns({ speakers, respondents, turns }: Transcript): string {
  const lines = turns.map(turn => `    ${JSON.stringify([turn.start, turn.end, turn.speaker, turn.respondents, turn.asks, turn.at])}`)
  return `{\n  "speakers": ${JSON.stringify(speakers)},\n  "respondents": ${JSON.stringify(respondents)},\n  "turns": [\n${lines.join(',\n')}\n  ]\n}\n`
}

/** Reads turns that were written down; null when they are about other people, or cannot be read. */
export function readTurns(bytes: Uint8Array, speakers: readonly string[], respondents: readonly string[]): readonly Turn[] | null {
  try {
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<string, unknown>>
    const same = JSON.stringify([kept.speakers, kept.respondents]) === JSON.stringify([speakers, respondents])
    return same && Array.isArray(kept.turns) && kept.turns.every(isTurn) ? kept.turns.map(turnFrom) : null
  } catch {
    return null
  }
}

type Kept = readonly [number, number, string | null, string[], boolean, number | null]

function isTurn(value: unknown): value is Kept {
  if (!Array.isArray(value)) return false
  const [start, end, speaker, respondents, asks, at] = value
  const places = Number.isInteger(start) && Number.isInteger(end) && (at === null || typeof at === 'number')
  const people = Array.isArray(respondents) && respondents.every(one => typeof one === 'string')
  return places && people && (speaker === null || typeof speaker === 'string') && typeof asks === 'boolean'
}

const turnFrom = ([start, end, speaker, respondents, asks, at]: Kept): Turn => ({ start, end, speaker, respondents, asks, at })
