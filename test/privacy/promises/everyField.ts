import {
  type Coding,
  columnsOf,
  configurationRoles,
  newStudy,
  type Page,
  type RowOf,
  type Study,
  type TableName,
  type Transcript,
  tableNames,
  tables,
} from '../../../src/study/index.js'
import { transcript as transcriptOf } from '../../builders.js'

/** Where a text stands: `codes.definition`, `pages.text`. */
export type Place = string

/** What stands at a place, given what would stand there of itself. */
export type Say = (place: Place, plain: string) => string

/** An attribute that is carried, and one that is not. */
export const attribute = 'function'
const rowsPerTable = 3

// Ids that codings and front matter refer to stay short; every other text gets some words around it.
const words: Readonly<Record<string, readonly string[]>> = {
  'transcripts.id': ['talk-1', 'talk-2', 'talk-3'],
  'transcripts.language': ['en', 'en', 'nl'],
  'respondents.id': ['1', '2', '3'],
  'respondents.label': ['Person C', 'Person A', 'Person B'],
  'respondents.group': ['nurses', 'doctors', 'nurses'],
  'cases.id': ['north', 'south', 'east'],
  'codes.name': ['new rules', 'open talk', 'better care'],
  'codes.colour': ['#ff0000', '#00ff00', '#0000ff'],
  'themes.label': ['Outside rules', 'Talking', 'Care'],
  'configurations.id': ['C1', 'C2', 'C3'],
}

const said = [
  ['They came with new rules last year.', 'We had to sit down together within a month.', 'It took our evenings, and that is that.'],
  ['The rules made all of us talk.', 'Nobody forced us though, I would say.', 'The patients saw it before we did.'],
  ['We never noticed those rules.', 'The evenings we did notice a lot.', 'Care got better in the end.'],
] as const

/**
 * A study in which every table has rows and every column, declared or not, has something in it, each text made by `say`. A column that
 * is declared later is filled by itself.
 */
export function everyField(say: Say): Study {
  const textOf = (table: string, column: string, i: number) => {
    const place = `${table}.${column}`
    return say(place, words[place]?.[i] ?? `${column} of ${table} ${i + 1}`)
  }
  const ids = idsBy(table => Array.from({ length: rowsPerTable }, (_, i) => textOf(table, 'id', i)))
  const roles = ['context', 'mechanism', 'outcome', 'future', say('roles.id', 'setting')]
  const frame: Study = {
    ...newStudy({ title: say('study.title', 'The open door'), language: 'en' }),
    roles,
    roleFacts: roles.map(id => ({
      id,
      label: id === 'setting' || id === 'context' ? say('roles.label', `Label of ${id}`) : null,
      parent: null,
      inConfiguration: id !== 'future',
    })),
  }
  const rows = <T extends TableName>(table: T): readonly RowOf<T>[] =>
    Array.from({ length: rowsPerTable }, (_, i) => {
      const row: Record<string, unknown> = { id: ids[table][i]!, extra: extraOf(say, table, i) }
      for (const [name, column] of Object.entries(columnsOf(table, configurationRoles(frame)))) {
        if (name === 'id') continue
        const of = column.of as TableName | undefined
        row[name] = {
          text: () => textOf(table, name, i),
          list: () => [textOf(table, name, i)],
          reference: () => ids[of!][i]!,
          references: () => [ids[of!][i]!],
          role: () => roles[i]!,
          choice: () => column.values![i % column.values!.length],
          boolean: () => i === 0,
          integer: () => i + 1,
          date: () => `2020-0${i + 1}-11`,
          spans: () => [],
        }[column.kind]()
      }
      return rowFrom<T>(row)
    })

  const rounds = [1, 2, 3].map(n => ({
    id: say('rounds.id', `round-${n}`),
    kind: say('rounds.kind', 'interview'),
    title: say('rounds.title', `Round ${n}`),
    purpose: say('rounds.purpose', 'glean'),
  }))
  const transcripts = rows('transcripts').map((row, i): Transcript => {
    const lines = [
      say('transcripts.text outside turns', `Conversation ${i + 1}`),
      'I: What changed?',
      ...said[i]!.map((one, j) => `${ids.respondents[i]}: ${one}${j === 1 ? say('transcripts.text', '') : ''}`),
      `I: And now?${say('transcripts.text of who asks', '')}`,
    ]
    const { text, turns } = transcriptOf(row.id, lines)
    return { ...row, text, turns: turns.map(turn => ({ ...turn, at: 12 })), round: rounds[i]!.id, respondents: [ids.respondents[i]!] }
  })
  const place = (i: number, j: number) => {
    const start = transcripts[i]!.text.indexOf(said[i]![j]!)
    return { transcript: ids.transcripts[i]!, start, end: start + said[i]![j]!.length }
  }
  const coding = (id: string, i: number, j: number, facts: Partial<Coding>): Coding => {
    const { lost: _, quote: __, role, ...row } = rows('codings')[i]!
    const open = { code: row.code!, coder: row.coder!, pass: row.pass!, role: role! }
    return { ...row, ...open, id, ...place(i, j), status: 'open', settles: [], about: ids.cases[i]!, ...facts }
  }
  const codings = said.flatMap((lines, i) =>
    lines.map((_, j) =>
      coding(j === 0 ? ids.codings[i]! : `${ids.codings[i]} ${j}`, i, j, {
        code: ids.codes[(i + j) % 3]!,
        role: roles[(i + j) % 3]!,
        stance: (['supports', 'refutes', 'refines'] as const)[j]!,
        account: i === 0 ? say('codings.account', 'account 1') : null,
        memo: say('codings.memo', 'a memo'),
      }),
    ),
  )
  const goneId = say('codings.id', 'gone')
  // A second coder who read a passage otherwise, so that there is something unsettled.
  const other = coding(`${ids.codings[0]} other`, 0, 0, {
    code: ids.codes[1]!,
    role: 'outcome',
    coder: say('codings.coder', 'coder 9'),
    settles: [goneId],
  })
  const page = (id: string, chapter: string, more: Readonly<Record<string, string>> = {}): Page => ({
    id: say('pages.id', id),
    text: say('pages.text', `## A heading\n\nWhat she wrote of ${id}, with {{n ${ids.themes[1]}}} and {{words ${ids.themes[1]}}}.`),
    about: [ids.themes[0]!, goneId],
    extra: { chapter, title: say('pages.title', 'A title'), unknown: say('pages.extra', 'x'), ...more },
  })
  return {
    ...frame,
    templates: [{ language: 'en', text: `${say('templates.text', 'When all goes well:')} {context}, {setting}, {mechanism}, {outcome}` }],
    questions: [say('study.questions', 'What works, for whom?')],
    rounds,
    cleaning: [say('study.cleaning', 'stammering left out')],
    ethics: say('study.ethics', 'Approved by a board.'),
    speakerPattern: say('study.speakerPattern', '^(\\w+):'),
    cases: rows('cases'),
    respondents: rows('respondents').map((one, i) => ({ ...one, consent: i === 2 ? ('paraphrase' as const) : ('verbatim' as const) })),
    consents: rows('consents').map(one => ({ ...one, purpose: 'archive' as const, answer: 'yes' as const, until: null })),
    topics: rows('topics').map(one => ({ ...one, parent: null })),
    transcripts,
    codes: rows('codes').map((one, i) => ({
      ...one,
      borderline: [],
      parent: i === 1 ? ids.codes[0]! : null,
      retired: i === 2,
      role: roles[i]!,
    })),
    relations: rows('relations'),
    codings: [...codings, other],
    lost: [coding(goneId, 0, 0, { memo: say('lost.memo', 'gone') })],
    themes: rows('themes').map((one, i) => ({ ...one, parent: null, role: roles[i]! })),
    quotes: rows('quotes').map((one, i) => {
      const { start, end } = place(i, 1)
      const isParaphrase = i !== 0
      const text = isParaphrase ? textOf('quotes', 'text', i) : `${said[0][1]} [${say('quotes.text', 'of that')}]`
      return {
        ...one,
        spans: [{ start, end }],
        form: isParaphrase ? ('paraphrase' as const) : ('verbatim' as const),
        text,
        approved: 'yes' as const,
        configurations: [ids.configurations[i]!],
      }
    }),
    theories: rows('theories').map((one, i) => ({ ...one, from: i === 0 ? null : ids.theories[i - 1]! })),
    configurations: rows('configurations').map(one => ({
      ...one,
      theory: ids.theories[2]!,
      from: [ids.configurations[0]!],
      rivalOf: ids.configurations[0]!,
    })),
    evidence: rows('evidence').map((one, i) => ({
      ...one,
      configuration: ids.configurations[i === 2 ? 0 : i]!,
      theory: ids.theories[2]!,
      coding: i === 0 ? one.coding : null,
      account: i === 1 ? say('codings.account', 'account 1') : null,
      reference: i === 2 ? one.reference : null,
    })),
    cells: rows('cells').map((one, i) => ({
      ...one,
      theme: i === 0 ? null : one.theme,
      configuration: i === 0 ? ids.configurations[0]! : null,
      theory: i === 0 ? ids.theories[2]! : null,
    })),
    prompts: rows('prompts').map((one, i) => ({ ...one, ...place(i, 0), configuration: ids.configurations[0]!, theory: ids.theories[2]! })),
    answers: rows('answers').map((one, i) => ({ ...one, ...place(i, 0) })),
    responses: rows('responses').map((one, i) => ({ ...one, ...place(i, 2), round: rounds[i]!.id })),
    reveals: rows('reveals'),
    sampling: rows('sampling'),
    pages: [
      page('first', 'introduction'),
      page('rules', 'context', { theme: ids.themes[0]! }),
      page('own', say('pages.chapter', 'A chapter of her own')),
    ],
    memos: [{ id: say('memos.id', 'memo'), text: say('memos.text', 'a memo'), about: [ids.codes[0]!], extra: { kind: 'field' } }],
    journal: [1, 2].map(n => ({
      id: say('journal.id', `pass ${n}`),
      base: n === 1 ? '' : say('journal.id', 'pass 1'),
      kind: 'open' as const,
      coder: say('journal.coder', `coder ${n}`),
      date: `2020-05-0${n}`,
      changes: [
        {
          call: say('journal.call', 'pass.code'),
          note: say('journal.note', 'coded'),
          patches: [{ table: 'codes', id: ids.codes[0]!, to: { name: say('journal.patch', 'x') } }],
        },
      ],
    })),
  }
}

function idsBy(make: (table: TableName) => readonly string[]): Readonly<Record<TableName, readonly string[]>> {
  return Object.fromEntries(tableNames.map(table => [table, make(table)])) as Record<TableName, readonly string[]>
}

/** A row that was filled by its declaration. */
function rowFrom<T extends TableName>(row: object): RowOf<T> {
  return Object.fromEntries(Object.keys(row).map(key => [key, Reflect.get(row, key)])) as RowOf<T>
}

function extraOf(say: Say, table: TableName, i: number): Readonly<Record<string, string>> {
  const unknown = { [say(`${table}.extra name`, 'a column of hers')]: say(`${table}.extra`, `hers ${i + 1}`) }
  return tables[table].attributes === true ? { [attribute]: say(`${table}.${attribute}`, `function ${i + 1}`), ...unknown } : unknown
}

/** Columns that repeat what another place says. */
export const repeating: Readonly<Record<Place, Place>> = {
  'transcripts.round': 'rounds.id',
  'responses.round': 'rounds.id',
  'quotes.configurations': 'configurations.id',
  'configurations.from': 'configurations.id',
  'configurations.rivalOf': 'configurations.id',
  'evidence.configuration': 'configurations.id',
  'cells.configuration': 'configurations.id',
  'prompts.configuration': 'configurations.id',
  'evidence.account': 'codings.account',
}

/** Every place at which a text of a study may stand. */
export function placesOfStudy(): readonly Place[] {
  const places = new Set<Place>()
  const all = JSON.stringify(
    everyField((place, plain) => {
      places.add(place)
      // The name of a role is the name of columns too.
      return place === 'roles.id' ? plain : `${plain}<${place}>`
    }),
  )
  return [...places].filter(place => place === 'roles.id' || all.includes(`<${place}>`))
}
