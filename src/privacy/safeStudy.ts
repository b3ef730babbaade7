import type { Language } from '../language/index.js'
import {
  type Coding,
  configurationRoles,
  newStudy,
  type Quote,
  type Row,
  type Span,
  type Study,
  type TableName,
  type Transcript,
} from '../study/index.js'
import { consentOf, type Printable } from './consent.js'
import { respondentLabel } from './replacements.js'
import type { QuoteFate } from './safeQuotes.js'
import { type SafeTranscript, safeSpan } from './safeTranscript.js'

/** What building a safe study needs to know. */
export interface SafeStudyOptions {
  readonly language: Language
  /** Replaces the names in a text. */
  readonly say: (text: string) => string
  readonly texts: ReadonlyMap<string, SafeTranscript>
  readonly fates: readonly QuoteFate[]
  /** The attributes of respondents and cases to carry. */
  readonly attributes: readonly string[]
  readonly today?: string
}

/**
 * Builds a safe study from an allow-list: what is not named here is not carried. Ids are made from safe content only; those of
 * transcripts, codings and accounts, which come from files and words, are numbered anew.
 */
export function safeStudy(study: Study, options: SafeStudyOptions): Study {
  const names = safeNames(study, options)
  const { say } = names
  const frame = newStudy({ title: say(study.title) ?? '', language: study.language })
  const codings = safeCodings(study, options, names)
  return {
    ...frame,
    questions: study.questions.map(options.say),
    roles: study.roles,
    roleFacts: study.roleFacts,
    rounds: study.rounds.map(round => ({
      id: options.say(round.id),
      kind: round.kind,
      title: say(round.title),
      purpose: say(round.purpose),
    })),
    basis: study.basis,
    cleaning: study.cleaning.map(options.say),
    ethics: say(study.ethics),
    invented: study.invented,
    ...safePeople(study, options, names),
    transcripts: study.transcripts.map(one => safeTranscriptRow(one, options, names)),
    codes: study.codes.map(code => ({
      ...code,
      ...sayAll(names, code, ['name', 'definition', 'when', 'whenNot']),
      id: names.id('codes', code.id),
      parent: names.ref('codes', code.parent),
      topic: names.ref('topics', code.topic),
      extra: {},
    })),
    relations: study.relations.map((one, i) => ({
      id: `r${i + 1}`,
      from: names.ref('codes', one.from),
      relation: say(one.relation),
      to: names.ref('codes', one.to),
      memo: null,
      extra: {},
    })),
    codings,
    ...safeFindings(study, options, names, new Map(codings.map(one => [one.id, one]))),
    pages: study.pages.map(page => ({
      id: options.say(page.id),
      text: options.say(page.text),
      about: page.about.map(options.say),
      extra: Object.fromEntries(
        ['chapter', 'theme', 'order'].flatMap(key => (page.extra[key] ? [[key, options.say(page.extra[key])]] : [])),
      ),
    })),
    journal: study.journal.map((pass, i) => ({
      id: `p${i + 1}`,
      base: i === 0 ? '' : `p${i}`,
      kind: pass.kind,
      coder: names.coder(pass.coder),
      date: '',
      changes: [],
    })),
  }
}

interface Names {
  readonly say: (text: string | null) => string | null
  readonly id: (table: TableName, id: string) => string
  readonly ref: (table: TableName, id: string | null) => string | null
  readonly refs: (table: TableName, ids: readonly string[]) => readonly string[]
  readonly coder: (coder: string) => string
  readonly account: (account: string | null) => string | null
}

function safeNames(study: Study, { say, language }: SafeStudyOptions): Names {
  const numbered: Partial<Record<TableName, string>> = { transcripts: 't', codings: 'c' }
  const ids = new Map<TableName, Map<string, string>>()
  for (const table of ['transcripts', 'respondents', 'cases', 'topics', 'codes', 'codings', 'themes', 'theories'] as const) {
    const prefix = numbered[table]
    const rows = study[table] as readonly { readonly id: string }[]
    ids.set(table, prefix === undefined ? uniqueNames(rows, say) : new Map(rows.map((row, i) => [row.id, `${prefix}${i + 1}`])))
  }
  const coders = new Map<string, string>()
  const accounts = new Map<string, string>()
  const number = (known: Map<string, string>, name: string, label: string) => {
    if (!known.has(name)) known.set(name, `${label}${known.size + 1}`)
    return known.get(name)!
  }
  const id = (table: TableName, one: string) => ids.get(table)?.get(one) ?? say(one)
  return {
    say: text => (text === null ? null : say(text)),
    id,
    ref: (table, one) => (one === null ? null : id(table, one)),
    refs: (table, many) => many.map(one => id(table, one)),
    coder: coder => (coder === '' ? '' : number(coders, coder, `${language.texts.headCoder} `)),
    account: account => (account === null ? null : number(accounts, account, 'a')),
  }
}

/** Ids with their names replaced; two that become alike get a number. */
function uniqueNames(rows: readonly { readonly id: string }[], say: (text: string) => string): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    rows.map(({ id }) => {
      const safe = say(id)
      let unique = safe
      for (let n = 2; taken.has(unique); n++) unique = `${safe} (${n})`
      taken.add(unique)
      return [id, unique]
    }),
  )
}

function sayAll<R extends Row, K extends keyof R & string>(
  names: Names,
  row: R,
  fields: readonly K[],
): { readonly [F in K]: string | null } {
  return Object.fromEntries(fields.map(field => [field, names.say((row[field] ?? null) as string | null)])) as { [F in K]: string | null }
}

function safePeople(study: Study, options: SafeStudyOptions, names: Names): Pick<Study, 'respondents' | 'cases' | 'topics' | 'sampling'> {
  const attributes = (extra: Readonly<Record<string, string>>) =>
    Object.fromEntries(options.attributes.flatMap(name => (extra[name] === undefined ? [] : [[name, options.say(extra[name])]])))
  return {
    respondents: study.respondents.map(one => ({
      id: names.id('respondents', one.id),
      label: respondentLabel(study, one.id, options.language),
      group: names.say(one.group),
      consent: literalConsent(consentOf(study, one.id, options.today)),
      cases: names.refs('cases', one.cases),
      extra: attributes(one.extra),
    })),
    cases: study.cases.map(one => ({ id: names.id('cases', one.id), name: names.say(one.name), extra: attributes(one.extra) })),
    topics: study.topics.map(one => ({
      id: names.id('topics', one.id),
      label: names.say(one.label),
      parent: names.ref('topics', one.parent),
      role: one.role,
      extra: {},
    })),
    sampling: study.sampling.map((one, i) => ({ ...one, id: `s${i + 1}`, cell: names.say(one.cell), extra: {} })),
  }
}

// The column knows no "ask first": what was approved is carried, so that for the rest it means a paraphrase.
function literalConsent(consent: Printable): 'verbatim' | 'paraphrase' | 'none' {
  return consent === 'ask first' ? 'paraphrase' : consent
}

function safeTranscriptRow(transcript: Transcript, { texts, say }: SafeStudyOptions, names: Names): Transcript {
  const safe = texts.get(transcript.id)!
  const withheld = safe.withheld.map(span => `${span.start}-${span.end}`).join(';')
  return {
    id: names.id('transcripts', transcript.id),
    text: safe.text,
    turns: safe.turns.map(turn => ({ ...turn, respondents: names.refs('respondents', turn.respondents) })),
    respondents: names.refs('respondents', transcript.respondents),
    cases: names.refs('cases', transcript.cases),
    round: transcript.round === null ? null : say(transcript.round),
    language: transcript.language,
    mode: names.say(transcript.mode),
    minutes: transcript.minutes,
    // Of these, a date is finer than the round, a file name is often a name, and marks and hashes tell of the original.
    date: null,
    file: null,
    hash: null,
    speakers: [],
    extra: withheld === '' ? {} : { withheld },
  }
}

function safeCodings(study: Study, { texts }: SafeStudyOptions, names: Names): readonly Coding[] {
  return study.codings.flatMap(coding => {
    const span = safeSpan(texts.get(coding.transcript)?.segments ?? [], coding)
    if (span === null) return []
    return [
      {
        ...span,
        id: names.id('codings', coding.id),
        transcript: names.id('transcripts', coding.transcript),
        code: names.id('codes', coding.code),
        role: coding.role,
        polarity: coding.polarity,
        stance: coding.stance,
        level: names.say(coding.level),
        beneficiary: names.say(coding.beneficiary),
        elicited: coding.elicited,
        expected: coding.expected,
        certainty: names.say(coding.certainty),
        account: names.account(coding.account),
        about: names.ref('cases', coding.about),
        memo: null,
        coder: names.coder(coding.coder),
        pass: '',
        status: coding.status,
        settles: names.refs('codings', coding.settles),
        extra: {},
      },
    ]
  })
}

type Findings = 'themes' | 'quotes' | 'theories' | 'configurations' | 'evidence' | 'cells' | 'prompts' | 'answers' | 'responses'

function safeFindings(study: Study, options: SafeStudyOptions, names: Names, codings: ReadonlyMap<string, Coding>): Pick<Study, Findings> {
  const { say } = names
  const place = (transcript: string | null, one: { readonly start: number | null; readonly end: number | null }) => {
    const segments = options.texts.get(transcript ?? '')?.segments ?? []
    const span = one.start === null || one.end === null ? null : safeSpan(segments, { start: one.start, end: one.end })
    return { transcript: names.ref('transcripts', transcript), start: span?.start ?? null, end: span?.end ?? null }
  }
  return {
    themes: study.themes.map(one => ({
      ...one,
      ...sayAll(names, one, ['label', 'claim', 'bullet']),
      id: names.id('themes', one.id),
      parent: names.ref('themes', one.parent),
      codes: names.refs('codes', one.codes),
      extra: {},
    })),
    quotes: options.fates.flatMap(fate => safeQuote(fate, options, names)),
    theories: study.theories.map(one => ({
      ...one,
      ...sayAll(names, one, ['statement', 'origin', 'reason']),
      id: names.id('theories', one.id),
      from: names.ref('theories', one.from),
      date: null,
      extra: {},
    })),
    configurations: study.configurations.map(one => ({
      ...one,
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
      return [
        {
          ...one,
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
      ...one,
      ...sayAll(names, one, ['configuration', 'summary']),
      id: `m${i + 1}`,
      case: names.ref('cases', one.case),
      theme: names.ref('themes', one.theme),
      theory: names.ref('theories', one.theory),
      extra: {},
    })),
    prompts: study.prompts.map((one, i) => ({
      ...place(one.transcript, one),
      id: `i${i + 1}`,
      configuration: say(one.configuration),
      theory: names.ref('theories', one.theory),
      extra: {},
    })),
    answers: study.answers.map((one, i) => ({
      ...place(one.transcript, one),
      id: `g${i + 1}`,
      topic: names.ref('topics', one.topic),
      status: one.status,
      extra: {},
    })),
    responses: study.responses.map((one, i) => ({
      ...place(one.transcript, one),
      ...sayAll(names, one, ['round', 'item', 'action', 'reason']),
      id: `a${i + 1}`,
      respondent: names.ref('respondents', one.respondent),
      response: one.response,
      // A reply is what a person said, so the consent for quotes holds for it.
      text: one.respondent !== null && consentOf(study, one.respondent, options.today) === 'verbatim' ? say(one.text) : null,
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

function safeQuote({ quote, fate }: QuoteFate, { texts, language }: SafeStudyOptions, names: Names): Quote[] {
  if (fate === 'left out' || fate === 'paraphrased') return []
  const segments = texts.get(quote.transcript ?? '')?.segments ?? []
  const spans = fate === 'gap' ? [] : quote.spans.map(span => safeSpan(segments, span)).filter((span): span is Span => span !== null)
  return [
    {
      id: names.say(quote.id) ?? '',
      transcript: names.ref('transcripts', quote.transcript),
      spans,
      text: fate === 'gap' ? language.texts.noConsent : names.say(quote.text),
      form: fate === 'gap' ? 'paraphrase' : quote.form,
      translation: fate === 'gap' ? null : names.say(quote.translation),
      themes: names.refs('themes', quote.themes),
      configurations: quote.configurations.map(one => names.say(one) ?? ''),
      attribution: quote.attribution,
      approved: quote.approved,
      order: quote.order,
      extra: {},
    },
  ]
}
