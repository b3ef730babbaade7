import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { behindTheme, contrastGroups, countable, countCodes, peopleText, selectQuotes, sourcesOf } from '../../src/analysis/index.js'
import type { Coding, Study } from '../../src/study/index.js'
import { randomStudy } from './randomStudy.js'

/** Everything that is counted, as plain data. */
function counted(study: Study) {
  return {
    themes: study.themes.map(theme => {
      const { codings: _, ...counts } = behindTheme(study, theme)
      return counts
    }),
    codes: countCodes(study).rows,
    byGroup: contrastGroups(study, { by: 'group' }).rows,
    quotes: selectQuotes(study).quotes,
  }
}

/** Who supports a theme, counted again without any of the library: turn by turn and coding by coding. */
function supportersAgain(study: Study, theme: Study['themes'][number]): Set<string> {
  const known = new Set<string>()
  for (const coding of study.codings) {
    const rejected = coding.elicited === 'rejected' && coding.stance === null
    if (!theme.codes.includes(coding.code) || coding.role !== theme.role || rejected) continue
    if (coding.stance !== null && coding.stance !== 'supports') continue
    const { turns } = study.transcripts.find(one => one.id === coding.transcript)!
    const spoke = new Set(
      turns.filter(turn => !turn.asks && turn.start < coding.end && coding.start < turn.end).flatMap(turn => turn.respondents),
    )
    if (spoke.size === 1) known.add([...spoke][0]!)
  }
  return known
}

describe('over random small studies', () => {
  test('the order of the codings changes nothing', () => {
    fc.assert(
      fc.property(randomStudy, fc.infiniteStream(fc.nat(1000)), (study, order) => {
        const shuffled: Coding[] = []
        for (const coding of study.codings) shuffled.splice(order.next().value! % (shuffled.length + 1), 0, coding)
        expect(counted({ ...study, codings: shuffled })).toEqual(counted(study))
      }),
    )
  })

  test('every known supporter is behind the theme, and nobody who never supported it', () => {
    fc.assert(
      fc.property(randomStudy, study => {
        for (const theme of study.themes) {
          const { supports, people } = behindTheme(study, theme)
          const again = supportersAgain(study, theme)
          const homes = new Set([...again].map(person => sourcesOf(study).homeOf(person).id))
          for (const home of homes) expect(supports.map(source => source.id)).toContain(home)
          expect(people.low).toBeGreaterThanOrEqual(again.size)
          if (again.size === 0 && countable(study).every(said => said.speakers.length < 2)) expect(supports).toEqual([])
        }
      }),
    )
  })

  test('totals agree: groups add up to the sources, sources never exceed people', () => {
    fc.assert(
      fc.property(randomStudy, study => {
        for (const theme of study.themes) {
          const { supports, byGroup, people, agreedOnly, codings, passages } = behindTheme(study, theme)
          expect(byGroup.reduce((sum, one) => sum + one.sources, 0)).toBe(supports.length)
          expect(supports.length).toBeLessThanOrEqual(people.high)
          expect(agreedOnly).toBeGreaterThanOrEqual(0)
          expect(agreedOnly).toBeLessThanOrEqual(supports.length)
          expect(passages).toBeLessThanOrEqual(codings.length)
        }
        const rows = countCodes(study).rows
        for (const row of rows) expect(row.codings).toBeGreaterThanOrEqual(1)
        expect(rows.every(row => row.people === peopleText({ low: 0, high: 0 }))).toBe(rows.length === 0)
      }),
    )
  })

  test('one more coding lowers no count', () => {
    fc.assert(
      fc.property(randomStudy, study => {
        if (study.codings.length === 0) return
        const fewer = { ...study, codings: study.codings.slice(0, -1) }
        for (const theme of study.themes) {
          const before = behindTheme(fewer, theme)
          const after = behindTheme(study, theme)
          expect(after.supports.length).toBeGreaterThanOrEqual(before.supports.length)
          expect(after.against.length).toBeGreaterThanOrEqual(before.against.length)
          expect(after.people.high).toBeGreaterThanOrEqual(before.people.high)
          expect(after.people.low).toBeGreaterThanOrEqual(before.people.low)
        }
      }),
    )
  })

  test('leaving out what one person alone said lowers no count of anything else by more than that person', () => {
    fc.assert(
      fc.property(randomStudy, fc.constantFrom('1', '2', '3', '4', '5'), (study, person) => {
        const own = new Set(countable(study).flatMap(said => (said.speakers.join() === person ? [said.coding.id] : [])))
        const fewer = { ...study, codings: study.codings.filter(coding => !own.has(coding.id)) }
        for (const theme of study.themes) {
          const before = behindTheme(study, theme)
          const after = behindTheme(fewer, theme)
          expect(after.supports.length).toBeGreaterThanOrEqual(before.supports.length - 1)
          expect(after.people.low).toBeGreaterThanOrEqual(before.people.low - 1)
          expect(after.supports.length).toBeLessThanOrEqual(before.supports.length)
        }
      }),
    )
  })
})
