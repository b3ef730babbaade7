import { describe, expect, it } from 'vitest'
import { guideCoverage } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { respondent, study, transcript } from './makeStudy.js'

const talks = [
  transcript('t1', [['1', 'one']], { round: 'r1' }),
  transcript('t2', [['2a+2b', 'two together']], { round: 'r1' }),
  transcript('t3', [['3', 'three']], { round: 'r1' }),
  transcript('t4', [['1', 'one again']], { round: 'r2' }),
]
const topic = (id: string, parent: string | null = null) => ({ id, label: `The ${id}`, parent, role: null, extra: {} })
type Answer = Study['answers'][number]
const answer = (on: string, about: string, status: Answer['status']): Answer =>
  ({ id: `${on}.${about}`, transcript: on, topic: about, start: null, end: null, status, extra: {} }) as Answer

const made: Study = {
  ...study({ transcripts: talks, topics: [topic('work'), topic('trust', 'work')] }),
  rounds: [
    { id: 'r1', kind: null, title: 'First', purpose: null },
    { id: 'r2', kind: null, title: 'Second', purpose: null },
  ],
  respondents: [respondent('1', 'nurse'), respondent('2a', 'nurse'), respondent('2b', 'nurse'), respondent('3', 'manager')],
  answers: [
    answer('t1', 'work', 'asked'),
    answer('t2', 'work', 'volunteered'),
    answer('t3', 'work', 'not reached'),
    answer('t1', 'trust', 'not reached'),
    answer('t4', 'trust', 'volunteered'),
  ],
}

describe('the guide', () => {
  it('is counted by sources, over all their conversations; what is not noted is told apart', () => {
    expect(guideCoverage(made).rows).toEqual([
      { topic: 'The work', asked: 1, volunteered: 1, 'not reached': 1, 'not noted': 0, sources: 3 },
      { topic: 'The work > The trust', asked: 0, volunteered: 1, 'not reached': 0, 'not noted': 2, sources: 3 },
    ])
  })

  it('is divided by group, and by round as it stood in that round', () => {
    expect(guideCoverage(made, { by: 'group' }).rows.slice(0, 2)).toEqual([
      { topic: 'The work', in: 'nurse', asked: 1, volunteered: 1, 'not reached': 0, 'not noted': 0, sources: 2 },
      { topic: 'The work', in: 'manager', asked: 0, volunteered: 0, 'not reached': 1, 'not noted': 0, sources: 1 },
    ])
    expect(guideCoverage(made, { by: 'round' }).rows.slice(2)).toEqual([
      { topic: 'The work > The trust', in: 'First', asked: 0, volunteered: 0, 'not reached': 1, 'not noted': 2, sources: 3 },
      { topic: 'The work > The trust', in: 'Second', asked: 0, volunteered: 1, 'not reached': 0, 'not noted': 0, sources: 1 },
    ])
  })

  it('does not depend on the order of answers', () => {
    const turned = { ...made, answers: [...made.answers].reverse() }
    expect(guideCoverage(turned).rows).toEqual(guideCoverage(made).rows)
  })
})
