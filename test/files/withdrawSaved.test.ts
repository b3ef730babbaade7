import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameTables, replay } from '../../src/coding/index.js'
import { openStudy, saveStudy } from '../../src/files/index.js'
import { withdrawRespondent } from '../../src/privacy/index.js'
import { findProblems, StudyError } from '../../src/study/index.js'
import { folderOf, photograph } from './studyFolder.js'
import { doStep, folderFor, plan, runsOf, textsIn } from './withdrawFolder.js'

const by = { coder: 'MV', date: '2021-02-03' }

describe('a folder after a respondent withdrew everything', () => {
  it('holds no run of six words of hers in any file, and all that the others said', async () => {
    const seen = { runs: 0, kept: 0 }
    await fc.assert(
      fc.asyncProperty(plan, async given => {
        const { files, lines } = folderFor(given)
        const dir = folderOf(files)
        let study = given.before.reduce((now, step) => doStep(now, step, lines), await openStudy(dir))
        if (given.saved) {
          await saveStudy(study, dir)
          study = await openStudy(dir)
        }
        const old = given.after.reduce((now, step) => doStep(now, step, lines), study)
        const hers = lines.filter(one => one.who === given.who || (one.who === 'both' && ['12', '13'].includes(given.who)))
        const runs = runsOf(hers.map(one => one.words.join(' ')))
        const after = withdrawRespondent(old, given.who, { scope: 'everything', by }).study
        expect(findProblems(after)).toEqual([])
        expect(isSameTables(replay(after.journal, after), after)).toBe(true)
        await saveStudy(after, dir)
        for (const [path, text] of textsIn(dir)) {
          const left = [...runsOf([text])].filter(run => runs.has(run))
          expect(left, path).toEqual([])
        }
        seen.runs += runs.size
        // What the others said is there, word for word, and so is what was coded of it.
        const texts = new Map(after.transcripts.map(one => [one.id, one]))
        for (const { transcript, who, words } of lines) {
          if (hers.some(one => one.words === words)) continue
          const spoken = texts.get(transcript)?.turns.filter(turn => !turn.asks && turn.respondents.length > 0) ?? []
          const found = spoken.some(turn => texts.get(transcript)!.text.slice(turn.start, turn.end).includes(words.at(-1)!))
          expect(found, `${who} in ${transcript}`).toBe(true)
        }
        const kept = new Map(after.codings.map(one => [one.id, one]))
        for (const one of old.codings) {
          const text = old.transcripts.find(other => other.id === one.transcript)!
          const inside = text.turns.find(turn => turn.start <= one.start && one.end <= turn.end)
          const isHers = inside === undefined || inside.respondents.includes(given.who) || inside.asks
          if (isHers) continue
          const now = kept.get(one.id)
          expect(texts.get(one.transcript)!.text.slice(now?.start, now?.end)).toBe(text.text.slice(one.start, one.end))
          seen.kept += 1
        }
        // It reads back, a second save changes nothing, and an older copy is refused.
        const photo = photograph(dir)
        expect(await saveStudy(after, dir)).toEqual([])
        const again = await openStudy(dir)
        expect(await saveStudy(again, dir)).toEqual([])
        expect(photograph(dir)).toEqual(photo)
        expect(again.journal.map(pass => pass.id)).toEqual(after.journal.map(pass => pass.id))
        await expect(saveStudy(old, dir)).rejects.toThrow(StudyError)
        expect(photograph(dir)).toEqual(photo)
      }),
      { numRuns: 40 },
    )
    expect(seen.runs).toBeGreaterThan(100)
    expect(seen.kept).toBeGreaterThan(10)
  }, 120_000)
})
