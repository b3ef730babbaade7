import { describe, expect, test } from 'vitest'
import { en } from '../../../../src/language/en/index.js'
import { marksIn } from './marksIn.js'

/** All that is marked, with how sure it is. */
const seenIn = (text: string) => en.recognise(text).map(mark => `${mark.certainty} ${mark.text}`)

describe('names of institutions in lines without capitals', () => {
  test.each([
    ['he was at northwick general in may', 'ORG northwick general'],
    ['he works for penmere vale health now', 'ORG penmere vale health'],
    ['they moved her to the northern and it was full', 'HOSPITAL northern'],
    ['my nan went into rowan court last year', 'CARE_INSTITUTION rowan court'],
    ['she went to corvane futures the residential place one', 'ORG corvane futures'],
    ['he was in queens mill hospital', 'HOSPITAL queens mill hospital'],
    ['from hot springs community hospital', 'HOSPITAL hot springs community hospital'],
    ['they have her at broad meadow nursing home', 'CARE_INSTITUTION broad meadow nursing home'],
    ['she was at mercy for weeks', 'HOSPITAL mercy'],
    ["we took her to the children's and waited", 'HOSPITAL children'],
    ['the western said no to him', 'HOSPITAL western'],
    ['mail me on pat@lanternroom.example i work at lantern room', 'ORG lantern room'],
  ])('%s', (text, mark) => {
    expect(marksIn(text)).toContain(mark)
  })

  test.each([
    'we went to the northern end of it',
    'it was in the northern and southern parts',
    'he had it at the local community hospital',
    'in hospital and in the nursing home',
    'to the day surgery and the eye clinic',
    'he went in for open heart surgery',
    'we were at the mercy of it',
    "it was the children's idea",
    'in a council house then',
    'he was in full view',
    'they went to crown court over it',
    'we go to work the hospital was full',
    'she is in primary care',
    'public health is what we do',
  ])('not: %s', text => {
    expect(marksIn(text)).toEqual([])
  })
})

describe('words of the language with a capital inside a sentence', () => {
  test.each([
    ['The kettle was from the Rotary for the ward.', 'look Rotary'],
    ['There is a place out there, Our Corner, that took him.', 'look Our Corner'],
    ['Warm Kitchen. It runs on Mondays.', 'look Warm Kitchen'],
    ['We call it the Kettle, it is a drop-in.', 'look Kettle'],
    ['He was in the General for weeks.', 'likely General'],
    ['We took them to the Kettle. At the Kettle they eat.', 'likely Kettle'],
  ])('%s', (text, mark) => {
    expect(seenIn(text)).toContain(mark)
  })

  test.each([
    'I told Mum about it on Sunday.',
    'She said NEVER again.',
    'They said GO AWAY to us.',
    'It was for Poles and Finns.',
    'Then the lady came. Nobody knew.',
  ])('not: %s', text => {
    expect(seenIn(text)).toEqual([])
  })
})

describe('what is called something', () => {
  test.each([
    ['it was the willow mill surgery then', 'look willow mill surgery'],
    ['he is in a home called the beeches', 'look beeches'],
    ['she was in princess alexandra for it', 'sure princess alexandra'],
    ['it is a drop in place called warm kitchen in town', 'likely warm kitchen'],
    ['we call it warm kitchen because of the stove', 'look warm kitchen'],
  ])('%s', (text, mark) => {
    expect(seenIn(text)).toContain(mark)
  })

  test.each(['we call it a day', 'they called it off', 'we call it what you like'])('not: %s', text => {
    expect(seenIn(text)).toEqual([])
  })
})
