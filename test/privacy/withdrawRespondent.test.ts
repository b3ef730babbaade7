import { describe, expect, it } from 'vitest'
import { axialPass, isSameTables, openPass, replay, reviseTranscript, selectivePass, undoPass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, makeRegister, withdrawRespondent } from '../../src/privacy/index.js'
import { findProblems, type Study, StudyError } from '../../src/study/index.js'
import { by, entry, respondent, spanOf, studyOf, transcript } from '../builders.js'

const day = { coder: 'JT', date: '2021-02-03' }
const everything = { scope: 'everything', by: day } as const

const hers = 'we sat round the kitchen table until the list was done'
const his = 'I for one never saw that list at any time'
const pair = transcript('pair', [
  'I: What changed?',
  `13a: First ${hers}.`,
  `13b: Well, ${his}.`,
  `I: So you say that you sat round the kitchen table until late?`,
  '13a: Yes.',
  '13b: And it rained that week, all of it.',
])
const alone = transcript('alone', ['I: And you?', '10: Nobody told me a thing about tables or lists.'])
const shared = transcript('shared', ['I: Both?', '13a+13b: Both of us came late to all of the meetings.', '10: I was there on time.'])

const empty = studyOf([pair, alone, shared])
const opened = openPass(empty, by, pass => {
  pass.code(pass.fragment('pair', hers), `in vivo: ${hers}`, { role: 'mechanism' })
  pass.code(pass.fragment('pair', his), 'no list', { role: 'context', memo: `against “${hers.toUpperCase()}”` })
  pass.code(pass.fragment('pair', { start: pair.turns[1]!.start, end: pair.turns[2]!.end }), 'exchange', { role: 'outcome' })
  pass.code(pass.fragment('shared', 'Both of us came late'), 'late', { role: 'context' })
})
const untouched = openPass(opened, by, pass => {
  pass.code(pass.fragment('alone', 'Nobody told me a thing'), 'not told', { role: 'context' })
})
const study = selectivePass(untouched, by, pass => {
  pass.theme('lists', { role: 'context', codes: ['no list', 'late'], bullet: `Some said: ${hers}!` })
  pass.configure({ context: ['no list'] }, { id: 'C1', statement: 'no list, no work' })
  pass.evidence('C1', opened.codings[0]!.id, { stance: 'supports' })
  pass.evidence('C1', opened.codings[1]!.id, { stance: 'supports' })
})

const problems = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof StudyError) return error.problems
    throw error
  }
  return []
}
const sound = (after: Study) => {
  expect(findProblems(after)).toEqual([])
  expect(isSameTables(replay(after.journal, after), after)).toBe(true)
}

describe('withdrawRespondent', () => {
  const { study: after, removed, reach } = withdrawRespondent(study, '13a', everything)
  const texts = new Map(after.transcripts.map(one => [one.id, one]))

  it('cuts the turns of a person from a conversation with others, and where who asks repeats her', () => {
    expect(texts.get('pair')!.text).toBe(
      [
        'I: What changed?',
        `13b: Well, ${his}.`,
        'I: So you say that you [withdrawn] late?',
        '13b: And it rained that week, all of it.',
        '',
      ].join('\n'),
    )
    expect(texts.get('pair')!.turns.map(turn => texts.get('pair')!.text.slice(turn.start, turn.end))).toEqual([
      'What changed?',
      `Well, ${his}.`,
      'So you say that you [withdrawn] late?',
      'And it rained that week, all of it.',
    ])
    expect(texts.get('pair')!.respondents).toEqual(['13b'])
    sound(after)
  })

  it('cuts a turn of people who share a mark, since it may be hers, and says so', () => {
    expect(texts.get('shared')!.text).toBe('I: Both?\n10: I was there on time.\n')
    expect(removed.rows.filter(row => row.what.includes('may be of somebody else')).map(row => row.count)).toEqual([1])
  })

  it('carries the codings of the others, and shortens those over several turns to what the others said', () => {
    const said = after.codings.map(one => [one.code, texts.get(one.transcript)!.text.slice(one.start, one.end)])
    expect(said).toEqual([
      ['no list', his],
      ['exchange', `Well, ${his}.`],
      ['not told', 'Nobody told me a thing'],
    ])
    expect(removed.rows.find(row => row.what.includes('only what others said'))?.count).toBe(1)
  })

  it('puts a mark in the place of her words wherever six of them stand, in-vivo codes among them', () => {
    expect(after.codes.map(one => [one.id, one.name])).toContainEqual(['in vivo: [withdrawn]', 'in vivo: [withdrawn]'])
    expect(after.codings.find(one => one.code === 'no list')?.memo).toBe('against “[withdrawn]”')
    expect(after.themes[0]?.bullet).toBe('Some said: [withdrawn]!')
    expect(JSON.stringify(after)).not.toMatch(/kitchen/iu)
    expect(removed.rows).toContainEqual({ what: 'words replaced', file: 'themes.csv', row: 2, column: 'bullet', count: 1 })
  })

  it('keeps the passes of the journal without what was hers, those that held nothing of hers as they were', () => {
    expect(after.journal.slice(0, -1).map(({ id, base, kind, coder, date }) => ({ id, base, kind, coder, date }))).toEqual(
      study.journal.map(({ id, base, kind, coder, date }) => ({ id, base, kind, coder, date })),
    )
    expect(after.journal.at(-1)).toMatchObject({ kind: 'withdraw', coder: 'JT', date: '2021-02-03', base: study.journal.at(-1)!.id })
    expect(after.journal[2]).toBe(study.journal[2])
    expect(after.journal.map(pass => pass.withdrawn !== undefined)).toEqual([true, true, false, true, true])
    expect(JSON.stringify(after.journal)).not.toContain('13a"')
  })

  it('is the same when it is done again', () => {
    expect(withdrawRespondent(study, '13a', everything).study).toEqual(after)
  })

  it('cannot be undone, and nor can a pass that lost content; one that lost none can', () => {
    for (const id of [undefined, after.journal[1]!.id, after.journal.at(-1)!.id])
      expect(problems(() => undoPass(after, by, id))[0]?.what).toMatch(/withdrew/u)
    const undone = undoPass(after, by, after.journal[2]!.id)
    expect(undone.codings.map(one => one.code)).toEqual(['no list', 'exchange'])
  })

  it('tells what rested on her, with how many other sources are left', () => {
    const { rows } = reach
    const theme = rows.find(row => row.file === 'themes.csv')
    expect(theme).toMatchObject({ row: 2, left: 1 })
    expect(rows.find(row => row.file === 'configurations.csv')).toMatchObject({ row: 2, left: 1 })
    expect(rows.filter(row => row.file === 'codes.csv').map(row => row.left)).toEqual([0, 0])
    expect(rows.map(row => row.what).join('\n')).toMatch(/git/u)
    expect(after.evidence.map(one => one.coding)).toEqual([opened.codings[1]!.id])
  })

  it('tells places and counts, never words', () => {
    for (const shown of [removed.toText(), reach.toText(), JSON.stringify([removed, reach])]) {
      for (const word of ['kitchen', 'table until', 'list was', 'rained']) expect(shown).not.toContain(word)
    }
    expect([removed.audience, reach.audience]).toEqual(['team', 'team'])
  })

  it('takes a conversation with her alone out whole', () => {
    const gone = withdrawRespondent(study, '10', everything).study
    expect(gone.transcripts.map(one => one.id)).toEqual(['pair', 'shared'])
    expect(gone.respondents.map(one => one.id)).toEqual(['13a', '13b'])
    expect(JSON.stringify(gone.journal)).not.toContain('"alone"')
    sound(gone)
  })

  it('leaves what another respondent said in the same words, and tells that', () => {
    const echo = transcript('echo', [`11: As they say, ${hers}.`])
    const both = withdrawRespondent(studyOf([pair, echo]), '13a', everything)
    expect(both.study.transcripts.at(-1)?.text).toContain(hers)
    expect(both.reach.rows).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('same six words'), file: 'transcripts.csv', row: 3, count: 1 }),
    )
    sound(both.study)
  })

  it('shortens a quote over several turns to what the others said, and takes out one of hers', () => {
    const quote = (id: string, facts: object) => ({
      id,
      transcript: 'pair',
      spans: [],
      text: null,
      form: null,
      translation: null,
      themes: [],
      configurations: [],
      attribution: null,
      approved: null,
      order: null,
      extra: {},
      ...facts,
    })
    const [a, b] = [spanOf(pair, hers), spanOf(pair, his)]
    const spans = [a, b].map(({ start, end }) => ({ start, end }))
    const quotes = [
      quote('q1', { spans, text: `${hers} … ${his}` }),
      quote('q2', { spans: [spans[0]], text: hers }),
      quote('q3', { text: 'Yes.' }),
      quote('q4', { spans: [spans[1]], text: his, form: 'verbatim' }),
    ]
    const pages = [{ id: 'one', text: 'See {{quote q2}} and {{quote q4}}.', about: ['q2'], extra: {} }]
    const left = withdrawRespondent({ ...empty, quotes, pages } as Study, '13a', everything)
    expect(left.study.quotes.map(one => [one.id, one.text, one.spans.length])).toEqual([
      ['q1', null, 1],
      ['q4', his, 1],
    ])
    expect(left.study.pages[0]).toMatchObject({ text: 'See [withdrawn] and {{quote q4}}.', about: [] })
    expect(left.reach.rows.filter(row => row.file === 'report/one.md').map(row => row.count)).toEqual([null, 1])
    sound(left.study)
  })

  it('takes out what she said in an earlier version of a text', () => {
    const edits = [{ at: alone.text.indexOf('tables'), cut: 'tables', put: 'desks' }]
    const now = {
      ...alone,
      text: alone.text.replace('tables', 'desks'),
      turns: alone.turns.map(t => (t.asks ? t : { ...t, end: t.end - 1 })),
    }
    const change = { call: 'revise', note: '', patches: [{ table: 'transcripts', id: 'alone', from: {}, to: {}, text: edits }] }
    const started = openPass(studyOf([pair, now]), by, pass =>
      pass.define('asked', { role: 'context', definition: 'Told me a thing about tables?' }),
    )
    const revised = {
      ...started,
      journal: [...started.journal, { ...started.journal[0]!, id: 'p2', kind: 'revise' as const, changes: [change] }],
    }
    const left = withdrawRespondent(revised, '10', everything).study
    expect(left.codes[0]?.definition).toBe('[withdrawn]?')
    expect(JSON.stringify(left.journal)).not.toMatch(/desks|"cut"/u)
  })

  it('clears the words that a revision cut out or put in, and keeps what the others were given for', () => {
    const text = alone.text.replace('Nobody told me a thing', 'Not one soul spoke to me').replace('tables', 'wooden desks')
    const revised = reviseTranscript(untouched, 'alone', text, day).study
    expect(JSON.stringify(revised.journal)).toMatch(/Nobody told me/u)
    expect(revised.lost.map(one => one.extra.quote)).toEqual(['Nobody told me a thing'])
    const left = withdrawRespondent(revised, '10', everything).study
    expect(JSON.stringify(left)).not.toMatch(/Nobody told|one soul|wooden|tables|"cut":"[^"]/u)
    expect(left.lost).toEqual([])
    expect(left.codings.filter(one => one.transcript === 'pair')).toEqual(revised.codings.filter(one => one.transcript === 'pair'))
    expect(findProblems(left)).toEqual([])
  })

  it('clears the edits of a text that is cut, also those of fewer than six of her words', () => {
    const revised = reviseTranscript(untouched, 'pair', pair.text.replace('First we sat', 'First oxbow we sat'), day).study
    expect(JSON.stringify(revised.journal)).toContain('oxbow')
    const left = withdrawRespondent(revised, '13a', everything).study
    expect(JSON.stringify(left)).not.toContain('oxbow')
    expect(isSameTables(replay(left.journal, left), left)).toBe(true)
  })

  it('lists where a registered name of hers stands, when the register is given', () => {
    const register = makeRegister([entry('Zwaardvis', { respondent: '13a' }), entry('Otter', { respondent: '13b' })])
    const named = { ...empty, questions: ['Did Zwaardvis help Otter?'] }
    const { rows } = withdrawRespondent(named, '13a', { ...everything, register }).reach
    expect(rows).toContainEqual(expect.objectContaining({ file: 'study.json', count: 1, what: expect.stringContaining('name') }))
    expect(JSON.stringify(rows)).not.toMatch(/Zwaardvis|Otter/u)
  })

  it('removes a conversation whole when nothing tells who said what in it', () => {
    const text = 'One paragraph in which both of them tell the whole story.\n'
    const memo = { ...transcript('memo', []), text, respondents: ['13a', '13b'] }
    const left = withdrawRespondent(studyOf([pair, memo]), '13a', everything)
    expect(left.study.transcripts.map(one => one.id)).toEqual(['pair'])
    expect(left.removed.rows.map(row => row.what).join('\n')).toMatch(/others took part/u)
  })

  it('may be done by one after another', () => {
    const both = withdrawRespondent(after, '13b', everything).study
    sound(both)
    expect(both.respondents.map(one => one.id)).toEqual(['10'])
    expect(JSON.stringify(both)).not.toMatch(/never saw/u)
  })
})

describe('withdrawing from being printed or archived', () => {
  const quoted = {
    ...study,
    respondents: study.respondents.map(one => respondent(one.id, { consent: 'verbatim' })),
  }

  it('says no to quotes and paraphrases from that day on, in a pass that can be taken back', () => {
    const { study: after } = withdrawRespondent(quoted, '13a', { scope: 'quotes', by: day })
    expect(after.consents.map(one => [one.respondent, one.purpose, one.answer, one.date])).toEqual([
      ['13a', 'quote', 'no', '2021-02-03'],
      ['13a', 'paraphrase', 'no', '2021-02-03'],
    ])
    expect(after.codings).toBe(quoted.codings)
    expect(after.journal.at(-1)?.kind).toBe('withdraw')
    sound(after)
    expect(undoPass(after, by).consents).toEqual([])
    expect(withdrawRespondent(after, '13a', { scope: 'quotes', by: day }).study).toBe(after)
    const safe = anonymise(after, { register: makeRegister([entry('Otter')]), language: en }).study
    expect(JSON.stringify(safe.transcripts)).not.toMatch(/kitchen table until the list/u)
  })

  it('says no to the archive', () => {
    const { study: after, reach } = withdrawRespondent(quoted, '10', { scope: 'archive', by: day })
    expect(after.consents.map(one => [one.purpose, one.answer])).toEqual([['archive', 'no']])
    expect(reach.rows[0]?.what).toMatch(/archives/u)
  })
})

describe('what is refused', () => {
  it('names the respondent that was meant, by its row', () => {
    const people = ['anna-lena', 'bert'].map(id => respondent(id))
    const told = problems(() => withdrawRespondent({ ...empty, respondents: people }, 'anna-lina', everything))
    expect(told).toEqual([
      expect.objectContaining({
        what: expect.stringContaining('no respondent'),
        hint: expect.stringContaining('row 2'),
        call: 'withdrawRespondent',
      }),
    ])
  })

  it('lists everything that is wrong: no scope, no day', () => {
    const told = problems(() => withdrawRespondent(study, '99', { by: { coder: '', date: 'today' } } as never))
    expect(told.map(one => one.what)).toEqual([
      'a pass needs a coder',
      'the date of this pass is not written as year-month-day',
      'it is not said what is withdrawn',
      'there is no respondent with this id',
    ])
    expect(problems(() => withdrawRespondent(study, '10', undefined as never)).length).toBeGreaterThan(0)
  })

  it('refuses a safe study', () => {
    const safe = anonymise(study, { register: makeRegister([entry('Otter')]), language: en }).study
    expect(problems(() => withdrawRespondent(safe, '10', everything))[0]?.what).toMatch(/safe study/u)
  })

  it('leaves the study as it was', () => {
    const before = JSON.stringify(study)
    withdrawRespondent(study, '13a', everything)
    expect(JSON.stringify(study)).toBe(before)
    expect(axialPass(study, by, pass => pass.retire('late')).codes.length).toBe(study.codes.length)
  })
})

describe('who withdrew', () => {
  it('is not named by codes that were split by who spoke', () => {
    const split = axialPass(study, by, pass => pass.split('late', { by: 'respondent', several: 'late together' }))
    const parted = axialPass(split, by, pass => pass.split('no list', { by: 'respondent' }))
    const coded = openPass(parted, by, pass => {
      pass.code(pass.fragment('alone', 'tables or lists'), 'no list (13b)', { role: 'context' })
      pass.define('step (13b)', { definition: 'the thirteenth step' })
    })
    const noted = { ...coded, memos: [{ id: 'm', text: 'See "no list (13b)".', about: ['no list (13b)'], extra: {} }] }
    const { study: after } = withdrawRespondent(noted, '13b', everything)
    sound(after)
    expect(JSON.stringify(after)).not.toContain('no list (13b)')
    expect(after.codes.map(code => code.name)).toContain('no list ([withdrawn])')
    expect(after.memos).toMatchObject([{ text: 'See "no list ([withdrawn])".', about: ['no list ([withdrawn])'] }])
    expect(after.codings.find(one => one.transcript === 'alone' && one.code.startsWith('no list'))!.code).toBe('no list ([withdrawn])')
    // No code was split into this one: it is called so by chance.
    expect(after.codes.map(code => code.name)).toContain('step (13b)')
  })

  it('is not named by an earlier withdrawal of which something stays', () => {
    const quoted = selectivePass(study, by, pass => {
      pass.quote('lists', opened.codings[2]!.id)
    })
    const refused = ['quote', 'paraphrase'].map((purpose, i) => ({
      ...{ id: `k${i}`, respondent: '13a', purpose: purpose as 'quote', answer: 'no' as const },
      ...{ form: null, date: null, until: null, extra: {} },
    }))
    const first = withdrawRespondent({ ...quoted, consents: refused }, '13a', { scope: 'quotes', by: day }).study
    const { study: after } = withdrawRespondent(first, '13a', everything)
    sound(after)
    const notes = after.journal.flatMap(pass => pass.changes.map(change => change.note))
    expect(notes).toContain('nothing of a respondent is printed any more')
    expect(notes.join()).not.toContain('13a')
  })
})
