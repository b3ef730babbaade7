import { describe, expect, it } from 'vitest'
import { findProblems, type Study } from '../../src/study/index.js'
import { sound } from './soundStudy.js'

const coding = sound.codings[0]!
const own = sound.codes.findIndex(code => code.id === coding.code)

/** The sound study with one code under its first coding's code, one above it, one apart, and these examples. */
function withExamples(examples: Readonly<Record<string, { typical?: readonly string[]; borderline?: readonly string[] }>>): Study {
  const base = sound.codes[own]!
  const none = { typical: [], borderline: [] }
  const codes = sound.codes.map(code => ({ ...code, ...none, ...(code.id === base.id ? { parent: 'above' } : {}), ...examples[code.id] }))
  const more = (id: string, parent: string | null) => ({ ...base, id, name: id, parent, ...none, ...examples[id] })
  return { ...sound, codes: [...codes, more('above', null), more('under', base.id), more('apart', null)] }
}

describe('examples of a code', () => {
  it('are codings of the code, or of a code under it', () => {
    expect(findProblems(withExamples({ [coding.code]: { typical: [coding.id] }, above: { borderline: [coding.id] } }))).toEqual([])
  })

  it.each(['under', 'apart'])('are not codings of another: %s', id => {
    for (const column of ['typical', 'borderline'] as const) {
      const study = withExamples({ [id]: { [column]: [coding.id] } })
      const row = study.codes.findIndex(code => code.id === id) + 2
      expect(findProblems(study)).toMatchObject([{ what: expect.stringMatching(/another code/u), file: 'codes.csv', row, column }])
    }
  })

  it('are not typical and borderline at once', () => {
    const study = withExamples({ [coding.code]: { typical: [coding.id], borderline: [coding.id] } })
    expect(findProblems(study)).toMatchObject([{ what: expect.stringMatching(/at once/u), row: own + 2, column: 'borderline' }])
  })

  it('may be codings whose words are gone', () => {
    const study = withExamples({ [coding.code]: { typical: ['lost'] } })
    expect(findProblems(study)).toMatchObject([{ column: 'typical' }])
    expect(findProblems({ ...study, lost: [...study.lost, { ...coding, id: 'lost', settles: [] }] })).toEqual([])
    expect(findProblems({ ...study, lost: [...study.lost, { ...coding, id: 'lost', code: 'apart', settles: [] }] })).toHaveLength(1)
  })
})
