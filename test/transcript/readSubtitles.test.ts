import { describe, expect, it } from 'vitest'
import { cueText } from '../../src/transcript/cueText.js'
import { readTranscript } from '../../src/transcript/index.js'
import { readCues } from '../../src/transcript/readCues.js'
import { shown } from './said.js'

const cue = (at: number, words: string): string => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${words}\n`

describe('WebVTT', () => {
  it('joins cues of one voice and lays the text out as a line per turn', async () => {
    const vtt = `WEBVTT - test\nKind: captions\n\nNOTE\nnot read\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\nid-1\n00:01.500 --> 00:03.000 align:start position:10%\n<v.loud Anna de Wit>Hoe\nging dat?</v>\n\n${cue(3, '<v Anna de Wit>En <i>toen</i>?')}\n${cue(4, '<v Bram>Goed &amp; <c.x>wel</c> &lt;zo&gt;.')}\n`
    const read = await readTranscript(vtt, { name: 'a.vtt' })
    expect(read.text).toBe('Anna de Wit: Hoe ging dat? En toen?\nBram: Goed & wel <zo>.\n')
    expect(shown(read)).toEqual(['Anna de Wit@1.5?: Hoe ging dat? En toen?', 'Bram@4: Goed & wel <zo>.'])
    expect(read.notes.join()).not.toMatch(/outside/u)
  })
  it('splits a cue with two voices, and gives a cue without one among voices to nobody', async () => {
    const vtt = `WEBVTT\n\n${cue(1, '<v A>Hoe?</v> <v B>Zo.</v>')}\n${cue(2, 'applaus')}`
    expect(shown(await readTranscript(vtt))).toEqual(['A@1?: Hoe?', 'B@1: Zo.', '-@2: applaus'])
  })
  it('reads names in the words (Zoom): a cue without one goes on', async () => {
    const vtt = `WEBVTT\n\n1\n${cue(1, 'Anna Smit: Hoe?')}\n2\n${cue(2, 'Bram: Zo.')}\n3\n${cue(3, 'Eén ding: dat werkt.')}\n4\n${cue(4, 'Anna Smit: Ja?')}\n5\n${cue(5, 'Bram: Nee.')}`
    expect(shown(await readTranscript(vtt))).toEqual([
      'Anna Smit@1?: Hoe?',
      'Bram@2: Zo. Eén ding: dat werkt.',
      'Anna Smit@4?: Ja?',
      'Bram@5: Nee.',
    ])
  })
  it('makes a turn of a sentence where there are no speakers', async () => {
    const vtt = `WEBVTT\n\n${cue(1, 'Toen kwam')}\n${cue(2, 'de norm.')}\n${cue(3, 'En wij.')}`
    expect(shown(await readTranscript(vtt, { respondents: ['10'] }))).toEqual(['-@1<10>: Toen kwam de norm.', '-@3<10>: En wij.'])
  })
  it('reads an own pattern', async () => {
    const vtt = `WEBVTT\n\n${cue(1, '>> ANNA - Hoe?')}\n${cue(2, '>> BRAM - Zo.')}`
    expect(shown(await readTranscript(vtt, { speaker: /^>> (\p{L}+) - /u }))).toEqual(['ANNA@1?: Hoe?', 'BRAM@2: Zo.'])
  })
  it('tells the line of the text it laid out where a doubtful mark stands', async () => {
    const vtt = `WEBVTT\n\n${cue(1, 'Anna: Hoe?')}\n${cue(2, 'Bram: Zo.')}\n${cue(3, 'Anna: Echt?')}\n${cue(4, 'Bram: Ja.')}\n${cue(5, 'Cor: Ik ook.')}`
    const { text, notes } = await readTranscript(vtt)
    expect(text.split('\n')[3]).toBe('Bram: Ja. Cor: Ik ook.')
    expect(notes.join()).toMatch(/\(line 4\)/u)
  })
  it('says how many lines belong to no cue', async () => {
    const { notes } = await readTranscript(`WEBVTT\n\n${cue(1, 'R: Zo.')}\nverdwaald\nnog een\n`)
    expect(notes).toContain('2 lines stand outside every cue and were not read.')
  })
})

describe('SubRip', () => {
  it('reads numbers, commas, positions and tags', async () => {
    const srt =
      '\ufeff1\r\n00:00:01,250 --> 00:00:02,000 X1:1 X2:2\r\n{\\an8}<font color="red">I: Hoe?</font>\r\n\r\n2\r\n01:00:02,000 --> 01:00:03,000\r\nR: 3 < 5 &\r\nja\r\n'
    expect(shown(await readTranscript(new TextEncoder().encode(srt)))).toEqual(['I@1.25?: Hoe?', 'R@3602: 3 < 5 & ja'])
  })
  it('reads cues without blank lines between them', () => {
    expect(readCues('1\n00:00:01,000 --> 00:00:02,000\nHoe?\n2\n00:00:02,000 --> 00:00:03,000\nZo.').cues).toEqual([
      { at: 1, lines: ['Hoe?'] },
      { at: 2, lines: ['Zo.'] },
    ])
  })
})

describe('cueText', () => {
  it('ends a voice where its tag closes', () => {
    expect(cueText('<v A>a</v> b', null)).toEqual([
      { voice: 'A', words: 'a' },
      { voice: null, words: 'b' },
    ])
  })
  it.each([
    ['a &amp;lt; b', 'a &lt; b'],
    ['x&nbsp;y &#233;&#xE9; &quot;&apos;', 'x\u00a0y éé "\''],
    ['&unknown; &#0; &#xD800;', '&unknown; &#0; &#xD800;'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['<00:00:01.000>a<ruby>b<rt>c</rt></ruby>', 'abc'],
    ['open <b', 'open <b'],
  ])('%s', (line, words) => {
    expect(cueText(line, null)).toEqual([{ voice: null, words }])
  })
})
