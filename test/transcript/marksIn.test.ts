import { describe, expect, it } from 'vitest'
import { StudyError } from '../../src/study/error.js'
import { readTranscript } from '../../src/transcript/index.js'
import { said } from './said.js'

describe('every way to write a speaker', () => {
  const styles: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'Name: text',
      'Anna: Hoe ging dat?\nBram: Goed.\nAnna: En toen?\nBram: Toen niets.',
      ['Anna?: Hoe ging dat?', 'Bram: Goed.', 'Anna?: En toen?', 'Bram: Toen niets.'],
    ],
    [
      'NAME: in capitals, text below',
      'ANNA:\nHow was it?\n\nBRAM:\nFine.\nReally.\n\nAnna:\nGood?\n\nBram:\nYes.',
      ['ANNA?: How was it?', 'BRAM: Fine.\nReally.', 'ANNA?: Good?', 'BRAM: Yes.'],
    ],
    ['I and R once', 'I: Wat vond u?\nR: Mooi.', ['I?: Wat vond u?', 'R: Mooi.']],
    [
      'Vraag and Antwoord',
      'Vraag: Hoe?\nAntwoord: Zo.\nVraag: Waarom?\nAntwoord: Daarom.',
      ['Vraag?: Hoe?', 'Antwoord: Zo.', 'Vraag?: Waarom?', 'Antwoord: Daarom.'],
    ],
    ['Q and A once', 'Q: Why?\nA: Because.', ['Q?: Why?', 'A: Because.']],
    [
      'numbered respondents',
      'Interviewer 1: Ja?\nRespondent 1: Nee.\nRespondent 2: Soms.',
      ['Interviewer 1?: Ja?', 'Respondent 1: Nee.', 'Respondent 2: Soms.'],
    ],
    ['no space behind the colon', 'I:Hoe?\nR:Zo.', ['I?: Hoe?', 'R: Zo.']],
    ['[Name] text', '[Anna] Hoe?\n[Bram] Zo.\n[Anna] Echt?\n[Bram] Ja.', ['Anna?: Hoe?', 'Bram: Zo.', 'Anna?: Echt?', 'Bram: Ja.']],
    ['[Name] time, text below', '[Anna] 10:02:11\nHoe?\n\n[Bram] 10:02:15\nZo.', ['Anna@36131?: Hoe?', 'Bram@36135: Zo.']],
    ['#Name and @Name', '#Anna: Hoe?\n@Bram: Zo.\n#Anna: Echt?\n@Bram: Ja.', ['Anna?: Hoe?', 'Bram: Zo.', 'Anna?: Echt?', 'Bram: Ja.']],
    ['<v Name> pasted in text', '<v Anna>Hoe?</v>\n<v Bram>Zo.</v>', ['Anna?: Hoe?', 'Bram: Zo.']],
    ['[time] Name:', '[00:01:12] Anna: Hoe?\n[00:01:15] Bram: Zo.', ['Anna@72?: Hoe?', 'Bram@75: Zo.']],
    ['time Name:', '00:01:12 Anna: Hoe?\n00:01:15 Bram: Zo.', ['Anna@72?: Hoe?', 'Bram@75: Zo.']],
    ['Name [time]:', 'Anna [00:01:12]: Hoe?\nBram [00:01:15]: Zo.', ['Anna@72?: Hoe?', 'Bram@75: Zo.']],
    ['Name (time):', 'Anna de Wit (01:12): Hoe?\nBram (01:15): Zo.', ['Anna de Wit@72?: Hoe?', 'Bram@75: Zo.']],
    ['Name: [time] text', 'I: [00:01:12] Hoe?\nR: [00:01:15] Zo.', ['I@72?: Hoe?', 'R@75: Zo.']],
    [
      'Name time alone on a line (Teams)',
      'Jansen, Anna   0:03\nHoe?\n\nSmit, Bram   0:15\nZo.\nJa.',
      ['Jansen, Anna@3?: Hoe?', 'Smit, Bram@15: Zo.\nJa.'],
    ],
    ['time Name alone on a line (Word)', '00:00:00 Speaker 1\nHow?\n00:00:04 Speaker 2\nSo.', ['Speaker 1@0?: How?', 'Speaker 2@4: So.']],
    [
      'Whisper with speakers',
      '[00:01:12.000 --> 00:01:15.000]  Anna: Hoe?\n[00:01:15.500 --> 00:01:18.000]  Bram: Zo.',
      ['Anna@72?: Hoe?', 'Bram@75.5: Zo.'],
    ],
    [
      'SPEAKER_00',
      'SPEAKER_00: Hoe?\nSPEAKER_01: Zo.\nSPEAKER_00: Echt?\nSPEAKER_02: Ja.',
      ['SPEAKER_00: Hoe?', 'SPEAKER_01: Zo.', 'SPEAKER_00: Echt?', 'SPEAKER_02: Ja.'],
    ],
    ['f4, stamp in front', '#00:01:12-5# I: Hoe?\n#00:01:15-0# R: Zo.', ['I@72.5?: Hoe?', 'R@75: Zo.']],
    ['f4, stamp behind: the begin of the next', 'I: Hoe? #00:01:12-5#\nR: Zo. #00:01:15-0#', ['I?: Hoe?', 'R@72.5: Zo.']],
    ['a stamp alone belongs to the next turn', '[00:10]\nI: Hoe?\n[00:20]\nR: Zo.', ['I@10?: Hoe?', 'R@20: Zo.']],
    [
      'a stamp without a name goes on with the speaker',
      '[00:10] I: Hoe?\n[00:20] R: Zo.\n[00:30] En nog iets.',
      ['I@10?: Hoe?', 'R@20: Zo.', 'R@30: En nog iets.'],
    ],
    ['tabs, as from a table', 'I\tHoe?\nR\tZo.\nI\tEcht?\nR\tJa.', ['I?: Hoe?', 'R: Zo.', 'I?: Echt?', 'R: Ja.']],
    [
      'bold',
      '**Anna:** Hoe?\n\n**Bram**: Zo.\n\n**Anna:** Echt?\n\n**Bram:** Ja.',
      ['Anna?: Hoe?', 'Bram: Zo.', 'Anna?: Echt?', 'Bram: Ja.'],
    ],
    [
      'diacritics and case fold to one speaker',
      'Zoë: Hoe?\nBram: Zo.\nZOE: Echt?\nBram.: Ja.',
      ['Zoë?: Hoe?', 'Bram: Zo.', 'Zoë?: Echt?', 'Bram: Ja.'],
    ],
    [
      'once, where speakers are bold',
      '**Anna:** Hoe?\n**Bram:** Zo.\n**Anna:** Echt?\n**Bram:** Ja.\n**Cor:** Ik.',
      ['Anna: Hoe?', 'Bram: Zo.', 'Anna: Echt?', 'Bram: Ja.', 'Cor: Ik.'],
    ],
    ['a dash in front', '- Anna: Hoe?\n- Bram: Zo.\n- Anna: Echt?\n- Bram: Ja.', ['Anna?: Hoe?', 'Bram: Zo.', 'Anna?: Echt?', 'Bram: Ja.']],
    ['a table with times', 'Tijd\tSpreker\tTekst\n00:00:01\tI\tHoe?\n00:00:04\tR\tZo.', ['I@1?: Hoe?', 'R@4: Zo.']],
    ['a whole question in bold', '**Interviewer: Hoe?**\n\nRespondent: Zo.', ['Interviewer?: Hoe?', 'Respondent: Zo.']],
    [
      'a function in brackets',
      'Interviewer 1 (J. Smit): Vertel.\nAnna: Zo.\nAnna: Ja?',
      ['Interviewer 1 (J. Smit)?: Vertel.', 'Anna: Zo.', 'Anna: Ja?'],
    ],
    [
      'abbreviations and particles',
      'Dhr. Jansen: Hoe?\nMevr. de Boer: Zo.\nDhr. Jansen: Echt?\nMevr. de Boer: Ja.',
      ['Dhr. Jansen?: Hoe?', 'Mevr. de Boer: Zo.', 'Dhr. Jansen?: Echt?', 'Mevr. de Boer: Ja.'],
    ],
    ['A and B are no question and answer', 'A: Hoe?\nB: Zo.\nA: Echt?\nB: Ja.', ['A?: Hoe?', 'B: Zo.', 'A?: Echt?', 'B: Ja.']],
    [
      'a numbered mark and an initial that occur once',
      'J: Hoe?\nK: Zo.\nJ: Echt?\nK: Ja.\nL: Ik ook.',
      ['J?: Hoe?', 'K: Zo.', 'J?: Echt?', 'K: Ja.', 'L: Ik ook.'].map(turn => turn.replace('?:', ':')),
    ],
    [
      'once, where speakers stand alone on their line',
      'ANNA:\nHoe?\nBRAM:\nZo.\nANNA:\nEcht?\nBRAM:\nJa.\nCOR:\nIk ook.',
      ['ANNA: Hoe?', 'BRAM: Zo.', 'ANNA: Echt?', 'BRAM: Ja.', 'COR: Ik ook.'],
    ],
    ['indented', '   I: Hoe?\n\tR: Zo.', ['I?: Hoe?', 'R: Zo.']],
  ]
  it.each(styles)('%s', async (_, text, expected) => {
    expect(await said(text)).toEqual(expected)
  })
})

describe('what is no speaker', () => {
  it('keeps colons inside answers in the answer', async () => {
    const answer =
      'R: Eén ding: we gaan door.\nEén ding: dat moest.\nKijk, dit is het punt: het werkt.\nConclusie: we stoppen.\nOm 10:30 begon het.\n10:30 was laat.\nZie https://voorbeeld.nl'
    expect(await said(`I: Hoe?\n${answer}\nI: Echt?\nR: Ja.`)).toEqual(['I?: Hoe?', answer, 'I?: Echt?', 'R: Ja.'])
  })
  it('does not make two speakers of two phrases', async () => {
    const { turns, notes } = await readTranscript('Aanleiding: er was een norm.\nVervolg: er kwam overleg.')
    expect(turns.map(turn => turn.speaker)).toEqual([null, null])
    expect(notes.join(' ')).toMatch(/No speaker marks/u)
    expect(notes.join(' ')).toMatch(/2 lines begin with a word and a colon .*\(lines 1, 2\)/u)
  })
  it('does not take a phrase that recurs now and then, but takes a name that does', async () => {
    const talk = Array.from({ length: 40 }, () => 'Anna: Hoe?\nBram: Zo.').join('\n')
    const speakers = async (extra: string): Promise<number> =>
      new Set((await readTranscript(`${talk}\n${extra}`)).turns.map(turn => turn.speaker)).size
    expect(await speakers('nog iets: a\nnog iets: b\nnog iets: c')).toBe(2)
    expect(await speakers('Cor: a\nCor: b')).toBe(3)
    expect(await speakers('Cor: a')).toBe(2)
    expect(await speakers(`${talk}\n${talk}\nCor: a\nCor: b`)).toBe(2)
    expect(await speakers('Klopt helemaal. Nou: a\n'.repeat(9))).toBe(2)
    expect(await speakers('https://a.nl\n'.repeat(9))).toBe(2)
    expect(await speakers('[Geheim] a\n'.repeat(9))).toBe(2)
  })
  it('leaves notes between brackets in the turn', async () => {
    expect(await said('I: Hoe?\nR: Zo.\n[lacht] Ja.\n[lacht] Nee.\n[Geheim] weg.\nI: Echt?\nR: Ja.')).toHaveLength(4)
  })
  it('takes a false word when it is listed', async () => {
    expect(await said('Thema: Hoe?\nR: Zo.', { speakers: ['Thema=interviewer', 'R=10'] })).toEqual(['Thema?: Hoe?', 'R<10>: Zo.'])
  })
  it('takes a mark of more than five words only when it is listed', async () => {
    const text = 'De heer J. van der Berg sr.: Hoe?\nR: Zo.\nDe heer J. van der Berg sr.: Echt?\nR: Ja.'
    expect(await said(text)).toHaveLength(2)
    expect(await said(text, { speakers: ['de heer J. van der Berg sr=interviewer', 'R=1'] })).toHaveLength(4)
  })
})

describe('the head', () => {
  it('belongs to no turn, and a note says how many lines', async () => {
    const { turns, notes } = await readTranscript(
      'Interview over overleg\nDatum: 3 mei\nInterviewer: A. Smit\nRespondent: 10\n\nI: Hoe?\nR: Zo.\nI: Echt?\nR: Ja.',
    )
    expect(turns).toHaveLength(4)
    expect(notes).toContain('4 lines above the first speaker belong to no turn.')
  })
  it('takes short fields up to the blank line', async () => {
    expect(await said('Datum: 3 mei\nAnna: secretaris\n\nAnna: Hoe?\nBram: Zo.\nAnna: Echt?\nBram: Ja.')).toHaveLength(4)
  })
  it('ends behind the last known field when nothing closes it', async () => {
    const long = 'Dit gesprek is gevoerd met iemand die al jaren in het netwerk werkt, en het is woordelijk uitgeschreven door ons.'
    expect(await said(`Datum: 3 mei\n${long}\nI: Hoe?\n\nR: Zo.`)).toEqual(['I?: Hoe?', 'R: Zo.'])
    expect(await said(`Duur: 3 uur\nI: Hoe ging dat, en wat vond u er zelf van?\n\nR: Zo.`)).toEqual([
      'I?: Hoe ging dat, en wat vond u er zelf van?',
      'R: Zo.',
    ])
  })
  it('does not swallow a first question right below it', async () => {
    expect(await said('Datum: 3 mei\nInterviewer: Hoe?\nRespondent: Zo.\nInterviewer: Echt?\nRespondent: Ja.')).toHaveLength(4)
  })
  it('knows a role word above the text for a head line', async () => {
    expect(await said('Interviewer: Anna\n\nI: Hoe?\nR: Zo.\nI: Echt?\nR: Ja.')).toEqual(['I?: Hoe?', 'R: Zo.', 'I?: Echt?', 'R: Ja.'])
  })
})

describe('an own pattern', () => {
  it('reads the speaker and the time from its groups', async () => {
    expect(await said('>> 1:05 ANNA - Hoe?\n>> 1:09 BRAM - Zo.', { speaker: /^>> (?<time>\d+:\d\d) (?<speaker>\p{L}+) -/u })).toEqual([
      'ANNA@65?: Hoe?',
      'BRAM@69: Zo.',
    ])
  })
  it('takes group 1, whatever flags the pattern has', async () => {
    expect(await said('-Anna- Hoe?\n-Bram- Zo.\nnet -als- dit', { speaker: /-(\p{L}+)-/gu })).toEqual([
      'Anna?: Hoe?',
      'Bram: Zo.\nnet -als- dit',
    ])
  })
  it('refuses a pattern without a group', async () => {
    await expect(readTranscript('Anna: Hoe?', { speaker: /^\p{L}+:/u })).rejects.toThrow(StudyError)
  })
})
