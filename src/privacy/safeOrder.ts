import { compareNatural, type Span, type Study } from '../study/index.js'

/** What the order of a safe study is made from: what its reader sees. */
export interface OrderOptions {
  readonly say: (text: string) => string
  /** What the reader sees for a respondent. */
  readonly labelOf: (respondent: string) => string
  /** The safe text of a transcript. */
  readonly textOf: (transcript: string) => string
}

/**
 * Puts the rows of a study in an order that tells nothing of the rows as they were. Interviews stand in a table by their dates and people
 * by their names, so that the order of what is printed would lead whoever has a calendar or a staff list to them. People stand by their
 * labels, conversations by their round and by who spoke, and everything else by the conversation it comes from. What she put in an order
 * herself (codes, themes, configurations, the guide, quotes with an `order`) stays in it.
 */
export function inSafeOrder(study: Study, { say, labelOf, textOf }: OrderOptions): Study {
  const rounds = placesIn(study.rounds)
  const spoken = new Map<string, string[]>()
  for (const one of study.transcripts)
    for (const who of one.respondents) spoken.set(who, [...(spoken.get(who) ?? []), textOf(one.id)].sort())
  const respondents = sorted(study.respondents, one => [labelOf(one.id), say(one.group ?? ''), (spoken.get(one.id) ?? []).join('\n')])
  const transcripts = sorted(study.transcripts, one => [
    rounds(one.round),
    one.respondents.map(labelOf).sort(compareNatural).join('\n'),
    textOf(one.id),
  ])
  const cases = sorted(study.cases, one => [say(one.name ?? one.id), say(one.id)])
  const talks = placesIn(transcripts)
  const units = placesIn(cases)
  const topics = placesIn(study.topics)
  const codes = placesIn(study.codes)
  const people = placesIn(respondents)
  const codings = sorted(study.codings, one => [talks(one.transcript), one.start, one.end, codes(one.code), one.role])
  const place = placesIn(codings)
  const account = new Map([...codings].reverse().flatMap(one => (one.account === null ? [] : [[one.account, place(one.id)] as const])))
  const configurations = placesIn(study.configurations)
  const themes = placesIn(study.themes)
  const theories = placesIn(study.theories)
  return {
    ...study,
    respondents,
    transcripts,
    cases,
    codings,
    quotes: sorted(study.quotes, one => [one.order ?? last, talks(one.transcript), firstOf(one.spans), say(one.text ?? '')]),
    evidence: sorted(study.evidence, one => [
      configurations(one.configuration),
      theories(one.theory),
      one.coding !== null ? place(one.coding) : (account.get(one.account ?? '') ?? last),
      say(one.reference ?? ''),
    ]),
    cells: sorted(study.cells, one => [
      units(one.case),
      themes(one.theme),
      configurations(one.configuration),
      theories(one.theory),
      say(one.summary ?? ''),
    ]),
    prompts: sorted(study.prompts, one => [talks(one.transcript), one.start ?? last]),
    answers: sorted(study.answers, one => [talks(one.transcript), topics(one.topic), one.start ?? last]),
    responses: sorted(study.responses, one => [rounds(one.round), people(one.respondent), say(one.item ?? '')]),
  }
}

const last = Number.MAX_SAFE_INTEGER

/** Where a row stands by its id; what is nowhere comes last. */
function placesIn(rows: readonly { readonly id: string }[]): (id: string | null) => number {
  const places = new Map(rows.map((row, i) => [row.id, i]))
  return id => (id === null ? last : (places.get(id) ?? last))
}

function firstOf(spans: readonly Span[]): number {
  return spans[0]?.start ?? last
}

type SortKey = readonly (number | string)[]

/** Rows by their keys, of which the first that differs counts; those alike stay as they stood. */
function sorted<R>(rows: readonly R[], keyOf: (row: R) => SortKey): readonly R[] {
  const keyed = rows.map(row => ({ row, key: keyOf(row) }))
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ row }) => row)
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [i, one] of a.entries()) {
    const other = b[i]!
    if (one === other) continue
    return typeof one === 'number' && typeof other === 'number' ? one - other : compareNatural(String(one), String(other))
  }
  return 0
}
