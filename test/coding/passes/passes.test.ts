import { describe, expect, it } from 'vitest'
import { axialPass, openPass, selectivePass, undoPass } from '../../../src/coding/index.js'
import { type Study, StudyError } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'

const interview = transcript('i1', [
  'I: How did it begin?',
  '1: When the norm came we sat round the table within a month. We had to.',
  'I: And then?',
  '1: Then people began to trust each other. We had to.',
])
const study = studyOf([interview])

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(problem => `${problem.call}: ${problem.what}`)
    throw error
  }
  return []
}

const coded = openPass(study, by, pass => {
  pass.define('norms', { role: 'context', definition: 'a rule from outside' })
  pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { polarity: 'enabling' })
  pass.code(pass.fragment('i1', 'people began to trust each other'), 'trust', { role: 'mechanism' })
})

describe('openPass', () => {
  it('codes words at their place, with the code’s own role where none is given', () => {
    const [norm, trust] = coded.codings
    expect(interview.text.slice(norm!.start, norm!.end)).toBe('When the norm came')
    expect(norm).toMatchObject({ code: 'norms', role: 'context', polarity: 'enabling', coder: 'MV', status: 'open' })
    expect(trust).toMatchObject({ code: 'trust', role: 'mechanism', polarity: null })
    expect(coded.codes.map(code => code.name)).toEqual(['norms', 'trust'])
  })

  it('stamps the codings with the pass, which stands in the journal', () => {
    expect(coded.journal.map(pass => pass.kind)).toEqual(['import', 'open'])
    expect(new Set(coded.codings.map(coding => coding.pass))).toEqual(new Set([coded.journal[1]!.id]))
  })

  it('gives ids that later calls and later passes can use', () => {
    let ids: string[] = []
    const joined = openPass(study, by, pass => {
      const first = pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { role: 'context' })
      const second = pass.code(pass.fragment('i1', 'people began to trust'), 'trust', { role: 'mechanism' })
      ids = [first, second]
      pass.account([first, second])
    })
    expect(joined.codings.map(coding => coding.id)).toEqual(ids)
    expect(new Set(joined.codings.map(coding => coding.account)).size).toBe(1)
    expect(joined.codings[0]!.account).not.toBeNull()
  })

  it('names every wrong call and leaves the study as it was', () => {
    const before = structuredClone(study)
    const problems = problemsOf(() =>
      openPass(study, by, pass => {
        const nowhere = pass.fragment('i1', 'words nobody said here')
        pass.code(nowhere, 'skipped', { role: 'context' })
        pass.fragment('i1', 'We had to.')
        pass.fragment('i9', 'anything')
        pass.fragment('i1', { start: 5, end: 100_000 })
        const right = pass.fragment('i1', 'sat round the table')
        pass.code(right, 'meeting')
        pass.code(right, 'meeting', { role: 'weather' })
        pass.code(right, 'meeting', { role: 'context', polarity: 'sideways' as 'both' })
      }),
    )
    expect(problems).toEqual([
      'pass.fragment, call 1: these words are not in the transcript',
      'pass.fragment, call 2: these words stand 2 times in the transcript',
      'pass.fragment, call 3: there is no transcript "i9"',
      'pass.fragment, call 4: this fragment lies outside the text',
      'pass.code, call 2: this coding has no role',
      'pass.code, call 3: this role is not one of the study’s',
      'pass.code, call 4: this polarity is not one a coding can have',
    ])
    expect(study).toEqual(before)
  })

  it('takes the same coding again as no change, and does not journal an empty pass', () => {
    const again = openPass(coded, by, pass => {
      pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { polarity: 'enabling' })
    })
    expect(again).toBe(coded)
  })

  it('asks for a recode when the same words get the same code with another fact', () => {
    const work = () =>
      openPass(coded, by, pass => {
        pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { polarity: 'hindering' })
      })
    expect(problemsOf(work)).toHaveLength(1)
  })

  it.each(['norm', 'Norms', 'nroms', 'norrms'])('asks whether %s is a slip for an existing code, unless it is defined', name => {
    const code = (define: boolean) => () =>
      openPass(coded, by, pass => {
        if (define) pass.define(name, { role: 'context' })
        pass.code(pass.fragment('i1', 'sat round the table'), name, { role: 'context' })
      })
    expect(problemsOf(code(false))[0]).toContain('almost the existing code "norms"')
    expect(problemsOf(code(true))).toEqual([])
  })

  it('refuses an async pass and a pass without a coder or a day', () => {
    expect(() => openPass(study, by, async () => {})).toThrow(/promise/u)
    expect(() => openPass(study, { coder: '', date: 'yesterday' }, () => {})).toThrow(/2 problems/u)
  })

  it('lets a later coder code the same words apart', () => {
    const two = openPass(coded, { coder: 'JT', date: '2020-05-05' }, pass => {
      pass.code(pass.fragment('i1', 'When the norm came'), 'norms', { polarity: 'hindering' })
    })
    expect(two.codings.map(coding => [coding.coder, coding.polarity])).toEqual([
      ['MV', 'enabling'],
      ['MV', null],
      ['JT', 'hindering'],
    ])
  })
})

const themed = (from: Study) =>
  selectivePass(from, by, pass => {
    pass.theme('Trust', { role: 'mechanism', codes: ['trust'] })
    pass.configure({ context: ['norms'], mechanism: ['trust'] }, { id: 'C1', status: 'proposed' })
    pass.evidence('C1', from.codings[0]!.id, { stance: 'supports', role: 'context' })
    pass.evidence('C1', 'annual report 2019', { stance: 'refines', basis: 'other data' })
  })

describe('axialPass', () => {
  it('merges codes wherever they are named', () => {
    const merged = axialPass(themed(coded), by, pass => {
      pass.relate('norms', 'causes', 'trust')
      pass.merge(['norms', 'trust'], 'what brings people together')
    })
    expect(merged.codes.map(code => code.id)).toEqual(['what brings people together'])
    expect(new Set(merged.codings.map(coding => coding.code))).toEqual(new Set(['what brings people together']))
    expect(merged.themes[0]!.codes).toEqual(['what brings people together'])
    expect(merged.configurations[0]!).toMatchObject({
      context: ['what brings people together'],
      mechanism: ['what brings people together'],
    })
    expect(merged.relations).toEqual([])
  })

  it('splits a code by its codings, and themes keep what they rest on', () => {
    const many = openPass(coded, by, pass => {
      pass.code(pass.fragment('i1', 'Then people began'), 'trust', { role: 'outcome' })
    })
    const parted = axialPass(themed(many), by, pass => {
      pass.split('trust', coding => (coding.role === 'outcome' ? 'trust grown' : 'trust given'))
    })
    expect(parted.codings.map(coding => coding.code)).toEqual(['norms', 'trust given', 'trust grown'])
    expect(parted.themes[0]!.codes).toEqual(['trust given', 'trust grown'])
    expect(parted.codes.find(code => code.id === 'trust')!.retired).toBe(true)
  })

  it('nests, renames, retires and relates, and refuses a circle', () => {
    const shaped = axialPass(coded, by, pass => {
      pass.nest('trust', 'norms')
      pass.rename('trust', 'trusting')
      pass.relate('norms', 'makes urgent', 'trusting')
      pass.retire('norms')
    })
    expect(shaped.codes.find(code => code.id === 'trust')).toMatchObject({ name: 'trusting', parent: 'norms' })
    expect(shaped.relations[0]).toMatchObject({ from: 'norms', relation: 'makes urgent', to: 'trust' })
    expect(problemsOf(() => axialPass(shaped, by, pass => pass.nest('norms', 'trusting')))).toEqual([
      'pass.nest, call 1: a code cannot stand under itself',
    ])
    expect(() => openPass(shaped, by, pass => void pass.code(pass.fragment('i1', 'round the table'), 'norms'))).toThrow(/retired/u)
  })

  it('settles a disagreement and keeps both sides', () => {
    const two = openPass(coded, { coder: 'JT', date: '2020-05-05' }, pass => {
      pass.code(pass.fragment('i1', 'When the norm came we'), 'norms', { polarity: 'hindering' })
    })
    const sides = two.codings.filter(coding => coding.code === 'norms').map(coding => coding.id)
    let id = ''
    const settled = axialPass(two, by, pass => {
      id = pass.settle(sides, { polarity: 'both', memo: 'it pressed and it helped' })
    })
    expect(settled.codings.filter(coding => sides.includes(coding.id)).map(coding => coding.status)).toEqual(['superseded', 'superseded'])
    expect(settled.codings.find(coding => coding.id === id)).toMatchObject({ status: 'settled', settles: sides, polarity: 'both' })
    expect(problemsOf(() => axialPass(settled, by, pass => void pass.settle(sides, { memo: 'again' })))).toHaveLength(1)
  })

  it('lists wrong calls: unknown codes with the one meant, unknown codings', () => {
    expect(
      problemsOf(() =>
        axialPass(coded, by, pass => {
          pass.merge(['trsut'], 'trust')
          pass.recode(['nothing'], { polarity: 'both' })
          pass.rename('trust', 'norms')
        }),
      ),
    ).toEqual([
      'pass.merge, call 1: there is no code "trsut"',
      'pass.recode, call 1: there is no coding with this id',
      'pass.rename, call 1: there is a code "norms" already',
    ])
  })
})

describe('selectivePass', () => {
  it('makes themes and configurations with evidence, once', () => {
    const once = themed(coded)
    expect(once.themes[0]).toMatchObject({ label: 'Trust', role: 'mechanism', codes: ['trust'] })
    expect(once.configurations[0]).toMatchObject({ id: 'C1', context: ['norms'], mechanism: ['trust'], outcome: [], status: 'proposed' })
    expect(once.evidence.map(one => [one.coding === coded.codings[0]!.id, one.reference])).toEqual([
      [true, null],
      [false, 'annual report 2019'],
    ])
    expect(themed(once)).toBe(once)
  })

  it('says what is wrong with a configuration', () => {
    expect(
      problemsOf(() =>
        selectivePass(coded, by, pass => {
          pass.configure({ future: ['trust'] })
          pass.configure({})
          pass.evidence('C7', 'x', { stance: 'supports' })
          pass.theme('Empty', { role: 'mechanism', codes: [] })
        }),
      ),
    ).toEqual([
      'pass.configure, call 1: configurations of this study have no place for this role',
      'pass.configure, call 2: a configuration fills at least one role',
      'pass.evidence, call 1: there is no configuration "C7"',
      'pass.theme, call 1: a theme gathers codes',
    ])
  })
})

describe('undoPass', () => {
  it('takes back the last pass by a new one, and takes back the undo', () => {
    const undone = undoPass(coded, by)
    expect(undone.codings).toEqual([])
    expect(undone.journal.map(pass => pass.kind)).toEqual(['import', 'open', 'undo'])
    const redone = undoPass(undone, by, undone.journal.at(-1)!.id)
    expect(redone.codings).toEqual(coded.codings)
    expect(redone.codes).toEqual(coded.codes)
  })

  it('puts rows back where they stood', () => {
    const merged = axialPass(coded, by, pass => pass.merge(['norms'], 'trust'))
    const undone = undoPass(merged, by)
    expect(undone.codes).toEqual(coded.codes)
    expect(undone.codings).toEqual(coded.codings)
  })

  it('refuses when later work rests on it', () => {
    const recoded = axialPass(coded, by, pass => pass.recode([coded.codings[0]!.id], { polarity: 'both' }))
    expect(() => undoPass(recoded, by, coded.journal[1]!.id)).toThrow(/later pass/u)
    expect(() => undoPass(themed(coded), by, coded.journal[1]!.id)).toThrow(
      /later pass rests .* the selective pass of 2020-05-04 by MV \(p\w+\), by 2 rows of themes|later pass/u,
    )
    expect(() => undoPass(study, by)).toThrow(/othing to undo/u)
  })
})
