import { describe, expect, test } from 'vitest'
import { wordsOf } from './marksIn.js'

describe('ages', () => {
  test.each([
    ["I'm 57 and I'm a nurse", '57'],
    ['He was seventy-nine. And he', 'seventy-nine'],
    ['she was twenty six and she', 'twenty six'],
    ['turned sixty eight in may', 'sixty eight'],
    ['a 36 year old female', '36'],
    ['in her late forties I think', 'forties'],
    ['my mother is nearly 90 now', '90'],
    ['aged 4, he was', '4'],
    ['he was in his 60s by then', '60s'],
    ["she's mid seventies i think", 'seventies'],
    ["She'll be ninety in March.", 'ninety'],
    ['he would have been 70 this year', '70'],
    ['Okonjo is 62.', '62'],
    ["she's a sprightly 91", '91'],
    ['my niece is seven', 'seven'],
    ['He was thirteen and he ran off.', 'thirteen'],
    ["he's pushing sixty", 'sixty'],
    ["she's getting on for 80", '80'],
    ['His dad died at 67.', '67'],
    ['I left school at sixteen', 'sixteen'],
    ['At 43 you think you know it all.', '43'],
    ['Mrs Patel, 82, came in.', '82'],
    ['How old is she? Eighty-two.', 'Eighty-two'],
    ['it was my 60th birthday', '60th'],
    ['for her eightieth birthday', 'eightieth'],
    ['a girl of fifteen', 'fifteen'],
    ['she was just nineteen years of age', 'nineteen'],
    ['in her early to mid fifties', 'fifties'],
    ['from the age of nine', 'nine'],
    ['a boy of nine and his dog', 'nine'],
    ['she lived to be ninety-six', 'ninety-six'],
    ['We sat. Sixty-four, I am.', 'Sixty-four'],
    ['The baby was eight months old.', 'eight months'],
  ])('%s', (text, age) => {
    expect(wordsOf('AGE', text)).toEqual([age])
  })

  test('two that are joined', () => {
    expect(wordsOf('AGE', 'He was forty-two, forty-three maybe.')).toEqual(['forty-two', 'forty-three'])
    expect(wordsOf('AGE', 'my eldest is fourteen and the youngest nine')).toEqual(['fourteen', 'nine'])
    expect(wordsOf('AGE', "they're nine and twelve")).toEqual(['nine', 'twelve'])
    expect(wordsOf('AGE', 'two kids, eight and eleven.')).toEqual(['eight', 'eleven'])
  })

  test.each([
    'they were seven of us',
    'He rang forty-one times. Forty-one. She said so.',
    'nine to five, most days',
    'she was 10 out of 10',
    'I was ten minutes early',
    'in the late seventies',
    'it was mid eighties then',
    'she is eight months pregnant',
    'the shop shut at 6',
    'she had a fall at twenty to three',
    'she was forty minutes late',
    'I was one of them',
    'thirty-one years in nursing',
    'it was 12 pounds',
    'we are 40 people',
    'by fifteen percent',
  ])('not: %s', text => {
    expect(wordsOf('AGE', text)).toEqual([])
  })
})
