import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { nl } from '../../../src/language/nl/index.js'
import { checkReport, type ReportCheck } from '../../../src/report/index.js'
import { respondent, studyOf, transcript } from '../../builders.js'

// A published evaluation (2020) made by hand with this method. It is read where it lies, and nothing of it is kept here but what was counted
// in it by hand. Its transcripts were never published, so that no quotation can be found: what is checked is what it says of itself.
const file = new URL('../../../../shared/sources/report-2020-nl.txt', import.meta.url)
const isThere = existsSync(file)
if (!isThere) console.warn('the published report is not on this machine: its test is skipped')

const specialists = Array.from({ length: 12 }, (_, i) => String(i + 1))
const pairs = ['13', '14', '15', '16'].map(id => [`${id}a`, `${id}b`] as const)

/** Who took part, as its methods tell; the group of number 17 is stated nowhere. */
const study = studyOf(
  [...specialists, '17']
    .map(id => transcript(`i${id}`, [`${id}: Ja.`]))
    .concat(pairs.map(([a, b]) => transcript(`i${a}`, [`${a}+${b}: Ja.`]))),
  {
    language: 'nl',
    respondents: [
      ...specialists.map(id => respondent(id, { group: 'medisch specialist', consent: 'paraphrase' })),
      ...pairs.flat().map(id => respondent(id, { group: 'bestuurder', consent: 'paraphrase' })),
      respondent('17', { consent: 'paraphrase' }),
    ],
    cases: ['Centrum Gezond Gewicht', 'Schildkliernetwerk', 'Kinderreumatologie'].map(name => ({ id: name, name, extra: {} })),
  },
)

describe.skipIf(!isThere)('a published report, read by its own words', () => {
  let check: ReportCheck
  beforeAll(async () => {
    check = await checkReport(study, readFileSync(file, 'utf8'), {
      language: nl,
      groups: { artsen: 'medisch specialist', arts: 'medisch specialist' },
    })
  })
  const points = (kind: string) => check.points.rows.filter(row => row.kind === kind)

  it('all 45 quotations are read, and who is said to have spoken', () => {
    // Two more stand between marks: a title in the guide, and a slogan in the leaflet.
    expect(check.quotations.rows).toHaveLength(47)
    expect(check.quotations.rows.filter(row => row.attributed === '')).toHaveLength(4)
    // Counted by hand per source. Of the five of number 9 one has no name of its own: the next, in the same sentence, has.
    const cited = new Map(check.cited.rows.map(row => [row.source.replace(/^\D+/u, ''), row.quotations]))
    const byHand = { 1: 1, 2: 2, 3: 0, 4: 3, 5: 1, 6: 2, 7: 4, 8: 1, 9: 4, 10: 5, 11: 1, 12: 0, 17: 2 }
    for (const [id, n] of Object.entries(byHand)) expect(cited.get(id), id).toBe(n)
    const together = { '13a en 13b': 7, '14a en 14b': 4, '15a en 15b': 1, '16a en 16b': 5 }
    for (const [pair, n] of Object.entries(together)) expect(cited.get(pair), pair).toBe(n)
  })

  it('it promises not to quote literally, and that nothing leads back, and quotes', () => {
    const words = points('promise not kept').map(row => row.words)
    expect(words.some(one => /niet letterlijk/u.test(one))).toBe(true)
    expect(words.some(one => /herleidbaar/u.test(one))).toBe(true)
    expect(points('promise not kept').some(row => row.what.includes('quoted literally'))).toBe(true)
    // Everybody whose words are given agreed to a paraphrase only.
    expect(points('not cleared')).toHaveLength(43)
  })

  it('one quotation names a project that was studied', () => {
    expect(points('may identify').filter(row => row.what === 'it names a case of the study: Schildkliernetwerk')).toHaveLength(1)
  })

  it('one pair is cited once as if it were one person', () => {
    expect(points('half of a pair').map(row => row.what)).toEqual([
      'Respondent 13 is no respondent: Respondenten 13a en 13b spoke together',
    ])
  })

  it('the group of one speaker is not stated', () => {
    expect(points('group not stated').map(row => row.what)).toEqual(Array(2).fill('no group is stated of Respondent 17'))
  })

  it('its words for counts are read: those that were found in it by hand', () => {
    const says = check.counts.rows.map(row => row.says.toLowerCase())
    const byHand = [
      ['veelvuldig', 4],
      ['frequent', 2],
      ['alle artsen', 1],
      ['niet alle bestuurders', 1],
      ['het meest genoemd', 1],
      ['een groot deel van de geïnterviewde artsen', 1],
      ['meerdere respondenten', 2],
      ['meerdere bestuurders', 1],
    ] as const
    for (const [words, n] of byHand)
      expect(
        says.filter(one => one === words),
        words,
      ).toHaveLength(n)
    expect(check.counts.rows.filter(row => row.says === 'alle artsen')[0]?.group).toBe('medisch specialist')
  })
})
