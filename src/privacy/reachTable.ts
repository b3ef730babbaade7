import { behindTheme, countableOf, type Source, sourcesOf, speakersAt } from '../analysis/index.js'
import { type Configuration, type Evidence, type Row, rowsOf, type Study, tableNames, tables } from '../study/index.js'
import { Table } from '../table/index.js'
import { isKnownToAsk } from './consentFor.js'
import type { Register } from './entry.js'
import { nameFinder } from './findNames.js'
import { runsSaidBy, turnsOfOthers } from './speechOf.js'
import type { WithoutPerson } from './withoutPerson.js'

/** Something that a withdrawal cannot reach, or that rested on the person and is still there. */
export interface ReachRow {
  readonly what: string
  readonly file: string
  /** The row in it after the withdrawal, the header being row 1; null: the whole, or something outside the folder. */
  readonly row: number | null
  /** How many other sources it rests on still; null when that is not the question. */
  readonly left: number | null
  readonly count: number | null
  readonly todo: string
}

/** Lists what rested on a person and stays, and what no function can reach. */
export function reachTable(
  before: Study,
  after: Study,
  without: WithoutPerson,
  respondent: string,
  register: Register | null,
): Table<ReachRow> {
  const rows = [
    ...restedOnHer(before, after, respondent),
    ...pagesOnHer(before, after, without, respondent),
    ...saidByOthersToo(before, after, respondent),
    ...questionsToHer(after, without),
    ...namesOfHer(after, respondent, register),
    ...outside(after),
  ]
  return new Table<ReachRow>({
    title: 'What a withdrawal does not reach',
    columns: ['what', 'file', 'row', 'left', 'count', 'todo'],
    rows,
    basis: `${after.transcripts.length} transcripts and ${after.respondents.length} respondents that stay`,
    of: {},
  })
}

const reach = (what: string, todo: string, facts: Partial<ReachRow> = {}): ReachRow => ({
  what,
  file: '',
  row: null,
  left: null,
  count: null,
  todo,
  ...facts,
})

const isOf = (respondent: string) => (source: Source) => source.respondents.includes(respondent)

/** Themes, configurations and codes that she was a source of, with how many others are left. */
function restedOnHer(before: Study, after: Study, respondent: string): readonly ReachRow[] {
  const file = (table: keyof typeof tables, row: number) => ({ file: tables[table].file, row: row + 2 })
  const hers = isOf(respondent)
  const themes = new Set<number>()
  const configurations = new Set<number>()
  before.themes.forEach((theme, i) => {
    const { supports, against, refining } = behindTheme(before, theme)
    if ([...supports, ...against, ...refining].some(hers)) themes.add(i)
  })
  before.configurations.forEach((one, i) => {
    if (behindConfiguration(before, one).some(hers)) configurations.add(i)
  })
  const cases = new Set([
    ...(before.respondents.find(one => one.id === respondent)?.cases ?? []),
    ...before.transcripts.filter(one => one.respondents.includes(respondent)).flatMap(one => one.cases),
  ])
  const about = (one: Study['cells'][number]) =>
    before.themes.some((theme, i) => theme.id === one.theme && themes.has(i)) ||
    before.configurations.some((own, i) => own.id === one.configuration && configurations.has(i))
  return [
    ...[...themes].map(i =>
      reach('a theme, with its claim and its summary, rested on what was said', 'read it again without this source', {
        ...file('themes', i),
        left: behindTheme(after, after.themes[i]!).supports.length,
      }),
    ),
    ...[...configurations].map(i =>
      reach('a configuration rested on what was said', 'weigh its evidence again', {
        ...file('configurations', i),
        left: behindConfiguration(after, after.configurations[i]!).length,
      }),
    ),
    ...before.codes.flatMap((code, i) => {
      const was = countableOf(before, code.id).length
      const is = countableOf(after, after.codes[i]!.id)
      if (was === is.length) return []
      const { heardIn } = sourcesOf(after)
      const left = heardIn(is.map(one => one.speakers)).length
      return left > 0 ? [] : [reach('a code was used for this person only', 'keep, rename or retire it', { ...file('codes', i), left })]
    }),
    ...before.cells.flatMap((cell, i) =>
      cases.has(cell.case ?? '') && (cell.summary !== null || cell.status !== null) && about(cell)
        ? [reach('a summary or verdict of a case of hers', 'read it again without this source', file('cells', i))]
        : [],
    ),
    ...(before.sampling.length === 0
      ? []
      : [
          reach('the numbers of people reached count this person still', 'lower them if the person is not to be counted', {
            file: tables.sampling.file,
          }),
        ]),
  ]
}

/** The sources behind a configuration, by the codings and accounts of its evidence. */
function behindConfiguration(study: Study, { id, theory }: Configuration): readonly Source[] {
  const own = study.evidence.filter(one => one.configuration === id && (one.theory === null || theory === null || one.theory === theory))
  const named = (one: Evidence) =>
    study.codings.filter(coding => coding.id === one.coding || (one.account && coding.account === one.account))
  const texts = new Map(study.transcripts.map(one => [one.id, one]))
  const speakers = own.flatMap(named).flatMap(coding => {
    const text = texts.get(coding.transcript)
    const said = text === undefined ? null : speakersAt(text, coding)
    return said === null ? [] : [said]
  })
  return sourcesOf(study).heardIn(speakers)
}

function pagesOnHer(before: Study, after: Study, { gone }: WithoutPerson, respondent: string): readonly ReachRow[] {
  const left = [...gone.values()]
  const quotes = gone.get('quotes') ?? new Set<string>()
  return (['pages', 'memos'] as const).flatMap(kind =>
    before[kind].flatMap((page, i) => {
      const file = { file: `${kind === 'pages' ? 'report' : 'memos'}/${after[kind][i]!.id}.md` }
      const about = page.about.some(one => one === respondent || left.some(ids => ids.has(one)))
      const refers = quotesIn(page.text).filter(id => quotes.has(id)).length
      return [
        ...(about
          ? [reach('a page is about this person, or about what was removed', 'read it, and take out what tells of the person', file)]
          : []),
        ...(refers > 0
          ? [
              reach('a page printed quotes of this person; a mark stands in their place', 'write the passage anew', {
                ...file,
                count: refers,
              }),
            ]
          : []),
      ]
    }),
  )
}

/** The ids of the quotes that a page refers to. */
export function quotesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*quote\s+([^{}]*?)\s*\}\}/gu)].map(match => match[1]!)
}

/** Runs of her words that another respondent said in a turn of her own. */
function saidByOthersToo(before: Study, after: Study, respondent: string): readonly ReachRow[] {
  const all = runsSaidBy(before, respondent, 'everything')
  const counts = new Map<string, number>()
  for (const { transcript, turn } of turnsOfOthers(before, respondent)) {
    const found = all.find(transcript.text.slice(turn.start, turn.end)).length
    if (found > 0) counts.set(transcript.id, (counts.get(transcript.id) ?? 0) + found)
  }
  return [...counts].map(([id, count]) =>
    reach('another respondent said the same six words or more in a turn of her own: they are hers too, and stay', 'nothing, or ask', {
      ...textPlace(after, id),
      count,
    }),
  )
}

const textPlace = (after: Study, id: string) => ({
  file: tables.transcripts.file,
  row: after.transcripts.findIndex(one => one.id === id) + 2,
})

function questionsToHer(after: Study, { cut, speeches }: WithoutPerson): readonly ReachRow[] {
  return speeches.flatMap(({ transcript, turns }) => {
    const text = cut.get(transcript.id)
    if (text === undefined || turns.length === 0) return []
    const count = text.transcript.turns.filter(turn => turn.asks && isKnownToAsk(transcript, turn)).length
    const others = text.transcript.turns.length - count
    const place = textPlace(after, transcript.id)
    return [
      reach('questions in a conversation with her and others may tell what she said', 'read them, and revise the transcript', {
        ...place,
        count,
      }),
      reach('what the others said in it may name her or answer her', 'read it, and revise the transcript', { ...place, count: others }),
    ]
  })
}

/** Places that hold a registered name of hers; without a register nothing is known of names. */
function namesOfHer(after: Study, respondent: string, register: Register | null): readonly ReachRow[] {
  const entries = register?.filter(one => one.respondent === respondent) ?? []
  if (entries.length === 0)
    return [
      reach(
        register === null ? 'names were not looked for: no register was given' : 'the register has no entry of this respondent',
        'give { register } with the entries of the respondent to list where the name stands',
      ),
    ]
  const finder = nameFinder(entries)
  const told = (text: string, transcript?: string) => finder.find(text, transcript).length
  const what = 'a registered name of this person stands here'
  const todo = 'take the name out; in a transcript by revising it'
  const inTables = tableNames.flatMap(table =>
    rowsOf(after, table).flatMap((row, i) => {
      const count = textsIn(row).reduce((sum, text) => sum + told(text, table === 'transcripts' ? row.id : undefined), 0)
      return count === 0 ? [] : [reach(what, todo, { file: tables[table].file, row: i + 2, count })]
    }),
  )
  const rest = [
    ...(['pages', 'memos'] as const).flatMap(kind =>
      after[kind].map(page => ({ file: `${kind === 'pages' ? 'report' : 'memos'}/${page.id}.md`, texts: textsIn(page) })),
    ),
    {
      file: 'study.json',
      texts: textsIn([after.title, after.questions, after.cleaning, after.ethics, after.rounds, after.roleFacts, after.templates]),
    },
    { file: 'journal.jsonl', texts: textsIn(after.journal) },
  ].flatMap(({ file, texts }) => {
    const count = texts.reduce((sum, text) => sum + told(text), 0)
    return count === 0 ? [] : [reach(what, todo, { file, count })]
  })
  const own = reach('the register itself, with the entries of this person', 'take them out when no text holds the name any more', {
    count: entries.length,
  })
  return [...inTables, ...rest, own]
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value as Row | readonly unknown[]).flatMap(textsIn) : []
}

/** What is not in the study at all. */
function outside({ journal }: Study): readonly ReachRow[] {
  const coders = new Set(journal.map(pass => pass.coder).filter(one => one !== '')).size
  return [
    reach('the folder until it is saved', 'save the study over its folder, and look with whereWords what other files hold'),
    reach('versions of the folder in git, and clones of it', 'rewrite the history (git filter-repo), and have clones deleted'),
    reach('backups, synchronised copies and copies sent along', 'delete the folder from them, or let them expire'),
    reach('copies of the study that coders have, blind copies among them', 'have them deleted, and open the study anew', { count: coders }),
    reach('reports, quote tables, releases and exports made before', 'make them anew; withdraw what was published where that can be'),
    reach('recordings, notes on paper, consent forms and the key that leads back to names', 'treat them as the consent form promised'),
    reach(
      'words of hers in runs of fewer than six, and paraphrases of what she said',
      'read memos, bullets and summaries of what is listed here',
    ),
  ]
}
