import { describe, expect, test } from 'vitest'
import { wordsOf } from './marksIn.js'

describe('persons', () => {
  test.each([
    ['I asked Gillian Postlethwaite about it.', ['Gillian Postlethwaite']],
    ["It was Szymon's idea, not Joy’s.", ['Szymon', 'Joy']],
    ['Dr. Okonjo rang Mrs Lloyd-Evans.', ['Okonjo', 'Lloyd-Evans']],
    ["We met Daniel O'Connor and Shona McDowell.", ["Daniel O'Connor", 'Shona McDowell']],
    ['Willemine van der Berg spoke to Fatima El Amrani.', ['Willemine van der Berg', 'Fatima El Amrani']],
    ['It is under John A. Leiva.', ['John A. Leiva']],
    ['so mister haugen and dr adeyemi came', ['haugen', 'adeyemi']],
    ['my husband mark drove', ['mark']],
    ['we called thuy pham and she came', ['thuy pham']],
    ['i met grace okafor there', ['grace okafor']],
    ['Bill stopped it.', ['Bill']],
    ['Zeb then went through it.', ['Zeb']],
    ['It was Gwyndaf. Gwy, who else?', ['Gwyndaf', 'Gwy']],
    ['i saw kaydn cooper and he ran', ['kaydn cooper']],
    ['there was a young mum zser claw she was lost', ['zser claw']],
    ['the form may nguyen the neighbour signed it', ['may nguyen']],
    ["we had doctor grant will grant he's new", ['grant', 'will grant']],
  ])('%s', (text, names) => {
    expect(wordsOf('PERSON', text)).toEqual(names)
  })

  test.each([
    'Will you mark a day in May?',
    'I hope the baker and the cook may come.',
    'It was a joy, and a grace, to be young.',
    'i will mark it and i may rose to it',
    'A win is a win. The bishop is white.',
    "They'd have had you out of the window.",
    'um yeah so like i dinnae ken',
  ])('not: %s', text => {
    expect(wordsOf('PERSON', text)).toEqual([])
  })

  test('names of speakers, in capitals too, but not their roles', () => {
    expect(wordsOf('PERSON', 'INTERVIEWER: Hello.\n\nRHIANNON: Hi.\n\nINTERVIEWER: So?\n\nRHIANNON: Well.')).toEqual([
      'RHIANNON',
      'RHIANNON',
    ])
  })

  test('a name that was found once is found again where it is a word, and in lower case', () => {
    expect(wordsOf('PERSON', 'We knew Summer Ballantyne.\n\nSummer was tired in the summer heat.\n\nso ballantyne left')).toEqual([
      'Summer Ballantyne',
      'Summer',
      'ballantyne',
    ])
  })

  test('the beginning of a name that was found is a short name', () => {
    expect(wordsOf('PERSON', 'That is Winifred Rook, Win to everybody. A win.')).toEqual(['Winifred Rook', 'Win'])
  })
})
