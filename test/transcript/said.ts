import { type ReadOptions, readTranscript, type TranscriptText } from '../../src/transcript/index.js'

/** A transcript as a reader sees it: `speaker: words`, with `@seconds` when timed, `?` when it asks, `<ids>` of respondents. */
export function shown({ text, turns }: TranscriptText): readonly string[] {
  return turns.map(({ start, end, speaker, at, asks, respondents }) => {
    const who = `${speaker ?? '-'}${at === null ? '' : `@${at}`}${asks ? '?' : ''}${respondents.length === 0 ? '' : `<${respondents.join(',')}>`}`
    return `${who}: ${text.slice(start, end)}`
  })
}

/** Reads a text and shows its turns. */
export async function said(text: string, options: ReadOptions = {}): Promise<readonly string[]> {
  return shown(await readTranscript(text, options))
}
