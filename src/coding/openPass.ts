import { type Code, type Coding, type CodingFacts, namesOf, rowId, type Span, type Study, type Transcript } from '../study/index.js'
import { findWords, type IndexedText, indexText } from '../transcript/index.js'
import { type CodeFacts, findOrMakeCode } from './codes.js'
import { checkFacts, checkRole, noFacts } from './codingFacts.js'
import { type Draft, runPass, startDraft } from './draft.js'
import { checkExamples } from './examples.js'
import type { By } from './journal.js'
import { codingsAt, identity, type KnownCodings, know, knownCodings } from './knownCodings.js'
import { shardsOf } from './shards.js'

/** A place in a transcript. UTF-16 code units, end exclusive. */
export interface Fragment extends Span {
  readonly transcript: string
}

/** What can be done in an open pass. */
export interface OpenPass {
  /** Points at words of a transcript, or at offsets; a wrong one is noted, and calls on it are skipped. */
  fragment(transcript: string, at: string | Span): Fragment
  /** Makes a code, or adds to what is said of it. */
  define(code: string, facts: CodeFacts): void
  /** Codes a fragment and gives the id of the coding. A code that does not exist yet is made. */
  code(fragment: Fragment, code: string, facts?: Partial<CodingFacts>): string
  /** Joins codings that one source offers as one explanation, and gives the id of the account. */
  account(codings: readonly string[]): string
}

/**
 * Open coding: labels fragments by role. All or nothing: when a call is wrong the study stays as it was and one
 * `StudyError` names every wrong call.
 *
 * @param by who codes, and the day
 * @param work gets the pass; it must not be async
 * @returns the study with the codings, and with the pass in its journal; the study itself when nothing changed
 * @example
 * const coded = openPass(study, { coder: 'MV', date: '2020-05-04' }, pass => {
 *   const fragment = pass.fragment('interview-1', 'we sat round the table within a month')
 *   pass.code(fragment, 'regular meetings', { role: 'mechanism', polarity: 'enabling' })
 * })
 * coded.codings.length
 * //=> 1
 */
export function openPass(study: Study, by: By, work: (pass: OpenPass) => void): Study {
  const draft = startDraft(study, by)
  const wrong = new WeakSet<Fragment>()
  const defined = new Set<string>()
  const known = new Map<string, KnownCodings>()
  const pass: OpenPass = {
    fragment: (transcript, at) =>
      draft.call('fragment', '', () => {
        const fragment = findFragment(draft, transcript, at)
        if (fragment !== null) return fragment
        const handle = { transcript, start: 0, end: 0 }
        wrong.add(handle)
        return handle
      }),
    define: (name, facts) => draft.call('define', `defined the code "${name}"`, () => define(draft, name, facts, defined)),
    code: (fragment, name, facts = {}) =>
      draft.call('code', `coded a fragment of ${fragment.transcript} with "${name}"`, () =>
        wrong.has(fragment) ? '' : (code(draft, fragment, name, facts, defined, known) ?? ''),
      ),
    account: codings => draft.call('account', `joined ${codings.length} codings into an account`, () => joinAccount(draft, codings)),
  }
  return runPass(draft, pass, work, 'open')
}

const indexed = new WeakMap<Transcript, IndexedText>()

function findFragment(draft: Draft, name: string, at: string | Span): Fragment | null {
  const transcript = draft.transcript(name)
  if (transcript === undefined) {
    draft.problem(`there is no transcript "${name}"`, 'use an id of transcripts.csv')
    return null
  }
  if (typeof at !== 'string') return checkSpan(draft, transcript, at)
  const text = indexed.get(transcript) ?? indexText(transcript.text)
  indexed.set(transcript, text)
  const found = findWords(text, at, { turns: transcript.turns })
  if (found.kind === 'one') return { transcript: name, start: found.start, end: found.end }
  if (found.kind === 'several') {
    const places = found.places.map(place => place.start).join(', ')
    draft.problem(
      `these words stand ${found.places.length} times in the transcript`,
      `quote more words, or give { start, end }; they start at ${places}`,
      {
        transcript: name,
      },
    )
  } else {
    draft.problem(
      'these words are not in the transcript',
      found.nearest === null ? 'quote the words as they stand there' : 'the nearest passage is at the place given',
      {
        transcript: name,
        ...(found.nearest === null ? {} : { at: found.nearest }),
      },
    )
  }
  return null
}

function checkSpan(draft: Draft, { id, text }: Transcript, { start, end }: Span): Fragment | null {
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)
    return { transcript: id, start, end }
  draft.problem('this fragment lies outside the text', `give whole numbers with start below end, and end at most ${text.length}`, {
    transcript: id,
  })
  return null
}

function define(draft: Draft, name: string, facts: CodeFacts, defined: Set<string>): void {
  if (facts.role !== undefined && !checkRole(draft, facts.role)) return
  const parent = facts.parent === undefined ? undefined : namesOf('codes', draft.all('codes'))(facts.parent)
  if (parent === null) return draft.problem('the code above this one does not exist', 'define it first')
  const topic = facts.topic === undefined ? undefined : namesOf('topics', draft.all('topics'))(facts.topic)
  if (topic === null) return draft.problem('this topic is not in topics.csv', 'use the id of a topic')
  defined.add(name.trim())
  const resolved = { ...facts, ...(parent === undefined ? {} : { parent }), ...(topic === undefined ? {} : { topic }) }
  const code = findOrMakeCode(draft, name, defined, resolved)
  if (code !== null && checkExamples(draft, code, facts)) draft.change('codes', code.id, resolved)
}

function code(
  draft: Draft,
  fragment: Fragment,
  name: string,
  facts: Partial<CodingFacts>,
  defined: ReadonlySet<string>,
  known: Map<string, KnownCodings>,
): string | null {
  const target = findOrMakeCode(draft, name, defined, facts.role === undefined ? {} : { role: facts.role })
  if (target === null || !checkFacts(draft, facts)) return null
  const role = facts.role ?? target.role
  if (!role) {
    draft.problem('this coding has no role', `say which role it plays here: ${draft.study.roles.join(', ')}`)
    return null
  }
  if (target.retired) {
    draft.problem('this code is retired', 'use another, or take "retired" from it in codes.csv')
    return null
  }
  const coding = newCoding(draft, fragment, target, { ...noFacts(role), ...facts, role })
  return addOnce(draft, coding, known)
}

function newCoding(draft: Draft, { transcript, start, end }: Fragment, code: Code, facts: CodingFacts): NewCoding {
  return { transcript, start, end, code: code.id, ...facts, coder: draft.by.coder, status: 'open', settles: [], extra: {} }
}

type NewCoding = Omit<Coding, 'id' | 'pass'>

function addOnce(draft: Draft, coding: NewCoding, all: Map<string, KnownCodings>): string | null {
  const known = all.get(coding.transcript) ?? knownCodings(shardsOf(draft.study.codings).get(coding.transcript))
  all.set(coding.transcript, known)
  const there = codingsAt(known, coding.start)
  const before = there.find(one => identity.every(part => one[part] === coding[part]))
  if (before === undefined) {
    // The place is part of what is hashed, so an id can be taken only by a coding of the same place.
    const id = rowId(
      identity.map(part => coding[part]),
      taken => there.some(one => one.id === taken),
    )
    draft.add('codings', { id, ...coding })
    know(known, { id, pass: '', ...coding })
    return id
  }
  if ((Object.keys(noFacts('')) as (keyof CodingFacts)[]).every(fact => before[fact] === coding[fact])) return before.id
  draft.problem(
    'you coded these words with this code and role before, and said something else of them',
    'use pass.recode in an axial pass to change a coding',
  )
  return null
}

function joinAccount(draft: Draft, ids: readonly string[]): string {
  const codings = ids.map(id => draft.get('codings', id) as Coding | undefined)
  if (ids.length < 2 || codings.some(one => one === undefined)) {
    // An empty id stands for a coding whose own call failed, which is noted already.
    if (!ids.includes('')) draft.problem('an account joins two or more codings', 'give the ids that pass.code returned')
    return ''
  }
  const spoken = codings.map(one => draft.transcript(one?.transcript ?? '')?.respondents.join(';'))
  if (new Set(spoken).size > 1) {
    draft.problem(
      'an account is the explanation of one source',
      'join codings of one conversation, or of conversations with the same people',
    )
    return ''
  }
  const before = new Set(codings.map(one => one?.account).filter(account => account))
  if (before.size > 1) {
    draft.problem('some of these codings belong to another account', 'join codings of one account')
    return ''
  }
  const account = [...before][0] ?? rowId(['account', ...ids], () => false).replace(/^c/u, 'a')
  for (const id of ids) draft.change('codings', id, { account })
  return account
}
