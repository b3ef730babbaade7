import { describe, expect, it } from 'vitest'
import { axialPass, type OpenPass, openPass } from '../../../src/coding/index.js'
import { findProblems, type Study } from '../../../src/study/index.js'
import { by, respondent, studyOf, transcript } from '../../builders.js'
import { refused, told } from './problems.js'

const first = transcript(
  'i1',
  [
    'I: How did it begin?',
    '1: When the norm came we sat round the table. We had to; nobody wanted it.',
    'I: And so you trust each other because of the norm?',
    '1: Yes. "Sat round the table", that is how we call it.',
    'I: ',
    '1: Then we learnt.',
  ],
  { round: 'one' },
)
const second = transcript('i2', ['I: Again?', '1: The norm made us share.', '2: Not me.', '3a+3b: We share all we know, we two.'])
const later = transcript('i3', ['3a: Still sharing.', '3b: Still sharing, yes.'])
const paper = transcript('report', ['The board writes that the norm led to trust.'])
const cases = [{ id: 'north', name: 'Network North', extra: {} }]
const topics = [
  { id: 'start', label: 'How it began', parent: null, role: null, extra: {} },
  { id: 'norms', label: 'Norms', parent: null, role: null, extra: {} },
]
const configuration = { id: 'C1', theory: 'v1', context: [], mechanism: [], outcome: [] }
const study = {
  ...studyOf([first, second, later, paper], { cases, topics }),
  respondents: ['1', '2', '3a', '3b'].map(id => respondent(id)),
  rounds: [{ id: 'one', kind: null, title: null, purpose: null }],
} as Study
const open = (work: (pass: OpenPass) => void, from: Study = study) => openPass(from, by, work)
const words = (study: Study) =>
  study.codings.map(one => study.transcripts.find(({ id }) => id === one.transcript)!.text.slice(one.start, one.end))

describe('pointing', () => {
  it('takes a turn by its number, counted from 1, without the mark', () => {
    const coded = open(pass => void pass.code(pass.turn('i1', 2), 'norms', { role: 'context' }))
    expect(words(coded)).toEqual(['When the norm came we sat round the table. We had to; nobody wanted it.'])
  })

  it('takes the whole answer to a topic: the answering turns of its places', () => {
    const asked = open(pass => {
      pass.asked('i1', 'How it began', { at: { transcript: 'i1', start: 0, end: first.text.indexOf('I: And so') + 8 } })
      pass.asked('i1', 'start', { status: 'volunteered', at: pass.fragment('i1', 'Then we learnt') })
      expect(pass.code(pass.answer('i1', 'start'), 'begin', { role: 'context' })).toHaveLength(2)
    })
    expect(words(asked)).toEqual(['When the norm came we sat round the table. We had to; nobody wanted it.', 'Then we learnt'])
    expect(asked.answers.map(row => [row.topic, row.status])).toEqual([
      ['start', 'asked'],
      ['start', 'volunteered'],
    ])
  })

  it('says where it cannot point, and skips what stands on that', () => {
    const placeless = open(pass => {
      pass.asked('i1', 'start')
      pass.asked('i2', 'norms', { status: 'not reached' })
      pass.asked('i2', 'start', { at: pass.turn('i2', 1) })
    })
    const problems = refused(() =>
      open(pass => {
        pass.code(pass.turn('i1', 7), 'a', { role: 'context' })
        pass.code(pass.turn('i1', 5), 'a', { role: 'context' })
        pass.turn('i1', 1.5)
        pass.turn('report', 1)
        pass.code(pass.answer('i1', 'start'), 'a', { role: 'context' })
        pass.answer('i1', 'norms')
        pass.answer('i2', 'norms')
        pass.answer('i2', 'start')
        pass.answer('i2', 'strat')
        pass.code([], 'a', { role: 'context' })
        pass.code({ transcript: 'i9', start: 0, end: 4 }, 'a', { role: 'context' })
        pass.code([pass.turn('i1', 2), { transcript: 'i1', start: 9, end: 2 }], 'a', { role: 'context' })
      }, placeless),
    )
    expect(problems.map(({ call, what, hint }) => `${call}: ${what} (${hint})`)).toEqual([
      'pass.turn, call 1: there is no such turn in the transcript (its turns are numbered from 1 to 6)',
      'pass.turn, call 2: nothing is said in this turn (take the turn before or after it)',
      'pass.turn, call 3: there is no such turn in the transcript (its turns are numbered from 1 to 6)',
      'pass.turn, call 4: no turns are known in this transcript (point at words or offsets with pass.fragment)',
      'pass.answer, call 1: it is not known where this topic was answered (fill start and end in answers.csv, or give the place to pass.asked)',
      'pass.answer, call 2: answers.csv does not say whether this topic came up here (say so with pass.asked, with its place)',
      'pass.answer, call 3: this topic was not reached here (there is nothing to code)',
      'pass.answer, call 4: nobody answers in the place of this topic (correct start and end in answers.csv)',
      'pass.answer, call 5: there is no topic "strat" (did you mean "start"?)',
      'pass.code, call 4: there are no fragments here (give at least one, of pass.fragment, pass.turn or pass.answer)',
      'pass.code, call 5: this is not a fragment of a transcript (give what pass.fragment, pass.turn or pass.answer returned)',
      `pass.code, call 6: this fragment lies outside the text (give whole numbers with start below end, and end at most ${first.text.length})`,
    ])
  })

  it('codes fragments that overlap and lie in one another, each by itself', () => {
    const coded = open(pass => {
      const inner = pass.fragment('i1', 'the norm came')
      const outer = pass.turn('i1', 2)
      expect(
        new Set([...pass.code([inner, outer], 'norms', { role: 'context' }), pass.code(inner, 'norms', { role: 'mechanism' })]).size,
      ).toBe(3)
    })
    expect(coded.codings).toHaveLength(3)
    expect(open(pass => void pass.code(coded.codings, 'seen again', { role: 'future' }), coded).codings).toHaveLength(5)
  })
})

describe('in vivo', () => {
  it('names a code by the words themselves', () => {
    const coded = open(pass => void pass.inVivo(pass.fragment('i1', '"Sat round the table",'), { role: 'mechanism', polarity: 'enabling' }))
    expect(coded.codes[0]).toMatchObject({ name: 'Sat round the table', role: 'mechanism' })
    expect(coded.codings[0]).toMatchObject({ code: 'Sat round the table', polarity: 'enabling' })
  })

  it('refuses what is no name, and never tells the words', () => {
    const named = open(pass => void pass.inVivo(pass.fragment('i1', '"Sat round the table"'), { role: 'mechanism' }))
    const problems = refused(() =>
      open(pass => {
        pass.inVivo(pass.fragment('i1', 'sat round the table.'), { role: 'mechanism' })
        pass.inVivo(pass.fragment('i1', 'We had to; nobody'), { role: 'mechanism' })
        pass.inVivo(pass.turn('i1', 2), { role: 'mechanism' })
        pass.inVivo(pass.turn('i1', 1), { role: 'mechanism' })
        pass.inVivo(pass.fragment('i1', { start: 3, end: 40 }), { role: 'mechanism' })
        pass.inVivo(pass.fragment('i1', 'Then we learnt'))
      }, named),
    )
    expect(problems.map(({ what }) => what)).toEqual([
      'these words are almost the name of a code',
      'the name of a code cannot hold ";"',
      'these are too many words for the name of a code',
      'these are not words of somebody who answers',
      'these words run over the mark of a speaker',
      'this coding has no role',
    ])
    expect(problems[0]).toMatchObject({ file: 'codes.csv', row: 2, transcript: 'i1' })
    expect(JSON.stringify(problems)).not.toMatch(/round the table|nobody wanted/iu)
    const meant = open(pass => {
      pass.define('sat round the table', {})
      pass.inVivo(pass.fragment('i1', 'sat round the table.'), { role: 'mechanism' })
    }, named)
    expect(meant.codes).toHaveLength(2)
  })
})

describe('linked coding', () => {
  it('makes an account of one passage, by role', () => {
    let account = ''
    const linked = open(pass => {
      pass.define('norms', { role: 'context' })
      account = pass.link(pass.turn('i1', 2), { context: 'norms', mechanism: ['duty', 'meeting'] }, { elicited: 'asked' }).account
    })
    expect(linked.codings.map(one => [one.code, one.role, one.account, one.elicited])).toEqual([
      ['norms', 'context', account, 'asked'],
      ['duty', 'mechanism', account, 'asked'],
      ['meeting', 'mechanism', account, 'asked'],
    ])
  })

  const link = (pass: OpenPass, outcome = 'sharing') =>
    pass.link([
      { at: pass.fragment('i1', 'the norm came'), code: 'norms', role: 'context' },
      { at: pass.fragment('i2', 'The norm made us share'), code: outcome, role: 'outcome', memo: 'said twice' },
    ])

  it('makes an account over conversations of one person, and the same call again is no change', () => {
    const linked = open(pass => void link(pass))
    expect(new Set(linked.codings.map(one => one.account)).size).toBe(1)
    expect(linked.codings.map(one => one.memo)).toEqual([null, 'said twice'])
    expect(open(pass => void link(pass), linked)).toBe(linked)
  })

  it('serves a second explanation with the same words, coded once more', () => {
    const twice = open(pass => {
      link(pass)
      link(pass, 'other outcome')
    })
    expect(twice.codings.filter(one => one.code === 'norms')).toHaveLength(2)
    expect(new Set(twice.codings.map(one => one.account)).size).toBe(2)
    expect(findProblems(twice)).toEqual([])
    expect(
      open(pass => {
        link(pass, 'other outcome')
        link(pass)
      }, twice),
    ).toBe(twice)
  })

  it('joins codings that were made before, and takes the account they have', () => {
    const coded = open(pass => {
      const ids = [
        pass.code(pass.fragment('i1', 'the norm came'), 'norms', { role: 'context' }),
        pass.code(pass.fragment('i2', 'The norm made us share'), 'sharing', { role: 'outcome', memo: 'said twice' }),
      ]
      pass.account(ids)
    })
    expect(open(pass => void link(pass), coded)).toBe(coded)
    const again = open(pass => void pass.code(pass.fragment('i1', 'the norm came'), 'norms', { role: 'context' }), coded)
    expect(again).toBe(coded)
  })

  it('goes by who spoke: a pair that shares a mark is one source, also apart', () => {
    const pair = open(pass => {
      pass.link([
        { at: pass.fragment('i2', 'We share all we know'), code: 'sharing', role: 'mechanism' },
        { at: pass.turn('i3', 1), code: 'still', role: 'outcome' },
        { at: pass.turn('i3', 2), code: 'still', role: 'outcome' },
      ])
    })
    expect(new Set(pair.codings.map(one => one.account)).size).toBe(1)
    const document = open(
      pass => void pass.link(pass.fragment('report', 'the norm led to trust'), { context: 'norms', mechanism: 'trust' }),
    )
    expect(document.codings).toHaveLength(2)
  })

  it('refuses several sources, one role, words of nobody', () => {
    const alone = studyOf([
      transcript('a', ['1: Norms first.', '2: Then trust.']),
      transcript('b', ['1: Alone.']),
      transcript('c', ['2: Alone.']),
    ])
    expect(
      told(() =>
        openPass(alone, by, pass => {
          pass.link([
            { at: pass.turn('a', 1), code: 'norms', role: 'context' },
            { at: pass.turn('a', 2), code: 'trust', role: 'mechanism' },
          ])
          pass.account([pass.code(pass.turn('a', 1), 'x', { role: 'context' }), pass.code(pass.turn('a', 2), 'y', { role: 'context' })])
          pass.code(pass.turn('b', 1), 'norms', { role: 'context', account: 'a1' })
          pass.code(pass.turn('c', 1), 'trust', { role: 'mechanism', account: 'a1' })
        }),
      ),
    ).toEqual([
      'pass.link, call 1: an account is the explanation of one source',
      'pass.account, call 1: an account is the explanation of one source',
    ])
    expect(
      told(() =>
        openPass(alone, by, pass => {
          pass.code(pass.turn('b', 1), 'norms', { role: 'context', account: 'a1' })
          pass.code(pass.turn('c', 1), 'trust', { role: 'mechanism', account: 'a1' })
        }),
      ),
    ).toEqual(['pass.code, call 2: an account is the explanation of one source'])
    expect(
      told(() =>
        open(pass => {
          pass.link(pass.turn('i1', 2), { context: ['norms', 'other'] })
          pass.link(pass.turn('i1', 1), { context: 'norms', mechanism: 'trust' })
          pass.link(pass.turn('i1', 9), { context: 'norms', mechanism: 'trust' })
          pass.link(pass.turn('i1', 2), { weather: 'rain', mechanism: 'trust' })
        }),
      ),
    ).toEqual([
      'pass.link, call 1: a linked coding joins codes of two roles or more',
      'pass.link, call 2: it is not known who says this: nobody who answers speaks in these words',
      'pass.turn, call 3: there is no such turn in the transcript',
      'pass.link, call 4: this role is not one of the study’s',
    ])
  })
})

describe('facts of a coding', () => {
  it('are all kept, and an empty one says nothing', () => {
    const facts = {
      role: 'outcome',
      polarity: 'hindering',
      stance: 'refutes',
      level: 'micro',
      beneficiary: 'patient',
      elicited: 'amended',
      expected: false,
      certainty: 'low',
      about: 'north',
      memo: 'm',
    } as const
    const coded = open(pass => void pass.code(pass.turn('i1', 2), 'norms', facts))
    expect(coded.codings[0]).toMatchObject(facts)
    const bare = open(
      pass => void pass.code(pass.turn('i1', 2), 'norms', { role: 'context', memo: ' ', level: undefined as unknown as null }),
    )
    expect(bare.codings[0]).toMatchObject({ memo: null, level: null })
    expect(findProblems(bare)).toEqual([])
  })

  it('are told with what was meant', () => {
    const hints = (facts: object) =>
      refused(() => open(pass => void pass.code(pass.turn('i1', 2), 'norms', { role: 'context', ...facts }))).map(one => one.hint)
    expect(hints({ polarity: 'Enabling' })).toEqual(['did you mean "enabling"?'])
    expect(hints({ role: 'contxt' })).toEqual(['did you mean "context"?'])
    expect(hints({ polarty: 'both' })).toEqual(['did you mean "polarity"?'])
    expect(hints({ about: 'Network North' })).toEqual(['did you mean the id in this row?'])
    expect(hints({ about: 'nort' })).toEqual(['did you mean the id in this row?'])
    expect(hints({ about: 'elsewhere' })).toEqual(['use the id of a case'])
  })
})

describe('taking a coding back', () => {
  const coded = open(pass => {
    pass.code(pass.turn('i1', 2), 'norms', { role: 'context' })
    pass.code(pass.turn('i1', 4), 'norms', { role: 'context' })
  })
  const [mine, other] = coded.codings

  it('takes away own codings, once', () => {
    const left = open(pass => pass.remove(mine!), coded)
    expect(left.codings).toEqual([other])
    expect(open(pass => pass.remove(mine!.id), left)).toBe(left)
    const again = open(pass => void pass.code(pass.turn('i1', 2), 'norms', { role: 'context' }), left)
    expect(again.codings.map(one => one.id)).toEqual([other!.id, mine!.id])
  })

  it('refuses those of others and those that something rests on, and names the rows', () => {
    const resting = {
      ...coded,
      reveals: [{ id: 'r1', coding: other!.id, attribute: 'group', value: null, extra: {} }],
    }
    const problems = refused(() => open(pass => pass.remove([mine!, other!]), resting))
    expect(problems).toMatchObject([
      { what: 'what this coding gives away is noted', file: 'reveals.csv', row: 2, call: 'pass.remove, call 1' },
    ])
    expect(told(() => openPass(coded, { ...by, coder: 'JT' }, pass => pass.remove(mine!)))).toEqual([
      'pass.remove, call 1: this coding is another coder’s',
    ])
    expect(told(() => open(pass => pass.remove('nothing'), coded))).toEqual(['pass.remove, call 1: there is no coding with this id'])
  })

  it('opens again what an agreed coding settled', () => {
    const settled = axialPass(coded, by, pass => {
      pass.recode(other!, { polarity: 'both' })
      pass.settle(coded.codings, { memo: 'one', at: { start: 30, end: 40 } })
    })
    expect(told(() => open(pass => pass.remove(mine!), settled))).toEqual(['pass.remove, call 1: an agreed coding settles this one'])
    const open2 = axialPass(settled, by, pass => pass.remove(settled.codings.at(-1)!))
    expect(open2.codings.map(one => one.status)).toEqual(['open', 'open'])
  })

  it('refuses to leave evidence without an account', () => {
    const linked = open(pass => void pass.link(pass.turn('i1', 2), { context: 'norms', mechanism: 'trust' }))
    const account = linked.codings[0]!.account
    const row = { configuration: 'C1', theory: null, role: null, coding: null, reference: null, stance: null, basis: null, reasoning: null }
    const resting = {
      ...linked,
      configurations: [{ ...configuration, theory: null }],
      evidence: [{ id: 'e1', ...row, account, weight: null, note: null, extra: {} }],
    } as unknown as Study
    expect(told(() => open(pass => pass.remove(linked.codings), resting))).toEqual([
      'pass.remove, call 1: evidence rests on an account of which no coding is left',
    ])
  })
})

describe('what was asked', () => {
  it('fills what was known of an answer, and says what cannot be', () => {
    const asked = open(pass => {
      pass.asked('i1', 'start')
      pass.asked('i1', 'norms', { status: 'not reached' })
    })
    const filled = open(pass => {
      pass.asked('i1', 'start', { status: 'volunteered', at: pass.turn('i1', 2) })
      pass.asked('i1', 'norms')
    }, asked)
    expect(filled.answers.map(row => [row.topic, row.status, row.start])).toEqual([
      ['start', 'volunteered', first.turns[1]!.start],
      ['norms', 'asked', null],
    ])
    expect(open(pass => pass.asked('i1', 'start', { status: 'volunteered', at: pass.turn('i1', 2) }), filled)).toBe(filled)
    const twice = open(pass => pass.asked('i1', 'start', { at: pass.turn('i1', 4) }), filled)
    expect(twice.answers).toHaveLength(3)
    expect(findProblems(twice)).toEqual([])
    expect(
      told(() =>
        open(pass => {
          pass.asked('i1', 'start', { status: 'not reached' })
          pass.asked('i1', 'start', { status: 'not reached', at: pass.turn('i1', 2) })
          pass.asked('i1', 'start', { at: pass.turn('i2', 2) })
          pass.asked('i9', 'strt')
          pass.asked('i1', 'norms', { status: 'maybe' as 'asked' })
        }, twice),
      ),
    ).toEqual([
      'pass.asked, call 1: answers.csv has a place where this topic was answered',
      'pass.asked, call 2: a topic that was not reached has no place',
      'pass.asked, call 3: this place is in another transcript',
      'pass.asked, call 4: there is no topic "strt"',
      'pass.asked, call 4: there is no transcript "i9"',
      'pass.asked, call 5: this status is not one a row of answers.csv can have',
    ])
  })

  it('notes where the interviewer put a configuration', () => {
    const theories = ['v1', 'v2'].map(id => ({
      id,
      kind: null,
      from: null,
      date: null,
      statement: null,
      origin: null,
      reason: null,
      extra: {},
    }))
    const blank = { statement: null, beneficiary: null, status: null, from: [], change: null, reason: null, rivalOf: null, extra: {} }
    const words = { contextText: null, mechanismText: null, outcomeText: null }
    const made = ['v1', 'v2'].map(theory => ({ ...configuration, theory, ...blank, ...words }))
    const theorised = { ...study, theories, configurations: made } as unknown as Study
    expect(findProblems(theorised)).toEqual([])
    const prompted = open(pass => {
      pass.prompt('i1', 'C1')
      pass.prompt(pass.turn('i1', 3), 'C1')
      pass.prompt('i2', 'C1', { theory: 'v1' })
    }, theorised)
    expect(prompted.prompts.map(row => [row.transcript, row.start, row.theory])).toEqual([
      ['i1', first.turns[2]!.start, 'v2'],
      ['i2', null, 'v1'],
    ])
    expect(open(pass => pass.prompt(pass.turn('i1', 3), 'C1'), prompted)).toBe(prompted)
    expect(
      refused(() =>
        open(pass => {
          pass.prompt(pass.turn('i1', 2), 'C1')
          pass.prompt('i1', 'C2')
          pass.prompt('i1', 'C1', { theory: 'v3' })
        }, theorised),
      ).map(one => one.what),
    ).toEqual(['these are words of who answers', 'there is no configuration "C2"', 'there is no theory "v3"'])
  })
})
