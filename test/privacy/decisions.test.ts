import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecisions } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'

const secret = new Uint8Array(32).fill(7)
const header = 'point,kind,entry,place,passage,what,who,when,why'

describe('readDecisions', () => {
  it('reads rows, whatever the delimiter and the order of the columns', () => {
    const csv = 'why;when;who;what;point\nit is a law;2026-05-01;MV;Print;pabc\n'
    expect(readDecisions(csv, secret).rows).toEqual([
      { point: 'pabc', kind: '', entry: '', place: '', passage: '', what: 'print', who: 'MV', when: '2026-05-01', why: 'it is a law' },
    ])
    expect(readDecisions('', secret).rows).toEqual([])
  })

  it('tells every row that is half filled in, and no content', () => {
    const csv = `${header}\np1,mark,Greta Vos,,Greta Vos said,print,MV,2026-05-01,\np2,mark,,,,,,,\np3,mark,,,,print,MV,May,why\n`
    const error = read(csv)
    expect(error).toBeInstanceOf(StudyError)
    expect((error as StudyError).problems.map(one => `${one.row} ${one.column}`)).toEqual(['2 why', '4 when'])
    expect((error as StudyError).message).not.toContain('Greta')
    expect(() => readDecisions('who\nMV\n', secret)).toThrow('"point" is missing')
    expect(() => readDecisions('', new Uint8Array(8))).toThrow('too short')
  })

  it('binds a point to the very text, its kind and the secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const one = readDecisions('', secret)
        expect(one.pointOf('mark', a) === one.pointOf('mark', b)).toBe(a === b)
        expect(one.pointOf('mark', a)).not.toBe(one.pointOf('consent', a))
        expect(one.pointOf('mark', a)).not.toBe(readDecisions('', new Uint8Array(32).fill(8)).pointOf('mark', a))
      }),
    )
  })

  it('shows only how many they are', () => {
    expect(inspect(readDecisions(`${header}\np1,mark,Greta Vos,,,,,,\n`, secret))).toBe('Decisions on 1 point')
  })
})

function read(csv: string): unknown {
  try {
    return readDecisions(csv, secret)
  } catch (error) {
    return error
  }
}
