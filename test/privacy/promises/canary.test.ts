import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import fc from 'fast-check'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDecisions, openRegister, openReleases, openStudy, saveStudy } from '../../../src/files/index.js'
import * as api from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { by } from '../../builders.js'
import { emptyFolder, type Files, folderOf } from '../../files/studyFolder.js'
import { zip } from '../../transcript/zip.js'
import { everyField } from './everyField.js'

const canary = 'Zwaardvis'

/** Everything of an error that somebody may read, print or send: of its causes too. */
function shown(error: unknown): string {
  const texts: string[] = []
  for (let one: unknown = error; one !== undefined && one !== null; one = one instanceof Error ? one.cause : undefined) {
    texts.push(String(one), inspect(one, { depth: 9, showHidden: true }))
    if (one instanceof Error) texts.push(String(one.stack), JSON.stringify(one, Object.getOwnPropertyNames(one)))
    if (one instanceof api.StudyError) texts.push(JSON.stringify(one.problems))
  }
  return texts.join('\n')
}

/** What a reader refuses it refuses without a word of it; how often it did. */
async function refusals(attempts: readonly (readonly [string, () => unknown])[]): Promise<number> {
  let refused = 0
  for (const [what, attempt] of attempts) {
    try {
      await attempt()
    } catch (error) {
      refused++
      expect([what, error]).toEqual([what, expect.any(api.StudyError)])
      expect([what, shown(error).match(new RegExp(`.{0,80}${canary}.{0,20}`, 'iu'))?.[0] ?? null]).toEqual([what, null])
    }
  }
  return refused
}

let sound: Files = {}
beforeAll(async () => {
  const study = everyField((place, plain) =>
    /\.(?:speakers|coder|hash|file)$|speakerPattern/u.test(place) ? plain.replaceAll(' ', '-') : plain,
  )
  const folder = join(emptyFolder(), 'study')
  await saveStudy(
    { ...study, journal: [], transcripts: study.transcripts.map(one => ({ ...one, speakers: [], file: null, hash: null })) },
    folder,
  )
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => statSync(join(folder, path)).isFile())
  sound = Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]))
})

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.trim()).data
const csvOf = (rows: readonly (readonly string[])[]) => `${Papa.unparse(rows as string[][])}\n`
/** Of the id of a conversation messages may speak: it is the name of a place. */
const isPlace = (file: string, column: string | undefined) => file === 'transcripts.csv' && column === 'id'

describe('a canary', () => {
  it('in every cell of a table, one table at a time and one column at a time, shows in no error', async () => {
    const tables = Object.keys(sound).filter(path => path.endsWith('.csv'))
    expect(tables.length).toBeGreaterThan(15)
    const attempts = tables.flatMap(path => {
      const [head, ...rows] = rowsOf(String(sound[path]))
      const withCells = (change: (cell: string, i: number, column: string) => string) =>
        csvOf([head!, ...rows.map(row => row.map((cell, j) => (isPlace(path, head![j]) ? cell : change(cell, j, head![j]!))))])
      const broken: Files = {
        whole: withCells(() => canary),
        numbered: withCells((_, j) => `${canary}${j}`),
        one: withCells((cell, j) => (j % 2 === 0 ? `${cell};${canary}` : cell)),
        quoted: `${String(sound[path])}\n"${canary}`,
        wide: `${String(sound[path])}${canary},`.repeat(2),
        headless: rows.map(row => row.map(() => canary).join(',')).join('\n'),
        latin: Buffer.from(`${String(sound[path])}${canary}\u00e9`, 'latin1'),
      }
      return Object.entries(broken).map(
        ([how, content]) => [`${path}, ${how}`, () => openStudy(folderOf({ ...sound, [path]: content }))] as const,
      )
    })
    expect(await refusals(attempts)).toBeGreaterThan(60)
  })

  it('in study.json, in the journal and in pages shows in no error', async () => {
    const json = JSON.parse(String(sound['study.json']))
    const wrong = Object.keys(json).map(key => [key, { ...json, [key]: [{ [canary]: canary, id: 3 }] }] as const)
    const attempts = [
      ...wrong.map(([key, value]) => [`study.json, ${key}`, { 'study.json': JSON.stringify(value) }] as const),
      ['study.json, broken', { 'study.json': `{"title": "${canary}", ${canary}` }] as const,
      ['study.json, a pattern', { 'study.json': JSON.stringify({ ...json, speakerPattern: `(${canary}` }) }] as const,
      ['journal', { 'journal.jsonl': `{"id":"${canary}","base":"${canary}","kind":"${canary}"}\n` }] as const,
      ['journal, broken', { 'journal.jsonl': `${canary}\n` }] as const,
      ['a page', { 'report/own.md': `---\nchapter: ${canary}\n: ${canary}\n---\n{{quote ${canary}}} {{n ${canary}}}` }] as const,
      ['a page that is not text', { 'report/own.md': Buffer.from([0xff, 0xfe, ...Buffer.from(canary)]) }] as const,
    ].map(
      ([what, files]) =>
        [what, async () => api.buildReport(await openStudy(folderOf({ ...sound, ...files })), { audience: 'team', language: en })] as const,
    )
    expect(await refusals(attempts)).toBeGreaterThan(5)
  })

  it('in a register, decisions, a notebook or a codebook shows in no error', async () => {
    const heads = ['name', 'name,variants,type,label,respondent,match,where,note', canary, `name,${canary}`, 'name,name', 'name;variants']
    heads.push('point,kind,entry,place,passage,what,who,when,why')
    const bodies = [
      canary,
      `${canary},${canary},${canary},${canary},${canary},${canary},${canary},${canary}`,
      Array(9).fill(canary).join(','),
      `"${canary}`,
      `${canary}\n${canary}`,
      `,${canary}`,
      '',
    ]
    const tables = heads.flatMap(head => bodies.map(body => `${head}\n${body}\n`))
    const secret = Buffer.alloc(32)
    const study = everyField((_, plain) => plain)
    const { study: safe } = api.anonymise(study, { register: api.noNames('none'), language: en })
    const folder = folderOf(Object.fromEntries(tables.map((csv, i) => [`${i}.csv`, csv])))
    const attempts: (readonly [string, () => unknown])[] = tables.flatMap((csv, i) => [
      [`register ${i}`, () => api.readRegister(csv)] as const,
      [`register ${i} used`, () => api.anonymise(study, { register: api.readRegister(csv), language: en })] as const,
      [`register ${i} opened`, () => openRegister(join(folder, `${i}.csv`), { warn: () => {} })] as const,
      [`decisions ${i}`, () => api.readDecisions(csv, secret)] as const,
      [`decisions ${i} opened`, () => openDecisions(join(folder, `${i}.csv`))] as const,
      [`codebook ${i}`, () => api.readCodebook(csv)] as const,
      [`codebook ${i} used`, () => api.reviseCodebook(study, by, api.readCodebook(csv))] as const,
      [`notebook ${i}`, () => api.checkNotebook(csv, safe)] as const,
    ])
    const lines = [
      `{"format":"retroduct releases 1","secret":"${'a'.repeat(64)}"}`,
      `{"date":"${canary}","name":"${canary}","people":["${canary}"]}`,
    ]
    const releases = [canary, `{"${canary}":1}`, lines.join('\n'), `${lines[0]}\n${canary}`, lines[1]!]
    const listed = folderOf(Object.fromEntries(releases.map((text, i) => [`${i}.jsonl`, `${text}\n`])))
    attempts.push(...releases.map((_, i) => [`releases ${i}`, () => openReleases(join(listed, `${i}.jsonl`))] as const))
    attempts.push(
      ['notebook', () => api.checkNotebook(`{"cells": ["${canary}"`, safe)],
      ['no notebook', () => api.checkNotebook(`{"${canary}":1}`, safe)],
    )
    expect(await refusals(attempts)).toBeGreaterThan(80)
  })

  it('in a transcript that cannot be read shows in no error', async () => {
    const bytes = fc.sample(fc.uint8Array({ maxLength: 60 }), { numRuns: 20, seed: 3 })
    const attempts = (['docx', 'vtt', 'srt', 'txt', 'md'] as const).flatMap(format =>
      [
        ...bytes.map(tail => Buffer.concat([Buffer.from(`${canary}\u0000`), tail])),
        Buffer.from(`WEBVTT\n\n00:0${canary} --> ${canary}\n${canary}\n`),
        zip({ 'word/document.xml': `<w:${canary}>` }),
        zip({ [`${canary}.xml`]: canary }),
      ].map(input => [`${format}`, () => api.readTranscript(input, { format })] as const),
    )
    expect(await refusals(attempts)).toBeGreaterThan(10)
  })

  it('in what is typed into calls shows in no error, but for the names of codes and themes she is asked whether she meant', async () => {
    const study = everyField((_, plain) => plain)
    const said = `${canary} said this`
    const attempts: readonly (readonly [string, () => unknown])[] = [
      ['words', () => api.openPass(study, by, pass => void pass.code(pass.fragment(study.transcripts[0]!.id, said), 'new rules'))],
      ['memo', () => api.openPass(study, by, pass => void pass.code(pass.fragment('nowhere', said), 'new rules', { memo: canary }))],
      [
        'role',
        () => api.selectivePass(study, by, pass => void pass.theme('x', { role: 'nothing', codes: [], bullet: canary, claim: canary })),
      ],
      [
        'statement',
        () => api.selectivePass(study, by, pass => void pass.configure({ nothing: [] }, { id: 'C1', statement: canary, reason: canary })),
      ],
      ['text', () => api.reviseTranscript(study, 'nowhere', said, by)],
      ['search', () => api.searchPassages(study, `" ${canary} AND (`, { language: en })],
      [
        'register',
        () =>
          api.anonymise(study, {
            register: [
              { ...emptyEntry, name: canary },
              { ...emptyEntry, name: canary },
            ],
            language: en,
          }),
      ],
      ['label', () => api.anonymise(study, { register: [{ ...emptyEntry, name: canary, label: canary }], language: en })],
      [
        'whom',
        () => api.anonymise(study, { register: [{ ...emptyEntry, name: canary, respondent: canary, where: [canary] }], language: en }),
      ],
    ]
    expect(await refusals(attempts)).toBeGreaterThan(6)
  })
})

const emptyEntry: api.Entry = {
  name: '',
  variants: [],
  type: 'PERSON',
  label: 'x',
  respondent: null,
  match: 'anywhere',
  where: [],
  note: null,
}
