import {
  type Coding,
  linesAbove,
  newStudy,
  noteLinesAbove,
  type Page,
  type RoleFacts,
  type Study,
  type Transcript,
} from '../study/index.js'
import { carriedSpans } from './carriedSpans.js'
import { consentOf, type Printable } from './consent.js'
import { respondentLabel } from './replacements.js'
import { safeFindings } from './safeFindings.js'
import { type Names, only, type SafeStudyOptions, safeNames, sayAll } from './safeNames.js'

/**
 * Builds a safe study from an allow-list: what is not named here is not carried. Ids are made from safe content only; those of
 * transcripts, codings and accounts, which come from files and words, are numbered anew.
 */
export function safeStudy(study: Study, options: SafeStudyOptions, names: Names = safeNames(study, options)): Study {
  const { say } = names
  const frame = newStudy({ title: say(study.title) ?? '', language: options.language.id })
  const all = safeCodings(study, options, names)
  const kept = new Set(all.map(coding => coding.id))
  const lost = new Set(study.lost.map(coding => coding.id))
  // A coding of words that are no longer there is not carried, and neither is what points at it.
  const carried = (ids: readonly string[]) => names.refs('codings', ids).filter(id => kept.has(id))
  const codings = all.map(coding =>
    coding.settles.every(id => kept.has(id)) ? coding : { ...coding, settles: coding.settles.filter(id => kept.has(id)) },
  )
  return {
    ...frame,
    questions: study.questions.map(options.say),
    roles: study.roles,
    roleFacts: study.roleFacts.map(role => ({ ...roleOf(role), label: say(role.label) })),
    templates: study.templates.map(one => ({ language: one.language, text: options.say(one.text) })),
    rounds: study.rounds.map(round => ({
      id: options.say(round.id),
      kind: say(round.kind),
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
      ...only('codes', code),
      colour: /^#[\da-f]{3,8}$/iu.test(code.colour ?? '') ? code.colour : null,
      ...sayAll(names, code, ['name', 'definition', 'when', 'whenNot']),
      id: names.id('codes', code.id),
      parent: names.ref('codes', code.parent),
      topic: names.ref('topics', code.topic),
      typical: carried(code.typical),
      borderline: carried(code.borderline),
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
    codings: codings.map(one =>
      one.settles.every(id => kept.has(id)) ? one : { ...one, settles: one.settles.filter(id => kept.has(id)) },
    ),
    ...safeFindings(study, options, names, new Map(codings.map(one => [one.id, one]))),
    pages: study.pages.map(page => {
      const about = page.about.filter(one => !lost.has(one))
      return noteLinesAbove(safePage({ ...page, about }, options.say, names), linesAbove(page))
    }),
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

function roleOf({ id, label, parent, inConfiguration }: RoleFacts): RoleFacts {
  return { id, label, parent, inConfiguration }
}

function safePeople(
  study: Study,
  options: SafeStudyOptions,
  names: Names,
): Pick<Study, 'respondents' | 'consents' | 'cases' | 'topics' | 'sampling'> {
  const attributes = (extra: Readonly<Record<string, string>>) =>
    Object.fromEntries(options.attributes.flatMap(name => (extra[name] === undefined ? [] : [[name, options.say(extra[name])]])))
  return {
    respondents: study.respondents
      .filter(one => !options.closed?.people.has(one.id))
      .map(one => ({
        id: names.id('respondents', one.id),
        label: respondentLabel(study, one.id, options.language),
        group: names.say(one.group),
        consent: literalConsent(consentOf(study, one.id, options.today)),
        cases: names.refs('cases', one.cases),
        extra: attributes(one.extra),
      })),
    consents: archiveConsents(study, options, names),
    cases: study.cases.map(one => ({ id: names.id('cases', one.id), name: names.say(one.name), extra: attributes(one.extra) })),
    topics: study.topics.map(one => ({
      id: names.id('topics', one.id),
      label: names.say(one.label),
      parent: names.ref('topics', one.parent),
      role: one.role,
      extra: {},
    })),
    sampling: study.sampling.map((one, i) => ({ ...only('sampling', one), id: `s${i + 1}`, cell: names.say(one.cell), extra: {} })),
  }
}

/** An archive says of whom it may keep what it holds. */
function archiveConsents(study: Study, { closed }: SafeStudyOptions, names: Names): Study['consents'] {
  const kept = closed === null ? [] : study.respondents.filter(one => !closed.people.has(one.id))
  return kept.map((one, i) => ({
    id: `k${i + 1}`,
    respondent: names.id('respondents', one.id),
    purpose: 'archive',
    answer: 'yes',
    form: null,
    date: null,
    until: null,
    extra: {},
  }))
}

/** Her text, and of its front matter what says where it stands. */
function safePage(page: Page, say: (text: string) => string, names: Names): Page {
  const places = ['chapter', 'theme', 'order'].flatMap(key => (page.extra[key] ? [[key, say(page.extra[key])]] : []))
  // A quote that is called anew is so where her text refers to it.
  const text = page.text.replace(/(\{\{\s*quote\s+)([^{}]*?)(\s*\}\})/gu, (whole, before: string, id: string, after: string) => {
    const renamed = names.id('quotes', id)
    return renamed === say(id) ? whole : `${before}${renamed}${after}`
  })
  return { id: say(page.id), text: say(text), about: page.about.map(names.any), extra: Object.fromEntries(places) }
}

// The column knows no "ask first": what was approved is carried, so that for the rest it means a paraphrase.
function literalConsent(consent: Printable): 'verbatim' | 'paraphrase' | 'none' {
  return consent === 'ask first' ? 'paraphrase' : consent
}

function safeTranscriptRow(transcript: Transcript, { texts, say, closed }: SafeStudyOptions, names: Names): Transcript {
  const isClosed = closed?.transcripts.has(transcript.id) ?? false
  const people = (ids: readonly string[]) =>
    names.refs(
      'respondents',
      ids.filter(id => !closed?.people.has(id)),
    )
  const safe = texts.get(transcript.id)!
  const withheld = safe.withheld.map(span => `${span.start}-${span.end}`).join(';')
  return {
    id: names.id('transcripts', transcript.id),
    text: safe.text,
    turns: safe.turns.map(({ start, end, speaker, asks, at, ...turn }) => ({
      start,
      end,
      speaker,
      asks,
      at,
      respondents: people(turn.respondents),
    })),
    respondents: people(transcript.respondents),
    cases: isClosed ? [] : names.refs('cases', transcript.cases),
    consent: transcript.consent ?? null,
    round: transcript.round === null ? null : say(transcript.round),
    language: names.say(transcript.language),
    mode: isClosed ? null : names.say(transcript.mode),
    minutes: isClosed ? null : transcript.minutes,
    // Of these, a date is finer than the round, a file name is often a name, and marks and hashes tell of the original.
    date: null,
    file: null,
    hash: null,
    speakers: [],
    extra: withheld === '' ? {} : { withheld },
  }
}

function safeCodings(study: Study, options: SafeStudyOptions, names: Names): readonly Coding[] {
  const spanOf = carriedSpans(study, options)
  return study.codings.flatMap(coding => {
    const span = spanOf(coding)
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
