import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Study } from '../../../src/index.js'
import { entry } from '../../builders.js'
import { everyField, type Place, placesOfStudy } from './everyField.js'
import { archiveOf, differing, outputsOf } from './outputsOf.js'

const register = [entry('Otto Canary', { label: 'a colleague' })]

/** What stays behind: it is for the team, or tells of files, days and people. */
const left: readonly Place[] = [
  ...placesOfStudy().filter(place => /\.extra(?: name)?$/u.test(place)),
  ...placesOfStudy().filter(place => /^(?:journal|memos|lost|reveals|consents)\./u.test(place)),
  'transcripts.id',
  'transcripts.file',
  'transcripts.hash',
  'transcripts.speakers',
  'transcripts.text outside turns',
  'codings.id',
  'codings.memo',
  'codings.coder',
  'codings.pass',
  'codings.account',
  'relations.id',
  'relations.memo',
  'evidence.id',
  'evidence.note',
  'cells.id',
  'prompts.id',
  'answers.id',
  'responses.id',
  'sampling.id',
  'study.speakerPattern',
  'pages.title',
  // Each has a label of its own, and is called by it.
  'respondents.id',
]

/** A study whose texts at these places are others, and whose days are. */
function changed(texts: Readonly<Record<Place, string>>, days: number): Study {
  // At the end, so that the rows of an id keep apart.
  const study = everyField((place, plain) => (texts[place] === undefined ? plain : `${plain} ${texts[place]}`))
  const moved = <R extends object>(row: R): R => ('date' in row ? { ...row, date: `2019-11-1${days}` } : row)
  return {
    ...study,
    transcripts: study.transcripts.map(one => ({ ...moved(one), turns: one.turns.map(turn => ({ ...turn, at: days * 7 })) })),
    consents: study.consents.map(moved),
    theories: study.theories.map(moved),
    journal: study.journal.map(moved),
  }
}

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map(one => `x${one.replace(/[\p{C};]/gu, '')}x`)
const texts = fc.record(Object.fromEntries(left.map(place => [place, text])))

describe('what is not carried', () => {
  const before = outputsOf(changed({}, 1), { register })

  it('changes no public byte, whatever it is', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 9 }), (others, days) => {
        expect(differing(before, outputsOf(changed(others, days), { register }))).toEqual([])
      }),
      { numRuns: 3, seed: 5, endOnFailure: true },
    )
  })

  it('changes no byte of what is archived', async () => {
    const [others] = fc.sample(texts, { numRuns: 1, seed: 6 })
    expect(differing(await archiveOf(changed({}, 1), { register }), await archiveOf(changed(others!, 5), { register }))).toEqual([])
  })

  it('is all there is to change: every other text changes something, so that the comparison can fail', () => {
    const carried = placesOfStudy().filter(place => !left.includes(place) && place !== 'roles.id')
    for (const place of fc.sample(fc.constantFrom(...carried), { numRuns: 5, seed: 8 }))
      expect([place, outputsOf(changed({ [place]: 'other' }, 1), { register }).get('safe study') === before.get('safe study')]).toEqual([
        place,
        false,
      ])
  })
})
