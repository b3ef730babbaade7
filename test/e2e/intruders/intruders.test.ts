import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addRelease, openReleases, saveStudy } from '../../../src/files/index.js'
import { disclosureRisk, oneWay, quoteTable, releaseOf, type SafeStudy } from '../../../src/index.js'
import type { AnyTable } from '../../../src/table/index.js'
import { emptyFolder } from '../../files/studyFolder.js'
import { decidedRelease } from '../../privacy/decidedRelease.js'
import { type ArchiveTrick, archiveReader } from './archiveReader.js'
import { type CalendarTrick, calendarIntruder } from './calendar.js'
import { earlierReleaseIntruder } from './earlierRelease.js'
import { type Invented, inventedStudy, type Person, seeded, staffOf } from './inventedStudy.js'
import { ownStatementsIntruder } from './ownStatements.js'
import { outputsOf, publish, publishUnsafe, safeOf } from './publish.js'
import type { Guess } from './reading.js'
import { expectChance, expectSuccess, type Score, scoreOf, together } from './score.js'
import { type StaffTrick, staffListIntruder } from './staffList.js'

const seeds = Array.from({ length: 8 }, (_, i) => i + 1)
const labelOf = (person: Person) => person.label
const byHand = <T>(make: (seed: number) => Promise<T>) => Promise.all(seeds.map(make))

/** How many people the dossier says may stand behind a label. */
function kOf(safe: SafeStudy, attributes: readonly string[] = [], insider = false): (label: string) => number {
  const dossiers = disclosureRisk(safe, { outputs: [...outputsOf(safe, attributes).values()] })
  const k = new Map(dossiers.overview.rows.map(row => [row.label, insider ? row.insider : row.k]))
  return label => k.get(label) ?? 1
}

interface Scene extends Invented {
  readonly safe: SafeStudy
  readonly out: string
  readonly unsafe: string
  readonly k: (label: string) => number
}

async function sceneOf(invented: Invented, attributes: readonly string[] = []): Promise<Scene> {
  const safe = safeOf(invented, { attributes })
  const [out, unsafe] = [await publish(safe, attributes), await publishUnsafe(invented.study, attributes)]
  return { ...invented, safe, out, unsafe, k: kOf(safe, attributes) }
}

const scored = (scenes: readonly Scene[], guess: (scene: Scene) => readonly Guess[]): Score =>
  together(scenes.map(scene => scoreOf(guess(scene), scene.people, labelOf, scene.k)))

describe('who has only what was published and one file beside it', () => {
  const scenes = byHand(seed => sceneOf(inventedStudy(seed)))
  const open = byHand(seed => sceneOf(inventedStudy(seed), ['hospital']))

  it.each<StaffTrick>(['appearance', 'number', 'first'])(
    'the employer with a staff list guesses no better than the dossier says: %s',
    async trick => {
      for (const all of [await scenes, await open])
        expectChance(
          scored(all, one => staffListIntruder(one.out, staffOf(one.people), trick)),
          trick,
        )
      expectSuccess(
        scored(await scenes, one => staffListIntruder(one.unsafe, staffOf(one.people), trick)),
        `${trick}, without protection`,
      )
    },
  )

  it('the dossier tells the employer’s chance: one column more, and it is another', async () => {
    const mean = (all: readonly Scene[]) => scored(all, one => staffListIntruder(one.out, staffOf(one.people), 'first'))
    const [few, more] = [mean(await scenes), mean(await open)]
    expect(more.expected).toBeGreaterThan(1.5 * few.expected)
    expect(more.right).toBeGreaterThan(few.right)
  })

  const tricks: readonly CalendarTrick[] = ['appearance', 'number', 'transcript', 'coding', 'rows of codings', 'rows of search']
  it.each(tricks)('who saw the calendar guesses no better than among all who took part: %s', async trick => {
    const guess = (one: Scene, at: string) => calendarIntruder(at, one.people, trick)
    const all = (await scenes).map(scene => ({ ...scene, k: () => scene.people.length }))
    expectChance(
      scored(all, one => guess(one, one.out)),
      trick,
    )
    expectSuccess(
      scored(all, one => guess(one, one.unsafe)),
      `${trick}, without protection`,
    )
  })

  it('numbers given in the order of the interviews lead whoever saw the calendar to everybody: labels are to be drawn', async () => {
    const undrawn = await byHand(async seed => {
      const invented = inventedStudy(seed, { drawn: false })
      const safe = safeOf(invented)
      return { ...invented, safe, out: await publish(safe), unsafe: '', k: () => invented.people.length }
    })
    const score = undrawn.map(one =>
      scoreOf(calendarIntruder(one.out, one.people, 'number'), one.people, person => `Respondent ${person.id}`, one.k),
    )
    expectSuccess(together(score), 'undrawn')
  })

  it('who took part guesses no better than the dossier says to an insider', async () => {
    const knows = (one: Scene, me: Person) => ({ name: me.name, said: me.said.slice(1), staff: staffOf(one.people), beside: null })
    const all = (await scenes).map(scene => ({ ...scene, k: kOf(scene.safe, [], true) }))
    const of = (one: Scene, at: string) => one.people.slice(0, 3).flatMap(me => ownStatementsIntruder(at, knows(one, me)))
    expectChance(
      scored(all, one => of(one, one.out)),
      'insider',
    )
    expectSuccess(
      scored(all, one => of(one, one.unsafe)),
      'insider, without protection',
    )
  })

  it('of the other half of a pair the dossier says that one person fits, and she is always right', async () => {
    for (const seed of [1, 2]) {
      const invented = inventedStudy(seed, { pairs: true })
      const safe = safeOf(invented)
      const out = await publish(safe)
      const insider = kOf(safe, [], true)
      const [me, other] = invented.study.transcripts[0]!.respondents.map(id => invented.people.find(one => one.id === id)!)
      const found = ownStatementsIntruder(out, {
        name: me!.name,
        said: me!.said.slice(1),
        staff: staffOf(invented.people),
        beside: other!.name,
      })
      const hers = found.find(one => one.person === other!.name && one.label.includes(String(/\d+/u.exec(other!.label)?.[0])))
      expect(hers).toBeDefined()
      expect(insider(hers!.label)).toBe(1)
    }
  })
})

describe('who has the archive too', () => {
  const number = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

  /** A report in the researcher's own words alone, or one that quotes; and an archive, whose labels are those of the report or were drawn anew. */
  async function archived(seed: number, { labels, quoting }: { labels: 'anew' | 'of the report'; quoting: boolean }) {
    const invented = inventedStudy(seed)
    const { study, people } = invented
    const quotes = people.map((one, i) => ({
      id: `q${i}`,
      transcript: study.transcripts.find(talk => talk.respondents.includes(one.id))!.id,
      spans: [],
      text: `This is matter number ${number[i]} that somebody spoke of.`,
      form: 'paraphrase' as const,
      translation: null,
      themes: ['rules'],
      configurations: [],
      attribution: 'number' as const,
      approved: 'yes' as const,
      order: null,
      extra: {},
    }))
    const report = safeOf({ ...invented, study: { ...study, quotes } })
    const numbered = safeOf(invented, { profile: 'archive' })
    const archive = labels === 'anew' ? oneWay(numbered, { random: bytesFrom(seed) }).study : numbered
    const folder = join(emptyFolder(), 'archive')
    await saveStudy(archive, folder, { release: decidedRelease(archive) })
    const table = quoteTable(report, { perTheme: quoting ? 60 : 0, maxShare: 1 }) as AnyTable
    const out = await publish(report, [], new Map([['quotes', table]]))
    const dossiers = new Map(disclosureRisk(report, { outputs: [table] }).overview.rows.map(row => [row.label, row.k]))
    return {
      people: people.map(one => ({ ...one, name: personIn(archive, one).id })),
      out,
      folder,
      k: (label: string) => dossiers.get(label) ?? 1,
    }
  }

  const score = (all: readonly Awaited<ReturnType<typeof archived>>[], trick: ArchiveTrick): Score =>
    together(all.map(({ people, out, folder, k }) => scoreOf(archiveReader(out, folder, trick), people, labelOf, k)))

  const apart = byHand(seed => archived(seed, { labels: 'anew', quoting: false }))
  it.each<ArchiveTrick>(['label', 'words', 'order', 'number'])(
    'labels drawn anew tie nobody in it to a label of the report: %s',
    async trick => {
      expectChance(score(await apart, trick), trick)
    },
  )

  it('the labels of the report tie everybody', async () => {
    const all = await byHand(seed => archived(seed, { labels: 'of the report', quoting: false }))
    for (const trick of ['label', 'number'] as const) expectSuccess(score(all, trick), trick)
  })

  it('so do words that are quoted, whatever the labels are: this nothing hides but a paraphrase', async () => {
    expectSuccess(score(await byHand(seed => archived(seed, { labels: 'anew', quoting: true })), 'words'), 'words')
  })
})

describe('who kept an earlier release', () => {
  /** First a quote table with groups; then, with all labels drawn anew, the passages with hospitals. */
  async function twice(seed: number) {
    const invented = inventedStudy(seed)
    const first = safeOf(invented)
    const { study: second } = oneWay(safeOf(invented, { attributes: ['hospital'] }), { random: bytesFrom(seed) })
    const labels = new Map(invented.people.map(one => [one.name, personIn(second, one).label!]))
    const path = join(emptyFolder(), 'releases.jsonl')
    const printed = [...outputsOf(first).values()]
    await addRelease(path, releaseOf(first, { date: '2026-01-01', name: 'first', outputs: printed, earlier: await openReleases(path) }))
    const outputs = [...outputsOf(second, ['hospital']).values()]
    return { invented, first, second, labels, outputs, earlier: await openReleases(path) }
  }

  it('guesses no better than the dossier of both says, and better than that of the second alone', async () => {
    const all = await byHand(async seed => {
      const { invented, first, second, labels, outputs, earlier } = await twice(seed)
      const guesses = earlierReleaseIntruder(await publish(second, ['hospital']), {
        folder: await publish(first),
        thanks: staffOf(invented.people),
      })
      const score = (k: (label: string) => number) => scoreOf(guesses, invented.people, person => labels.get(person.name)!, k)
      const k = (options: object) => {
        const rows = new Map(disclosureRisk(second, { outputs, ...options }).overview.rows.map(row => [row.label, row.k]))
        return (label: string) => rows.get(label) ?? 1
      }
      return { both: score(k({ earlier })), alone: score(k({})) }
    })
    expectChance(together(all.map(one => one.both)), 'both')
    expect(together(all.map(one => one.both)).expected).toBeGreaterThanOrEqual(together(all.map(one => one.alone)).expected)
  })

  it('succeeds without protection', async () => {
    const all = await byHand(async seed => {
      const invented = inventedStudy(seed)
      const out = await publishUnsafe(invented.study, ['hospital'])
      return scoreOf(
        earlierReleaseIntruder(out, { folder: await publishUnsafe(invented.study), thanks: staffOf(invented.people) }),
        invented.people,
        labelOf,
        () => 12,
      )
    })
    expectSuccess(together(all), 'without protection')
  })
})

/** Bytes to draw with, the same for the same seed. */
function bytesFrom(seed: number): (length: number) => Uint8Array {
  const random = seeded(seed + 1000)
  return length => Uint8Array.from({ length }, () => Math.floor(random() * 256))
}

/** Who somebody is in a safe study, by what she said: this nobody but a test knows. */
function personIn(safe: SafeStudy, person: Person): SafeStudy['respondents'][number] {
  const talk = safe.transcripts.find(one => one.text.includes(person.said[2]!))!
  return safe.respondents.find(one => one.id === talk.respondents[0])!
}
