import { type Coding, configurationRoles, type Quote, type Row, type Span, type Study } from '../study/index.js'
import { gapText } from './consent.js'
import { mayPrintReply } from './mayPrintReply.js'
import { type Names, only, type SafeStudyOptions, sayAll } from './safeNames.js'
import type { QuoteFate } from './safeQuotes.js'
import { safeSpan } from './safeTranscript.js'

type Findings = 'themes' | 'quotes' | 'theories' | 'configurations' | 'evidence' | 'cells' | 'prompts' | 'answers' | 'responses'

/** What the analyst found: themes, quotes, theories and what they rest on. */
export function safeFindings(
  study: Study,
  options: SafeStudyOptions,
  names: Names,
  codings: ReadonlyMap<string, Coding>,
): Pick<Study, Findings> {
  const { say } = names
  const { closed } = options
  const accounts = new Set([...codings.values()].map(one => one.account))
  const place = (transcript: string | null, one: { readonly start: number | null; readonly end: number | null }) => {
    const segments = options.texts.get(transcript ?? '')?.segments ?? []
    const span = one.start === null || one.end === null ? null : safeSpan(segments, { start: one.start, end: one.end })
    return { transcript: names.ref('transcripts', transcript), start: span?.start ?? null, end: span?.end ?? null }
  }
  const isOpen = (one: { readonly transcript: string | null }) => !closed?.transcripts.has(one.transcript ?? '')
  return {
    themes: study.themes.map(one => ({
      ...only('themes', one),
      ...sayAll(names, one, ['label', 'claim', 'bullet']),
      id: names.id('themes', one.id),
      parent: names.ref('themes', one.parent),
      codes: names.refs('codes', one.codes),
      extra: {},
    })),
    quotes: options.fates.flatMap(fate => safeQuote(fate, options, names)),
    theories: study.theories.map(one => ({
      ...only('theories', one),
      ...sayAll(names, one, ['statement', 'origin', 'reason']),
      id: names.id('theories', one.id),
      from: names.ref('theories', one.from),
      date: null,
      extra: {},
    })),
    configurations: study.configurations.map(one => ({
      ...only('configurations', one),
      ...Object.fromEntries(configurationRoles(study).flatMap(role => safeRole(one, role, names))),
      ...sayAll(names, one, ['statement', 'beneficiary', 'reason', 'rivalOf']),
      id: options.say(one.id),
      theory: names.ref('theories', one.theory),
      from: one.from.map(options.say),
      extra: {},
    })),
    evidence: study.evidence.flatMap((one, i) => {
      const coding = names.ref('codings', one.coding)
      if (coding !== null && !codings.has(coding)) return []
      if (one.account !== null && !accounts.has(names.account(one.account))) return []
      return [
        {
          ...only('evidence', one),
          ...sayAll(names, one, ['configuration', 'reference', 'reasoning']),
          id: `e${i + 1}`,
          theory: names.ref('theories', one.theory),
          coding,
          account: names.account(one.account),
          note: null,
          extra: {},
        },
      ]
    }),
    cells: study.cells.map((one, i) => ({
      ...only('cells', one),
      ...sayAll(names, one, ['configuration', 'summary']),
      id: `m${i + 1}`,
      case: names.ref('cases', one.case),
      theme: names.ref('themes', one.theme),
      theory: names.ref('theories', one.theory),
      extra: {},
    })),
    prompts: study.prompts.filter(isOpen).map((one, i) => ({
      ...place(one.transcript, one),
      id: `i${i + 1}`,
      configuration: say(one.configuration),
      theory: names.ref('theories', one.theory),
      extra: {},
    })),
    answers: study.answers.filter(isOpen).map((one, i) => ({
      ...place(one.transcript, one),
      id: `g${i + 1}`,
      topic: names.ref('topics', one.topic),
      status: one.status,
      extra: {},
    })),
    responses: study.responses
      .filter(one => isOpen(one) && !closed?.people.has(one.respondent ?? ''))
      .map((one, i) => ({
        ...place(one.transcript, one),
        ...sayAll(names, one, ['round', 'item', 'action', 'reason']),
        id: `a${i + 1}`,
        respondent: names.ref('respondents', one.respondent),
        response: one.response,
        text: mayPrintReply(study, one, options) ? say(one.text) : null,
        extra: {},
      })),
  }
}

function safeRole(row: Row, role: string, names: Names): [string, unknown][] {
  const codes = Array.isArray(row[role]) ? names.refs('codes', row[role] as readonly string[]) : []
  const words = row[`${role}Text`]
  return [
    [role, codes],
    [`${role}Text`, typeof words === 'string' ? names.say(words) : null],
  ]
}

function safeQuote({ quote, fate, conflict, refused }: QuoteFate, { texts, language, sayIn }: SafeStudyOptions, names: Names): Quote[] {
  if (fate === 'left out' || fate === 'paraphrased') return []
  const segments = texts.get(quote.transcript ?? '')?.segments ?? []
  // A quote whose own text is cleared, but not the words it was made from, stands on no words of the transcript.
  const gaps = texts.get(quote.transcript ?? '')?.gaps ?? []
  const isHeld = quote.text !== null && quote.spans.some(span => gaps.some(gap => gap.start < span.end && span.start < gap.end))
  const spans =
    fate === 'gap' || isHeld ? [] : quote.spans.map(span => safeSpan(segments, span)).filter((span): span is Span => span !== null)
  return [
    {
      id: names.id('quotes', quote.id),
      transcript: names.ref('transcripts', quote.transcript),
      spans,
      text:
        fate === 'gap'
          ? gapText(language, conflict === 'not cleared by the speaker' ? 'approval' : refused ? 'refused' : 'consent')
          : quote.text === null
            ? null
            : sayIn(quote.text, quote.transcript ?? ''),
      form: fate === 'gap' ? 'paraphrase' : quote.form,
      translation: fate === 'gap' ? null : names.say(quote.translation),
      themes: names.refs('themes', quote.themes),
      configurations: quote.configurations.map(one => names.say(one) ?? ''),
      attribution: quote.attribution,
      approved: quote.approved === 'changed' ? 'yes' : quote.approved,
      order: quote.order,
      extra: {},
    },
  ]
}
