import { carriedLanguage, type Language } from '../language/index.js'
import { type Coding, type Study, throwProblems } from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { answersIn, sourcesOf, speakersAt } from '../transcript/index.js'
import { type ComparedWords, compareWords, sayWords } from './compareWords.js'
import { notStated } from './divide.js'
import { answered } from './query/compileText.js'
import { type FragmentPlace, fragmentPlace, inTableOrder } from './query/fragmentPlace.js'
import { codePaths, type QueriedCodings } from './query/queriedCodings.js'
import type { AskedQuery } from './query/query.js'
import { type QueryOptions, queryCodings } from './query/queryCodings.js'
import { stanceOf } from './stanceOf.js'
import { isWithheld } from './withheld.js'

const divisions = ['group', 'case', 'round', 'role', 'source'] as const
const views = ['fragments', 'matrix', 'words'] as const

export interface CompareOptions extends QueryOptions {
  /** What fragments are laid side by side by: `group` unless given. */
  readonly by?: (typeof divisions)[number]
  /**
   * `fragments`, unless given: a row per fragment. `matrix`: a row per source, a column per group (case, round, role).
   * `words`: a row per group with the words only it uses, and those that all share.
   */
  readonly as?: (typeof views)[number]
  /** Whether fragments of the codes under the code are compared too. */
  readonly under?: boolean
  /** The language of the words, for their stems; that of the safe study unless given. Without any, words are not compared. */
  readonly language?: Language
}

/** A row of a comparison; which columns it has depends on the options. */
export type ComparedRow = Readonly<Record<string, Cell>>

/** A fragment with all that it is compared by. */
interface Compared {
  readonly coding: Coding
  readonly place: FragmentPlace
  readonly part: string
  readonly source: string
  /** Who may have said it: counted, not shown. */
  readonly speakers: readonly string[]
  readonly said: string
  /** Empty where the words may not be printed, or not be tied to their speaker. */
  readonly words: string
}

/**
 * Lays all fragments of a code side by side, so that each can be compared with those before it, in the same and in different groups
 * (constant comparison: Glaser, 1965). Fragments stand per group, then case and source, in the order of the tables; facts that none has
 * are no column.
 *
 * `differs` says in which facts (role, polarity, stance, level, beneficiary) a fragment stands apart: more than half of the other
 * fragments of its group, or of all when it is alone there, share another value. `own words` are said by its source only, `shared words`
 * by others too, with the number of sources; words are taken as stems, without stop words. They are aids to reading: nothing is tested.
 *
 * @param code a code by id or name, or a query for any other fragments
 * @throws StudyError when an option or a name is wrong
 * @example
 * compareFragments(study, 'trust', { language: en }).rows[0]?.differs
 * //=> 'role: context, others mechanism; polarity: not given, others enabling'
 */
export function compareFragments(study: Study, code: string | AskedQuery, options: CompareOptions = {}): Table<ComparedRow> {
  const { by = 'group', as = 'fragments', under = false, language = carriedLanguage(study) ?? undefined, all = false } = options
  const wrong = (what: string, hint: readonly string[]) => ({ what, hint: `give ${hint.join(', ')}`, call: 'compareFragments' })
  throwProblems([
    ...(divisions.includes(by) ? [] : [wrong('fragments cannot be compared by this', divisions)]),
    ...(views.includes(as) ? [] : [wrong('a comparison has no such view', views)]),
    ...(as === 'matrix' && by === 'source' ? [wrong('a matrix has sources as its rows', divisions.slice(0, -1))] : []),
  ])
  const found = queryCodings(study, typeof code === 'string' ? q => (under ? q.codeTree(code) : q.code(code)) : code, { all })
  const fragments = inOrder(study, found, by)
  const words = language === undefined ? null : compareWords(fragments, language)
  const table =
    as === 'matrix' ? matrix(fragments) : as === 'words' ? wordRows(study, fragments, words, by) : fragmentRows(study, fragments, words, by)
  const unread = as !== 'matrix' && words === null ? '; words are not compared: no language was given' : ''
  return new Table<ComparedRow>({ title: 'Fragments compared', ...table, basis: `${found.basis}; compared by ${by}${unread}`, of: found })
}

type Rows = { readonly columns: readonly string[]; readonly rows: readonly ComparedRow[] }

/** By what may be told of each: where words stand tells who said them. */
function inOrder(study: Study, found: QueriedCodings, by: NonNullable<CompareOptions['by']>): readonly Compared[] {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const { homeOf } = sourcesOf(study)
  const respondents = study.respondents.map(one => one.id)
  const order: Readonly<Record<string, readonly (string | null)[]>> = {
    group: study.respondents.map(one => one.group),
    case: study.cases.map(one => one.name ?? one.id),
    round: study.rounds.map(one => one.title ?? one.id),
    role: study.roles,
  }
  const compared = inTableOrder(study, found.codings).map((coding): Compared & { readonly places: readonly number[] } => {
    const transcript = transcripts.get(coding.transcript)!
    const place = fragmentPlace(study, transcript, coding)
    const part = { ...place, source: place.speaker, role: coding.role }[by] ?? notStated
    const said = answered(transcript, coding)
    const spans = answersIn(transcript, coding)
    const at = (name: string | null, list: readonly (string | null)[] = []) => {
      // "nurse / manager" stands with the nurses.
      const index = name === null ? -1 : list.findIndex(one => one !== null && (one === name || name.startsWith(`${one} / `)))
      return index < 0 ? list.length : index
    }
    const speaker = respondents.indexOf(place.speakers[0] ?? '')
    const person = speaker < 0 ? respondents.length : speaker
    const places = [by === 'source' ? person : at(part, order[by]), at(place.group, order.group), at(place.case, order.case), person]
    // Words said by one source only tell that others who say them are the same source.
    const isHidden = place.coding === null || isWithheld(transcript, spans.length > 0 ? spans : [coding])
    const words = isHidden ? '' : said
    const speakers = speakersAt(transcript, coding) ?? []
    // Of whom nobody is known, nothing is shared with anyone for certain: they count as one.
    const source = [...new Set(speakers.map(one => homeOf(one).id))].sort().join('\n')
    return { coding, place, part, source, speakers, said, words, places }
  })
  return compared.sort((a, b) => {
    const first = a.places.findIndex((place, i) => place !== b.places[i])
    if (a.part !== b.part && (first < 0 || first > 0)) return a.part < b.part ? -1 : 1
    return first < 0 ? 0 : a.places[first]! - b.places[first]!
  })
}

function fragmentRows(study: Study, fragments: readonly Compared[], words: ComparedWords | null, by: string): Rows {
  const pathOf = codePaths(study)
  const rows = fragments.map(fragment => {
    const { coding, place, part, said } = fragment
    const { role, polarity, level, beneficiary, elicited, coder, memo } = coding
    return {
      group: place.group,
      case: place.case,
      source: place.speaker,
      code: pathOf(coding.code).join(' > '),
      role,
      polarity,
      stance: stanceOf(coding),
      level,
      beneficiary,
      elicited,
      words: said,
      differs: differences(fragment, fragments, by),
      ...(words === null
        ? {}
        : {
            'own words': sayWords(words.own(fragment), false),
            'shared words': sayWords(words.shared(fragment), study.basis !== 'quotes'),
          }),
      coder,
      memo,
      [by]: part,
    }
  })
  const before = ['group', 'case', 'source'].filter(one => one !== by)
  const after = ['code', 'role', 'polarity', 'stance', 'level', 'beneficiary', 'elicited', 'words', 'differs'].filter(one => one !== by)
  const own = words === null ? [] : ['own words', 'shared words']
  // Facts that no fragment has would only take room.
  const optional = new Set(['polarity', 'level', 'beneficiary', 'elicited', 'memo'])
  const isUsed = (column: string) => !optional.has(column) || rows.some(row => Reflect.get(row, column) !== null)
  return { columns: [by, ...before, ...after, ...own, 'coder', 'memo'].filter(isUsed), rows }
}

const facts = ['role', 'polarity', 'stance', 'level', 'beneficiary'] as const

/** The facts in which a fragment stands apart from more than half of the others of its part, or of all others when it is alone there. */
function differences(fragment: Compared, fragments: readonly Compared[], by: string): string {
  const others = fragments.filter(one => one !== fragment)
  const near = others.filter(one => one.part === fragment.part)
  const among = near.length > 0 ? near : others
  const given = ({ coding }: Compared, fact: (typeof facts)[number]) => (fact === 'stance' ? stanceOf(coding) : coding[fact]) ?? 'not given'
  const found = facts.flatMap(fact => {
    const counts = new Map<string, number>()
    for (const one of among) counts.set(given(one, fact), (counts.get(given(one, fact)) ?? 0) + 1)
    const most = [...counts].find(([, count]) => count * 2 > among.length)?.[0]
    const mine = given(fragment, fact)
    return most === undefined || most === mine ? [] : [`${fact}: ${mine}, others ${most}`]
  })
  return `${found.length > 0 && near.length === 0 ? `alone of its ${by}; ` : ''}${found.join('; ')}`
}

/** A row per source, a column per part. */
function matrix(fragments: readonly Compared[]): Rows {
  const nameOf = ({ place }: Compared) => place.speaker ?? notStated
  const column = (part: string) => (part === 'source' ? 'source (as a name)' : part)
  const parts = [...new Set(fragments.map(one => column(one.part)))]
  const rows = [...new Set(fragments.map(nameOf))].map(source => {
    const cells = parts.map(part => {
      const here = fragments.filter(one => nameOf(one) === source && column(one.part) === part)
      return [part, here.length === 0 ? null : here.map(one => `${one.said} (${factsOf(one.coding)})`).join('\n')] as const
    })
    return { source, ...Object.fromEntries(cells) }
  })
  return { columns: ['source', ...parts], rows }
}

function factsOf({ role, polarity, stance }: Coding): string {
  return [role, polarity, stance].filter(fact => fact !== null).join(', ')
}

/** A row per part: what only it says, and what all parts say. */
function wordRows(study: Study, fragments: readonly Compared[], words: ComparedWords | null, by: string): Rows {
  const counts = study.basis !== 'quotes'
  const rows = [...new Set(fragments.map(one => one.part))].map(part => {
    const here = fragments.filter(one => one.part === part)
    const sources = counts ? sourcesOf(study).heardIn(here.map(one => one.speakers)).length : null
    const own = words === null ? null : sayWords(words.onlyIn(part), counts)
    return {
      [by]: part,
      fragments: here.length,
      sources,
      'own words': own,
      'shared words': words === null ? null : sayWords(words.inAll(part), counts),
    }
  })
  return { columns: [by, 'fragments', 'sources', 'own words', 'shared words'], rows }
}
