import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StudyError } from '../../src/study/error.js'
import { type ReadOptions, readTranscript } from '../../src/transcript/index.js'
import { said } from './said.js'
import { docx, paragraph } from './zip.js'

describe('who asks and who answers', () => {
  const talk = 'Anna: Hoe?\nBram: Zo.\nAnna: Echt?\nBram: Ja.'
  it('follows speakers', async () => {
    const options = { speakers: ['Anna=onderzoeker', 'BRAM.=10'], respondents: ['10', '11'] }
    expect(await said(talk, options)).toEqual(['Anna?: Hoe?', 'Bram<10>: Zo.', 'Anna?: Echt?', 'Bram<10>: Ja.'])
  })
  it('gives a shared mark to all who share it, and a third person to nobody', async () => {
    const options = { speakers: ['R=13a', 'R=13b', 'I=interviewer', 'P=other'] }
    expect(await said('I: Hoe?\nR: Zo.\nP: Koffie?', options)).toEqual(['I?: Hoe?', 'R<13a,13b>: Zo.', 'P: Koffie?'])
  })
  it('takes the only mark that is not listed for the interviewer', async () => {
    expect(await said(talk, { speakers: ['Bram=10'] })).toEqual(['Anna?: Hoe?', 'Bram<10>: Zo.', 'Anna?: Echt?', 'Bram<10>: Ja.'])
  })
  it('notes marks that are not listed and gives their words to nobody', async () => {
    const options = { speakers: ['Anna=interviewer', 'Bram=10'] }
    const { turns, notes } = await readTranscript(`${talk}\nCor: Ik ook.\nCor: En ik.`, options)
    expect(turns.at(-1)).toMatchObject({ speaker: 'Cor', respondents: [], asks: false })
    expect(notes).toContain('1 mark is in the text but not in speakers (first on line 5).')
  })
  it('of two marks takes the one with the questions, else the one with the short turns', async () => {
    expect((await said(talk, { respondents: ['10'] }))[1]).toBe('Bram<10>: Zo.')
    const long = 'Toen zijn we met z’n allen om tafel gaan zitten en dat duurde.'
    const even = `Bram: ${long} Toch?\nAnna: Ja?\nBram: ${long} Toch?\nAnna: En?`
    expect((await said(even)).map(turn => turn.startsWith('Anna?:'))).toEqual([false, true, false, true])
  })
  it('guesses no interviewer where nobody asks', async () => {
    const { turns, notes } = await readTranscript('Anna: Goed zo.\nBram: Ja hoor.\nAnna: Mooi zo.\nBram: Fijn.', {
      respondents: ['1', '2'],
    })
    expect(turns.every(turn => !turn.asks && turn.respondents.length === 2)).toBe(true)
    expect(notes.join(' ')).toMatch(/not clear who asks.*cannot be told/u)
  })
  it('knows a respondent by id, alone or behind a word', async () => {
    const options = { respondents: ['10', 'Bram'] }
    expect(await said('I: Hoe?\nRespondent 10: Zo.\nBram: Ja.', options)).toEqual(['I?: Hoe?', 'Respondent 10<10>: Zo.', 'Bram<Bram>: Ja.'])
  })
  it('knows a number that recurs for a respondent, and one that does not for a list', async () => {
    expect(await said('I: Hoe?\n10: Zo.\nI: Echt?\n10: Ja.', { respondents: ['10'] })).toEqual([
      'I?: Hoe?',
      '10<10>: Zo.',
      'I?: Echt?',
      '10<10>: Ja.',
    ])
    expect(await said('I: Hoe?\nR: Zo.\n10: iets', { respondents: ['10'] })).toEqual(['I?: Hoe?', 'R<10>: Zo.\n10: iets'])
  })
  it('does not ask one of two respondents to be the interviewer', async () => {
    expect(await said('R1: Hoe?\nR2: Zo.', { respondents: ['1', '2'] })).toEqual(['R1<1>: Hoe?', 'R2<2>: Zo.'])
  })
  it('gives R to all respondents when there are several, and says so', async () => {
    const { turns, notes } = await readTranscript('I: Hoe?\nR: Zo.', { respondents: ['1', '2'] })
    expect(turns[1]!.respondents).toEqual(['1', '2'])
    expect(notes.join(' ')).toMatch(/list the marks in speakers/u)
  })
  it.each([
    [['R'], 1],
    [['=10'], 1],
    [['R=11'], 1],
    [['R=10', 'R=interviewer'], 1],
    [['R', 'R=11', 'I=interviewer'], 2],
  ])('refuses speakers %j with %i problems', async (speakers, problems) => {
    const error = await readTranscript('R: Zo.', { speakers, respondents: ['10'] }).catch(error => error)
    expect(error).toBeInstanceOf(StudyError)
    expect(error.problems).toHaveLength(problems)
  })
})

describe('texts without marks', () => {
  it('takes a paragraph for a turn of the only respondent', async () => {
    expect(await said('Eerste regel\nloopt door.\n\nTweede alinea.', { respondents: ['10'] })).toEqual([
      '-<10>: Eerste regel\nloopt door.',
      '-<10>: Tweede alinea.',
    ])
  })
  it('takes every line where lines are paragraphs', async () => {
    expect(await said('Een.\nTwee.', { respondents: ['1', '2'] })).toEqual(['-: Een.', '-: Twee.'])
  })
  it('cuts at time stamps where there are no names', async () => {
    expect(await said('[00:01 --> 00:04] Een\n[00:04 --> 00:09] twee.')).toEqual(['-@1: Een', '-@4: twee.'])
  })
})

it('gives what the example in its docstring says', async () => {
  const { turns } = await readTranscript('I: Hoe gaat het?\nR: Goed.', { respondents: ['10'] })
  expect(turns[1]).toEqual({ start: 20, end: 25, speaker: 'R', respondents: ['10'], asks: false, at: null })
})

it('keeps Markdown as it is', async () => {
  const text = '# Gesprek\n\n**I:** Hoe *precies*?\n\n**R:** Zo.\n'
  const read = await readTranscript(text, { name: 'a.md' })
  expect(read.text).toBe(text)
  expect(read.turns.map(({ start, end }) => text.slice(start, end))).toEqual(['Hoe *precies*?', 'Zo.'])
})

it('keeps a mark without words as a turn of length 0, with a note', async () => {
  const { turns, notes } = await readTranscript('I: Hoe?\nR:\nI: Niets?')
  expect(turns.map(turn => turn.end - turn.start)).toEqual([4, 0, 6])
  expect(notes).toContain('1 mark has no words (line 2).')
})

describe('bad input', () => {
  const canary = 'kanariepiet'
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const cases: readonly (readonly [string, Uint8Array | string, ReadOptions, RegExp])[] = [
    ['empty', new Uint8Array(), {}, /empty/u],
    ['white space', ' \r\n\t\ufeff', {}, /empty/u],
    ['NUL', `I: ${canary}\0`, {}, /not text/u],
    ['binary', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 0, 200, 3, 0, 9, 14, 15]), {}, /not text/u],
    ['control characters', `${canary}\u0001\u0002\u0003\u0004`, {}, /not text/u],
    ['no zip as .docx', bytes(`I: ${canary}`), { name: 'a.docx' }, /not a Word file/u],
    ['text as docx', `I: ${canary}`, { format: 'docx' }, /not a Word file/u],
    ['old Word', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { name: 'a.docx' }, /old Word file.*\.docx/u],
    ['.doc by name', bytes(canary), { name: 'a.doc' }, /save it as \.docx/u],
    ['PDF', bytes(`%PDF-1.7 ${canary}`), {}, /PDF/u],
    ['RTF', bytes(`{\\rtf1 ${canary}}`), { name: 'a.rtf' }, /RTF/u],
    ['unknown extension', bytes(canary), { name: 'a.pages' }, /\.txt, \.md, \.docx, \.vtt, \.srt/u],
    ['unknown format', canary, { format: 'odt' as 'txt' }, /\.txt, \.md, \.docx, \.vtt, \.srt/u],
    ['Word file called .txt', docx(paragraph(canary)), { name: 'a.txt' }, /give it the extension \.docx/iu],
    ['damaged zip', docx(paragraph(canary)).slice(0, 200), {}, /damaged/u],
    ['subtitles without cues', `WEBVTT\n\n${canary}`, {}, /no words/u],
    ['wrong speakers', `I: ${canary}`, { speakers: [canary] }, /ntry 1 of speakers/u],
    ['too large', { length: 200_000_001 } as Uint8Array, {}, /200 MB/u],
  ]
  it.each(cases)('%s', async (_, input, options, message) => {
    const error = await readTranscript(input, options).catch(error => error)
    expect(error).toBeInstanceOf(StudyError)
    expect(error.message).toMatch(message)
    expect(`${error.message}${error.stack}${JSON.stringify(error.problems)}${error.cause}`).not.toContain(canary)
  })
  it('names the file', async () => {
    await expect(readTranscript('', { name: 'interview-3.txt' })).rejects.toThrow(/^interview-3\.txt: /u)
  })
  it('puts no words of the text in notes', async () => {
    const { notes } = await readTranscript(
      `${canary}\n\nI: Hoe?\n${canary[0]!.toUpperCase()}${canary.slice(1)}: Zo.\nX:\nR: ${canary}\nKop: x\nI: ja`,
      {
        respondents: ['1', '2'],
        speakers: ['Q=interviewer'],
      },
    )
    expect(notes.length).toBeGreaterThan(2)
    expect(notes.join(' ').toLowerCase()).not.toContain(canary)
  })
})

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '[00:10]',
      'Anna:',
      '[Anna] 0:10',
      '00:01:02 Bram',
      '**Bram:** ja',
      'I: hoe?',
      'R:',
      '[x] y',
      'R\tz',
      '#00:01:12-5#',
      '<v A>b</v>',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.tuple(fc.constantFrom('Anna', 'Bram', 'I', 'R', '10'), fc.string({ maxLength: 20 })).map(([name, words]) => `${name}: ${words}`),
  )
  const text = fc
    .array(line, { minLength: 1, maxLength: 15 })
    .map(lines => lines.join('\n').replace(/[\u0000-\u0008\u000e-\u001f]/gu, ''))
    .filter(text => text.trim() !== '' && !/^[\s\ufeff]*(?:PK|%PDF|\{\\rtf|WEBVTT|\d+\s)/u.test(text))
  it('gives turns inside the text, in order, apart, without white space around them', async () => {
    await fc.assert(
      fc.asyncProperty(text, async input => {
        const { text, turns } = await readTranscript(input, { respondents: ['10'] })
        let last = 0
        for (const { start, end } of turns) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end).trim()).toHaveLength(end - start)
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })
  it('reads its own text to the same turns', async () => {
    await fc.assert(
      fc.asyncProperty(text, async input => {
        const first = await readTranscript(input, { respondents: ['10'] })
        expect(await readTranscript(first.text, { respondents: ['10'], name: 'a.txt' })).toEqual(first)
      }),
    )
  })
})

it.each([
  ['words', 'ja '],
  ['colons', 'a:'],
  ['brackets', '[('],
  ['spaces', '  '],
  ['hyphens and quotes', "-'"],
  ['tags', '<v'],
])('reads a line of 20 MB of %s', async (_, unit) => {
  const text = `I: ${unit.repeat(10_000_000)}x`
  const { turns } = await readTranscript(text)
  expect(turns).toHaveLength(1)
  expect(turns[0]!.end).toBe(text.length)
})

it('reads many thousands of marks that occur once', async () => {
  const lines = Array.from({ length: 200_000 }, (_, i) => `Naam${i}: ja`)
  expect((await readTranscript(lines.join('\n'))).turns.length).toBeGreaterThan(0)
})
