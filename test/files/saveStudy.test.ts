import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { axialPass, openPass, selectivePass, undoPass } from '../../src/coding/index.js'
import { openStudy } from '../../src/files/openStudy.js'
import { saveStudy } from '../../src/files/saveStudy.js'
import type { Coding, Row, Study, StudyError } from '../../src/study/index.js'
import { emptyFolder, type Files, folderOf, photograph, small, writeFiles } from './studyFolder.js'

const by = { coder: 'MV', date: '2024-05-04' }
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')
const ids = (study: Study) => study.journal.map(pass => pass.id)

/** What a study says, without where the sources of its transcripts stand on disk. */
function said(study: Study): Study {
  return { ...study, transcripts: study.transcripts.map(one => ({ ...one, file: null, hash: null })) }
}

const addOne = (study: Study) => openPass(study, by, pass => void pass.code(pass.fragment('b', 'every week'), 'k2', { role: 'outcome' }))

test('saving an unchanged study writes nothing', async () => {
  const folder = folderOf({ ...small, 'report/1.md': 'Hers' })
  const before = photograph(folder)
  expect(await saveStudy(await openStudy(folder), folder)).toEqual([])
  expect(photograph(folder)).toEqual(before)
})

test('a pass adds its rows and leaves every other character alone', async () => {
  const folder = folderOf({ ...small, 'codings.csv': `${small['codings.csv']}\n  \nc9,b,16,23,,k1,context,\n` })
  const study = addOne(await openStudy(folder))
  expect(await saveStudy(study, folder)).toEqual(['codings.csv', 'journal.jsonl', 'texts/a.txt', 'texts/b.txt', 'transcripts.csv'])
  const made = study.codings.at(-1)!
  const header = String(small['codings.csv']).split('\n')[0]!
  expect(read(folder, 'codings.csv')).toBe(
    `${small['codings.csv']}\n  \nc9,b,16,23,,k1,context,\n`.replace(header, `${header},pass`) +
      `${made.id},b,42,52,every week,k2,outcome,MV,${made.pass}\n`,
  )
  for (const name of ['codes.csv', 'themes.csv', 'respondents.csv', 'study.json', 'transcripts/a.txt'])
    expect(read(folder, name)).toBe(small[name])
  const again = await openStudy(folder)
  expect(said(again)).toEqual(said(study))
  expect(await saveStudy(again, folder)).toEqual([])
})

test('a changed row keeps the cells that still hold, the columns of hers, and the style of the file', async () => {
  const codings =
    '\uFEFF"mine";"id";"quote";"transcript";"code";"coder"\r\n"x ""y""";"c1";"Then I came early";"a";"coming early";"AB"\r\n"";"c2";"every week";"b";"being known";"AB"\r\n'
  const folder = folderOf({ ...small, 'codings.csv': codings })
  const study = axialPass(await openStudy(folder), by, pass => pass.recode(['c1'], { polarity: 'enabling' }))
  await saveStudy(study, folder)
  expect(read(folder, 'codings.csv')).toBe(
    '\uFEFF"mine";"id";"quote";"transcript";"code";"coder";"polarity"\r\n"x ""y""";"c1";"Then I came early";"a";"coming early";"AB";"enabling"\r\n"";"c2";"every week";"b";"being known";"AB"\r\n',
  )
  expect(said(await openStudy(folder))).toEqual(said(study))
})

test('a line that tells Excel the delimiter stays above the header', async () => {
  const codings = 'sep=;\r\nid;transcript;quote;code\r\nc1;a;Then I came early;coming early\r\n'
  const folder = folderOf({ ...small, 'codings.csv': codings })
  await saveStudy(addOne(await openStudy(folder)), folder)
  expect(read(folder, 'codings.csv')).toMatch(/^sep=;\r\nid;transcript;quote;code;[a-z;]+\r\nc1;a;Then I came early;coming early/u)
})

test('rows that name a code by a name it no longer has are written anew', async () => {
  const folder = folderOf(small)
  const study = axialPass(await openStudy(folder), by, pass => pass.rename('coming early', 'early visits'))
  await saveStudy(study, folder)
  expect(read(folder, 'codings.csv')).toContain('c1,a,,,Then I came early,k2,,AB\n')
  expect(read(folder, 'codings.csv')).toContain('c2,a,20,38,,k1,,AB\n')
  expect(said(await openStudy(folder))).toEqual(said(study))
})

test('a row that lives on the role of its code keeps its role when that of the code changes', async () => {
  const folder = folderOf(small)
  const study = await openStudy(folder)
  const changed = { ...study, codes: study.codes.map(code => ({ ...code, role: 'context' })) }
  const { editPass } = await import('../../src/coding/index.js')
  const told = { ...changed, journal: [...study.journal, editPass(study, changed, by)!] }
  await saveStudy(told, folder)
  expect((await openStudy(folder)).codings.map(one => one.role)).toEqual(study.codings.map(one => one.role))
})

test('removed rows go, and rows without an id keep theirs', async () => {
  const folder = folderOf({ ...small, 'relations.csv': 'from,relation,to\nk1,leads to,k2\nk1,leads to,k2\n' })
  const study = await openStudy(folder)
  const { editPass } = await import('../../src/coding/index.js')
  const fewer = { ...study, relations: study.relations.slice(1) }
  const told = { ...fewer, journal: [...study.journal, editPass(study, fewer, by)!] }
  await saveStudy(told, folder)
  expect(read(folder, 'relations.csv')).toBe(`from,relation,to,id\nk1,leads to,k2,${study.relations[1]!.id}\n`)
  expect(said(await openStudy(folder))).toEqual(said(told))
})

test('passes of every kind, one after another, read back as they are', async () => {
  const folder = folderOf(small)
  let study = addOne(await openStudy(folder))
  await saveStudy(study, folder)
  study = axialPass(study, by, pass => {
    pass.merge(['k1', 'k2'], 'visits')
    pass.define('rest', { role: 'outcome' })
    pass.relate('visits', 'makes room for', 'rest')
  })
  await saveStudy(study, folder)
  expect(said(await openStudy(folder))).toEqual(said(study))
  study = selectivePass(study, by, pass => {
    pass.theme('Early', { role: 'outcome', codes: ['visits'], bullet: 'They come; early.', claim: '=1+1' })
    pass.configure({ context: ['visits'], outcome: ['visits'] }, { id: 'C1', statement: 'Where, they "come",\nearly.' })
  })
  await saveStudy(study, folder)
  expect(read(folder, 'themes.csv')).toContain('=1+1')
  expect(said(await openStudy(folder))).toEqual(said(study))
  study = undoPass(study, by)
  await saveStudy(study, folder)
  expect(said(await openStudy(folder))).toEqual(said(study))
  expect(read(folder, 'journal.jsonl').trim().split('\n')).toHaveLength(5)
})

test('lines of the journal stand', async () => {
  const folder = folderOf(small)
  const one = addOne(await openStudy(folder))
  await saveStudy(one, folder)
  const before = read(folder, 'journal.jsonl')
  await saveStudy(
    axialPass(one, by, pass => pass.rename('being known', 'known')),
    folder,
  )
  expect(read(folder, 'journal.jsonl').startsWith(before)).toBe(true)
})

test('work in the folder that the study does not know is not overwritten', async () => {
  const folder = folderOf(small)
  const study = await openStudy(folder)
  const other = openPass(
    study,
    { coder: 'JB', date: '2024-05-06' },
    pass => void pass.code(pass.fragment('b', 'Because'), 'k1', { role: 'context' }),
  )
  await saveStudy(other, folder)
  const before = photograph(folder)
  const error = (await saveStudy(addOne(study), folder).catch((thrown: unknown) => thrown)) as StudyError
  expect(error.problems).toEqual([
    {
      what: 'the folder has a pass this study does not know: open by JB of 2024-05-06',
      hint: 'open the folder again and repeat your passes',
    },
  ])
  writeFiles(folder, { 'themes.csv': 'label,role,codes\nOther,mechanism,k1\n' })
  const byHand = (await saveStudy(other, folder).catch((thrown: unknown) => thrown)) as StudyError
  expect(byHand.problems[0]!.what).toBe('the tables in the folder were changed by hand since this study was opened')
  const now = photograph(folder)
  expect({ ...now, 'themes.csv': '' }).toEqual({ ...before, 'themes.csv': '' })
})

test('changes by hand are saved under the name of who opened', async () => {
  const folder = folderOf(small)
  await saveStudy(addOne(await openStudy(folder)), folder)
  writeFiles(folder, { 'themes.csv': 'label,role,codes\nOther,mechanism,k1\n' })
  const study = axialPass(await openStudy(folder, { by }), by, pass => pass.rename('being known', 'known'))
  await saveStudy(study, folder)
  expect(ids(await openStudy(folder))).toEqual(ids(study))
  expect(read(folder, 'journal.jsonl').split('\n')[2]).toContain('"kind":"edit","base":')
})

test('who changed a table by hand is saved, also when that is all there is to save', async () => {
  const folder = folderOf(small)
  await saveStudy(addOne(await openStudy(folder)), folder)
  writeFiles(folder, { 'themes.csv': 'label,role,codes\nOther,mechanism,k1\n' })
  // Nobody is named, so nothing is written, and it can be said later.
  expect(await saveStudy(await openStudy(folder), folder)).toEqual([])
  const study = await openStudy(folder, { by })
  expect(await saveStudy(study, folder)).toContain('journal.jsonl')
  const again = await openStudy(folder)
  expect(again.journal.at(-1)).toMatchObject({ kind: 'edit', coder: 'MV', date: '2024-05-04' })
  expect(await saveStudy(again, folder)).toEqual([])
})

test('a study changed without a pass is not saved', async () => {
  const folder = folderOf(small)
  const study = await openStudy(folder)
  await expect(saveStudy({ ...study, codes: study.codes.map(code => ({ ...code, definition: 'new' })) }, folder)).rejects.toThrow(
    'changed without a pass',
  )
})

test('facts and pages change without a pass, and keys and line ends of hers stay', async () => {
  const folder = folderOf({
    ...small,
    'study.json': '{ "title": "T", "language": "en", "hers": [1] }',
    'report/1.md': '\uFEFF---\r\norder: 1\r\n---\r\nOld\r\n',
    'report/2.md': 'Gone',
  })
  const study = await openStudy(folder)
  const changed: Study = {
    ...study,
    title: 'New',
    rounds: [{ id: 'r1', kind: null, title: 'First', purpose: null }],
    pages: [{ ...study.pages[0]!, text: 'New\n' }],
    memos: [{ id: 'm', text: 'Why', about: ['k1'], extra: {} }],
  }
  await saveStudy(changed, folder)
  expect(JSON.parse(read(folder, 'study.json'))).toEqual({
    title: 'New',
    language: 'en',
    hers: [1],
    rounds: [{ id: 'r1', title: 'First' }],
  })
  expect(read(folder, 'report/1.md')).toBe('\uFEFF---\r\norder: 1\r\n---\r\nNew\r\n')
  expect(read(folder, 'memos/m.md')).toBe('---\nabout: k1\n---\nWhy')
  expect(readdirSync(join(folder, 'report'))).toEqual(['1.md'])
  expect(said(await openStudy(folder))).toEqual(said(changed))
})

test('a folder with other things in it is left alone, and a refused save leaves no folder behind', async () => {
  const study = await openStudy(folderOf(small))
  const other = folderOf({ 'thesis.docx': 'x' })
  await expect(saveStudy(study, other)).rejects.toThrow('other things and no study')
  expect(readdirSync(other)).toEqual(['thesis.docx'])
  const fresh = join(emptyFolder(), 'new')
  const wrong: Study = { ...study, journal: [], pages: [{ id: '../../x', text: '', about: [], extra: {} }] }
  await expect(saveStudy(wrong, fresh)).rejects.toThrow('cannot be a file name')
  expect(readdirSync(join(fresh, '..'))).toEqual([])
})

test('what would not read back is not written', async () => {
  const folder = folderOf(small)
  const study = await openStudy(folder)
  const facts = { role: 'outcome', memo: 'lone \ud800' }
  const spoiled = openPass(study, by, pass => void pass.code(pass.fragment('b', 'every week'), 'k2', facts))
  await expect(saveStudy(spoiled, folder)).rejects.toThrow('would not read back as it is')
  expect(readdirSync(folder)).not.toContain('journal.jsonl')
})

test.each(['community-clinic', 'zorgnetwerk'])('the fixture %s saved elsewhere is the same study', async name => {
  const folder = emptyFolder()
  cpSync(`fixtures/${name}`, folder, { recursive: true })
  const study = await openStudy(folder)
  const before = photograph(folder)
  expect(await saveStudy(study, folder)).toEqual([])
  expect(photograph(folder)).toEqual(before)
  const elsewhere = join(emptyFolder(), 'deep', 'copy')
  await saveStudy(study, elsewhere)
  const copy = await openStudy(elsewhere)
  expect(said(copy)).toEqual(said(study))
  expect(await saveStudy(copy, elsewhere)).toEqual([])
})

// Small random studies: texts with everything a CSV reader stumbles over, codes and codings in all their variety.
const word = fc
  .string({ unit: fc.constantFrom('a', 'B', 'é', '=', '"', ',', '\n', '\t', '…', '😀', "'", '-', '@'), minLength: 1, maxLength: 6 })
  .filter(one => one.trim() === one && one !== '')
const note = fc.option(word, { nil: null })
const code = fc.record({
  name: word,
  role: fc.constantFrom('context', 'mechanism', 'outcome'),
  definition: note,
  when: note,
  sensitive: fc.option(fc.boolean(), { nil: null }),
})
const coding = fc.record({
  start: fc.nat(40),
  length: fc.integer({ min: 1, max: 14 }),
  code: fc.nat(),
  memo: note,
  polarity: fc.constantFrom('enabling', 'hindering', null),
  expected: fc.constantFrom(true, false, null),
  status: fc.constantFrom('open', 'settled', 'superseded'),
  lost: fc.boolean(),
  coder: fc.constantFrom('', 'AB'),
  mine: note,
})
const shape = fc.record({
  codes: fc.array(code, { minLength: 1, maxLength: 4 }),
  codings: fc.array(coding, { maxLength: 6 }),
  ethics: note,
  theme: fc.boolean(),
  page: fc.boolean(),
})

let frame: Study
beforeAll(async () => {
  frame = await openStudy(folderOf(small))
})

function randomStudy(made: typeof shape extends fc.Arbitrary<infer T> ? T : never): Study {
  const codes = made.codes.map((one, i) => ({ ...frame.codes[0]!, ...one, id: `k${i}` }))
  const codings = made.codings.map(({ start, length, lost, mine, code: which, ...facts }, i): Coding & { readonly gone: boolean } => ({
    ...frame.codings[0]!,
    ...facts,
    id: `c${i}`,
    transcript: i % 2 === 0 ? 'a' : 'b',
    code: `k${which % codes.length}`,
    start: lost ? 0 : start,
    end: lost ? 0 : start + length,
    gone: lost,
    extra: { ...(mine === null ? {} : { mine }), ...(lost ? { quote: 'words that are gone' } : {}) },
  }))
  const plain = (lost: boolean) => codings.filter(one => one.gone === lost).map(({ gone, ...one }) => one)
  return {
    ...frame,
    ethics: made.ethics,
    codes,
    codings: plain(false),
    lost: plain(true),
    themes: made.theme ? [{ ...frame.themes[0]!, codes: codes.map(one => one.id) }] : [],
    pages: made.page ? [{ id: 'p', text: '---\nno front matter', about: [], extra: { order: '1' } }] : [],
    journal: [],
  }
}

test('whatever the study, what is saved is what is opened', async () => {
  await fc.assert(
    fc.asyncProperty(shape, async made => {
      const study = randomStudy(made)
      const folder = join(emptyFolder(), 'study')
      await saveStudy(study, folder)
      const again = await openStudy(folder)
      expect(said({ ...again, journal: [] })).toEqual(said(study))
      expect(await saveStudy(again, folder)).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('whatever changes, a file of hers is changed so that the new study is what is opened', async () => {
  const { editPass } = await import('../../src/coding/index.js')
  const style = fc.record({ delimiter: fc.constantFrom(',', ';', '\t'), eol: fc.constantFrom('\n', '\r\n', '\r'), quotes: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(shape, shape, style, async (first, second, way) => {
      const folder = join(emptyFolder(), 'study')
      await saveStudy(randomStudy(first), folder)
      const { default: Papa } = await import('papaparse')
      for (const table of ['codes.csv', 'codings.csv'] as const) {
        const rows = readdirSync(folder).includes(table)
          ? Papa.parse<string[]>(read(folder, table), { delimiter: ',' }).data.filter(row => row.length > 1)
          : []
        if (rows.length > 0)
          writeFiles(folder, { [table]: Papa.unparse(rows, { delimiter: way.delimiter, newline: way.eol, quotes: way.quotes }) } as Files)
      }
      const before = await openStudy(folder)
      const after = { ...randomStudy(second), journal: before.journal }
      const edit = editPass(before, after, by)
      const told: Study = edit === null ? after : { ...after, journal: [...before.journal, edit] }
      await saveStudy(told, folder)
      const again = await openStudy(folder)
      expect(said(again)).toEqual(said(told))
      expect(
        unchangedRows(before, told).every(id =>
          read(folder, 'codings.csv').includes(`${way.quotes ? '"' : ''}${id}${way.quotes ? '"' : ''}${way.delimiter}`),
        ),
      ).toBe(true)
    }),
    { numRuns: 60 },
  )
}, 60_000)

const unchangedRows = (before: Study, after: Study): readonly string[] => {
  const old = new Map(before.codings.map(one => [one.id, JSON.stringify(one)]))
  return after.codings.filter(one => old.get(one.id) === JSON.stringify(one)).map((one: Coding | Row) => String(one.id))
}
