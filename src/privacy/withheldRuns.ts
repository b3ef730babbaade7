import type { Span, Study, Transcript } from '../study/index.js'
import { mayPrintReply } from './mayPrintReply.js'
import type { SafeStudyOptions } from './safeNames.js'
import type { QuoteFate } from './safeQuotes.js'
import type { SafeTranscript } from './safeTranscript.js'
import { type WordRuns, wordRuns } from './wordRuns.js'

/** The runs of words that may not be printed: of withheld speech, quotes and replies, as they were and with names replaced. */
export function withheldRuns(
  study: Study,
  texts: ReadonlyMap<string, SafeTranscript>,
  say: (text: string) => string,
  fates: readonly QuoteFate[],
  options: Pick<SafeStudyOptions, 'today' | 'closed'>,
): WordRuns {
  const withheld: string[] = []
  const quotable: string[] = []
  for (const transcript of study.transcripts) {
    const safe = texts.get(transcript.id)
    withheld.push(...speechIn(transcript, safe?.gaps ?? []))
    // Who asks often repeats what was said: that does not make it anybody's phrase.
    for (const turn of safe?.turns.filter(one => !one.asks) ?? []) quotable.push(safe!.text.slice(turn.start, turn.end))
  }
  for (const { quote, fate, conflict } of fates) {
    if (fate === 'printed' && quote.text !== null) quotable.push(say(quote.text))
    if (conflict === null || quote.form === 'paraphrase') continue
    for (const text of [quote.text, quote.translation]) if (text !== null) withheld.push(text)
  }
  for (const reply of study.responses) if (reply.text !== null && !mayPrintReply(study, reply, options)) withheld.push(reply.text)
  return wordRuns([...withheld, ...withheld.map(say)], quotable)
}

/** Withheld speech: per people all they said as one, since a sentence may run on over a question or a time stamp. */
function speechIn(transcript: Transcript, gaps: readonly Span[]): string[] {
  const said = new Map<string, string>()
  for (const { start, end } of gaps) {
    const turn = transcript.turns.find(one => one.start <= start && start < one.end)
    const who = `${turn?.asks} ${turn?.respondents.join(';')}`
    said.set(who, `${said.get(who) ?? ''} ${transcript.text.slice(start, end)}`)
  }
  return [...said.values()]
}
