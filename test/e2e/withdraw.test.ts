import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isSameTables } from '../../src/coding/index.js'
import { openRegister, openStudy, saveStudy } from '../../src/files/index.js'
import {
  anonymise,
  buildReport,
  findProblems,
  quoteTable,
  renderHtml,
  renderMarkdown,
  replay,
  withdrawRespondent,
} from '../../src/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { StudyError } from '../../src/study/index.js'
import { emptyFolder } from '../files/studyFolder.js'
import { runsOf, textsIn } from '../files/withdrawFolder.js'
import { root } from '../package/sources.js'

const by = { coder: 'MV', date: '2021-02-03' }
const fixtures = [
  { name: 'zorgnetwerk', language: nl },
  { name: 'community-clinic', language: en },
] as const

describe.each(fixtures)('anyone of $name can withdraw', ({ name, language }) => {
  const source = join(root, 'fixtures', name)
  const copied = async () => {
    const dir = emptyFolder()
    cpSync(source, dir, { recursive: true })
    return { dir, study: await openStudy(dir) }
  }

  it('everything, and what is left is sound, reads back, and holds nothing of hers', async () => {
    const { study } = await copied()
    let looked = 0
    // Alone, in a pair, in a group: the first of all of them, and every fifth.
    for (const { id } of study.respondents.filter((_, i) => i % 5 === 0 || i % 7 === 2)) {
      const { dir, study: before } = await copied()
      const after = withdrawRespondent(before, id, {
        scope: 'everything',
        by,
        register: await openRegister(`${source}.secret/register.csv`),
      })
      expect(findProblems(after.study)).toEqual([])
      expect(isSameTables(replay(after.study.journal, after.study), after.study)).toBe(true)
      await saveStudy(after.study, dir)
      expect(await saveStudy(await openStudy(dir), dir)).toEqual([])
      const turns = before.transcripts.flatMap(one =>
        one.turns.map(turn => ({ who: turn.respondents, said: one.text.slice(turn.start, turn.end) })),
      )
      const others = runsOf(turns.filter(turn => turn.who.length > 0 && !turn.who.includes(id)).map(turn => turn.said))
      const hers = [...runsOf(turns.filter(turn => turn.who.includes(id)).map(turn => turn.said))].filter(run => !others.has(run))
      looked += hers.length
      for (const [path, text] of textsIn(dir)) {
        const left = runsOf([text])
        expect(
          hers.filter(run => left.has(run)),
          `${id} in ${path}`,
        ).toEqual([])
      }
    }
    expect(looked).toBeGreaterThan(500)
  }, 120_000)

  it('from being printed, and nothing of hers is, while her codings count as before', async () => {
    const { study } = await copied()
    const register = await openRegister(`${source}.secret/register.csv`)
    let printed = 0
    let before: ReadonlySet<string> | null = null
    for (const { id } of study.respondents.filter((_, i) => i % 5 === 0 || i % 7 === 2)) {
      const { study: after, reach } = withdrawRespondent(study, id, { scope: 'quotes', by })
      expect(findProblems(after)).toEqual([])
      expect(after.codings).toBe(study.codings)
      const elsewhere = reach.rows.filter(row => row.what.includes('stopped at the gate')).length
      const turns = study.transcripts.flatMap(one =>
        one.turns.map(turn => ({ who: turn.respondents, asks: turn.asks, said: one.text.slice(turn.start, turn.end) })),
      )
      const others = runsOf(turns.filter(turn => !turn.who.includes(id)).map(turn => turn.said))
      const hers = [...runsOf(turns.filter(turn => turn.who.includes(id)).map(turn => turn.said))].filter(run => !others.has(run))
      const shown = (from: typeof study) => {
        // A page that refers to what may not be printed is refused, so it is put right first, as the reach says.
        const refused = new Set(from.quotes.filter(one => one.approved === 'no').map(one => one.id))
        const pages = from.pages.map(page => ({
          ...page,
          text: page.text.replace(/\{\{quote ([^}]*)\}\}/gu, (whole, quote) => (refused.has(quote) ? '' : whole)),
        }))
        const safe = anonymise({ ...from, pages }, { register, language }).study
        const report = buildReport(safe)
        return runsOf([quoteTable(safe, { perTheme: 99 }).toMarkdown(), renderMarkdown(report), renderHtml(report)])
      }
      before ??= shown(study)
      printed += hers.filter(run => before!.has(run)).length
      try {
        const now = shown(after)
        expect(
          hers.filter(run => now.has(run)),
          id,
        ).toEqual([])
        expect(elsewhere, id).toBe(0)
      } catch (error) {
        // Her words stand in what the analyst wrote: nothing is printed before that is put right, and the reach says where.
        if (!(error instanceof StudyError)) throw error
        expect(error.message).toMatch(/gave no leave to be quoted/u)
        expect(elsewhere, id).toBeGreaterThan(0)
      }
    }
    expect(printed).toBeGreaterThan(0)
  }, 120_000)
})
