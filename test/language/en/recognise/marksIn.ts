import { en } from '../../../../src/language/en/index.js'

/** What is marked, look apart: "PERSON Gill". */
export const marksIn = (text: string): string[] =>
  en
    .recognise(text)
    .filter(mark => mark.certainty !== 'look')
    .map(mark => `${mark.type} ${mark.text}`)

/** The words marked as one type, look apart. */
export const wordsOf = (type: string, text: string): string[] =>
  en
    .recognise(text)
    .filter(mark => mark.type === type && mark.certainty !== 'look')
    .map(mark => mark.text)
