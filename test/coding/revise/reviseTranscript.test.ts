import { describe, expect, it } from 'vitest'
import { openPass, replay, reviseTranscript, selectivePass } from '../../../src/coding/index.js'
import { findProblems, type Quote, type Study } from '../../../src/study/index.js'
import { readTranscript } from '../../../src/transcript/index.js'
import { by, studyOf, transcript } from '../../builders.js'

const lines = [
  'I: How did the meetings begin?',
  '1: We sat round the table within a month. Yes.',
  'I: And did it help?',
  '1: Yes. It helped that nobody felt judged, which was new. Yes.',
  'I: What else?',
  '1: The norm made it urgent, of course.',
]
const talk = transcript('i1', lines)
const after = { coder: 'JT', date: '2020-06-01' }

/** Codes words of the transcript, each with a code of its own; the nth time they stand there. */
function coded(fragments: readonly (readonly [string, number?])[], facts: Partial<Study> = {}): Study {
  return openPass(studyOf([talk], facts), by, pass => {
    fragments.forEach(([words, nth = 1], i) => {
      let start = -1
      for (let n = 0; n < nth; n++) start = talk.text.indexOf(words, start + 1)
      pass.code(pass.fragment('i1', { start, end: start + words.length }), `code ${i} of these`, { role: 'context' })
    })
  })
}

const revised = (study: Study, text: string) => reviseTranscript(study, 'i1', text, after)
const saidIn = (study: Study) => study.codings.map(one => study.transcripts[0]!.text.slice(one.start, one.end))
const whats = (result: ReturnType<typeof revised>) => result.changes.rows.map(row => `${row.what}: ${row.before} -> ${row.after}`)

describe('reviseTranscript', () => {
  it('moves every coding along, nested and overlapping ones and two on the same words too', () => {
    const words = ['round the table within a month', 'the table', 'table within a month', 'the table', 'nobody felt judged']
    const study = coded(words.map(one => [one]))
    const result = revised(study, `Recorded in May.\n\n${talk.text}`)
    expect(saidIn(result.study)).toEqual(words)
    expect(result.changes.rows.map(row => row.what)).toEqual(words.map(() => 'moved'))
    expect(result.changes.rows[0]).toMatchObject({ table: 'codings', from: '41-71', to: '59-89', note: '' })
    expect(findProblems(result.study)).toEqual([])
    expect(result.study.journal.at(-1)).toMatchObject({ kind: 'revise', ...after })
    expect(result.study.journal.at(-1)!.changes[0]!.note).toBe('revised the text of i1: 5 moved')
  })

  it('keeps a fragment of which a word was corrected, and says what it was', () => {
    const study = coded([['nobody felt judged, which was new']])
    const first = revised(study, talk.text.replace('felt judged', 'felt jugded'))
    expect(whats(first)).toEqual(['changed: nobody felt judged, which was new -> nobody felt jugded, which was new'])
    expect(first.study.codings[0]!.extra).toEqual({ 'words before': 'nobody felt judged, which was new' })
    const second = revised(first.study, talk.text.replace('felt judged', 'was judged'))
    expect(second.study.codings[0]!.extra).toEqual({ 'words before': 'nobody felt judged, which was new' })
    const third = revised(second.study, talk.text)
    expect(third.study.codings).toEqual(study.codings)
  })

  it('loses a coding whose words are gone, keeps it with its words, and finds it when they are back', () => {
    const study = coded([['nobody felt judged, which was new'], ['Yes', 3]])
    const without = talk.text.replace('It helped that nobody felt judged, which was new. Yes.', 'It helped.')
    const result = revised(study, without)
    expect(result.study.codings).toEqual([])
    expect(result.study.lost.map(one => [one.extra.quote, one.start === one.end])).toEqual([
      ['nobody felt judged, which was new', true],
      ['Yes', true],
    ])
    expect(findProblems(result.study)).toEqual([])
    const back = revised(result.study, talk.text)
    expect(back.changes.rows.map(row => row.what)).toEqual(['found again', 'found again'])
    expect(back.study.lost).toEqual([])
    expect(back.study.codings).toEqual(study.codings)
  })

  it('does not put a word that was taken out on the same word elsewhere', () => {
    const study = coded([
      ['Yes', 1],
      ['Yes', 2],
      ['Yes', 3],
    ])
    const result = revised(study, talk.text.replace('1: Yes. It helped', '1: It helped'))
    expect(result.study.lost.map(one => one.code)).toEqual(['code 1 of these'])
    expect(result.study.codings.map(one => one.code)).toEqual(['code 0 of these', 'code 2 of these'])
    const [first, last] = result.study.codings
    const { text } = result.study.transcripts[0]!
    expect([text.slice(0, first!.end).split('\n').length, text.slice(0, last!.end).split('\n').length]).toEqual([2, 4])
  })

  it('is nothing when the text is the same, also with a byte order mark and other line ends', () => {
    const study = coded([['the table']])
    for (const text of [talk.text, `\uFEFF${talk.text.replaceAll('\n', '\r\n')}`]) {
      const result = revised(study, text)
      expect(result.study).toBe(study)
      expect(result.changes.rows).toEqual([])
    }
  })

  it('tells what rests on a coding that was changed or lost', () => {
    const base = coded([['nobody felt judged'], ['within a month'], ['The norm made it urgent']])
    const [lost, edited] = base.codings
    const told = selectivePass({ ...base, codings: base.codings.with(0, { ...lost!, account: 'a1' }) }, by, pass => {
      const configuration = pass.configure({ context: ['code 0 of these'], outcome: ['code 1 of these'] })
      pass.evidence(configuration, edited!.id, { stance: 'supports' })
      pass.evidence(configuration, 'a1', { stance: 'supports' })
    })
    const study: Study = { ...told, reveals: [{ id: 'r1', coding: lost!.id, attribute: 'age', value: null, extra: {} }] }
    const [first, second] = study.evidence
    const result = revised(study, talk.text.replace('nobody felt judged', 'it was fun').replace('a month', 'a few months'))
    expect(result.changes.rows.filter(one => one.what === 'rests on it').map(one => [one.table, one.id, one.note])).toEqual([
      ['evidence', first!.id, `its coding names coding ${edited!.id}, which is changed`],
      ['reveals', 'r1', `its coding names coding ${lost!.id}, which is lost`],
      ['evidence', second!.id, 'every coding of its account is lost'],
    ])
    expect(findProblems(result.study)).toEqual([])
  })

  it('replays from its journal', () => {
    const study = coded([['nobody felt judged'], ['within a month'], ['Yes', 2]])
    const { study: result } = revised(study, talk.text.replace('1: Yes. It', '1: It').replace('a month', 'two months'))
    const again = replay(JSON.parse(JSON.stringify(result.journal)), result)
    expect([again.codings, again.lost, again.transcripts]).toEqual([result.codings, result.lost, result.transcripts])
  })

  it.each([
    ['a transcript that is not there', 'i2', talk.text, by, 'there is no such transcript'],
    ['an empty text', 'i1', ' \n', by, 'the new text is empty'],
    ['nobody', 'i1', 'x', { coder: '', date: '2020-05-04' }, 'a pass needs a coder'],
  ])('refuses %s', (_, id, text, who, says) => {
    expect(() => reviseTranscript(coded([]), id, text, who)).toThrow(says)
  })

  it('refuses turns of people who are not in the study', () => {
    const turns = [{ ...talk.turns[1]!, respondents: ['9'] }]
    expect(() => reviseTranscript(coded([]), 'i1', { text: talk.text, turns }, by)).toThrow('names a respondent that is not')
  })
})

describe('the turns of a revised transcript', () => {
  const said = (study: Study) => {
    const [one] = study.transcripts
    return one!.turns.map(turn => `${turn.asks ? 'I' : turn.respondents.join()}: ${one!.text.slice(turn.start, turn.end)}`)
  }

  it('are read by the marks that were there: a turn that was put in is its speaker’s', () => {
    const more = [...lines.slice(0, 2), 'I: Who came?', '1: Everyone.', ...lines.slice(2)]
    expect(said(revised(coded([]), `Head\n${more.join('\n')}\n`).study)).toEqual(more)
  })

  it('go to another speaker when a mark was corrected', () => {
    const other = lines.with(3, lines[3]!.replace('1: ', 'I: '))
    expect(said(revised(coded([]), `${other.join('\n')}\n`).study)).toEqual(other)
  })

  it('are those given with the text', () => {
    const text = 'Hello there.'
    const turns = [{ start: 0, end: 5, speaker: null, respondents: ['1'], asks: false, at: 3 }]
    const result = reviseTranscript(coded([]), 'i1', { text, turns }, by)
    expect(result.study.transcripts[0]!.turns).toEqual(turns)
    expect(replay(result.study.journal, result.study).transcripts).toEqual(result.study.transcripts)
  })

  it('keep the times of subtitles', async () => {
    const cue = (at: number, words: string) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${words}\n\n`
    const read = await readTranscript(
      `WEBVTT\n\n${cue(1, '<v A>How did it begin?')}${cue(3, '<v B>We met wekly.')}${cue(5, '<v A>And then?')}`,
    )
    const study = studyOf([{ ...talk, text: read.text, turns: read.turns.map(turn => ({ ...turn, respondents: [] })) }])
    const text = read.text.replace('wekly', 'weekly, all of us').replace('A: And', 'B: And more.\nA: And')
    const { study: after } = revised(study, text)
    expect(after.transcripts[0]!.turns.map(turn => [turn.speaker, text.slice(turn.start, turn.end), turn.at])).toEqual([
      ['A', 'How did it begin?', 1],
      ['B', 'We met weekly, all of us.', 3],
      ['B', 'And more.', null],
      ['A', 'And then?', 5],
    ])
    expect(replay(after.journal, after).transcripts).toEqual(after.transcripts)
  })

  it('are carried along where no marks told them', () => {
    const plain = { ...talk, turns: [{ start: 3, end: 9, speaker: null, respondents: ['1'], asks: false, at: 7 }] }
    const { study } = reviseTranscript(studyOf([plain]), 'i1', `Head\n${talk.text}`, by)
    expect(study.transcripts[0]!.turns).toEqual([{ ...plain.turns[0], start: 8, end: 14 }])
  })
})

describe('the quotes of a revised transcript', () => {
  const words = 'nobody felt judged, which was new'
  const start = talk.text.indexOf(words)
  const quote = (facts: Partial<Quote> = {}): Quote => ({
    id: 'q1',
    transcript: 'i1',
    spans: [{ start, end: start + words.length }],
    text: words,
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
  const edited = talk.text.replace('nobody felt judged', 'no one felt judged')
  const away = talk.text.replace('It helped that nobody felt judged, which was new. Yes.', '')
  const revise = (facts: Partial<Quote>, text: string) => {
    const result = revised(coded([], { quotes: [quote(facts)] }), text)
    expect(findProblems(result.study)).toEqual([])
    return { ...result, quote: result.study.quotes[0]! }
  }

  it('move with their words', () => {
    const result = revise({ approved: 'yes' }, `Head\n${talk.text}`)
    expect(result.quote).toEqual(quote({ approved: 'yes', spans: [{ start: start + 5, end: start + 5 + words.length }] }))
    expect(whats(result)).toEqual([`moved: ${words} -> ${words}`])
  })

  it('take new words only when they are printed as they stand and nobody approved them', () => {
    const result = revise({}, edited)
    expect(result.quote.text).toBe('no one felt judged, which was new')
    expect(result.changes.rows).toMatchObject([{ what: 'changed', note: 'it is printed with the new words' }])
  })

  it.each([
    ['approved', { approved: 'yes' }],
    ['waited for', { approved: 'asked' }],
    ['refused', { approved: 'no' }],
    ['cleaned', { form: 'cleaned', text: 'nobody felt judged' }],
    ['with words put in', { text: '[there] nobody felt judged, which was new' }],
  ] as [string, Partial<Quote>][])('are not printed when their words changed and they were %s', (_, facts) => {
    const result = revise(facts, edited)
    expect(result.quote).toMatchObject({ approved: 'revised', text: facts.text ?? words })
    expect(result.quote.spans).toHaveLength(1)
    expect(result.changes.rows).toMatchObject([{ what: 'changed' }])
    const back = revised(result.study, talk.text)
    if (facts.form === undefined) expect(back.study.quotes[0]).toEqual(quote(facts))
  })

  it.each([
    ['plain', {}],
    ['without text', { text: null }],
    ['approved', { approved: 'yes' }],
    ['refused', { approved: 'no' }],
    ['changed by the speaker', { approved: 'changed', text: 'nobody judged' }],
  ] as [string, Partial<Quote>][])('keep their row and their words when these are gone: %s', (_, facts) => {
    const result = revise(facts, away)
    expect(result.quote).toMatchObject({ approved: 'revised', spans: [], text: facts.text ?? words })
    expect(result.changes.rows).toMatchObject([{ what: 'lost' }])
  })

  it('that are paraphrases stay, and are told', () => {
    const result = revise({ form: 'paraphrase', text: 'It was safe there.' }, away)
    expect(result.quote).toEqual(quote({ form: 'paraphrase', text: 'It was safe there.', spans: [] }))
    expect(result.changes.rows).toMatchObject([{ what: 'lost', note: 'see whether the paraphrase still holds' }])
  })
})

describe('the places of a revised transcript', () => {
  it('go along, and are emptied when their words are gone', () => {
    const place = (words: string) => ({ start: talk.text.indexOf(words), end: talk.text.indexOf(words) + words.length })
    const study = coded([], {
      topics: [{ id: 't1', label: null, parent: null, role: null, extra: {} }],
      answers: ['within a month', 'nobody felt judged, which was new'].map((words, i) => ({
        id: `a${i}`,
        transcript: 'i1',
        topic: 't1',
        ...place(words),
        status: 'asked',
        extra: {},
      })),
    })
    const result = revised(study, `Head\n${talk.text.replace('nobody felt judged, which was new', 'it went on')}`)
    expect(result.study.answers).toMatchObject([
      { start: place('within a month').start + 5, end: place('within a month').end + 5 },
      { start: null, end: null },
    ])
    expect(result.changes.rows.map(row => [row.what, row.table])).toEqual([
      ['lost', 'answers'],
      ['moved', 'answers'],
    ])
    expect(findProblems(result.study)).toEqual([])
  })
})
