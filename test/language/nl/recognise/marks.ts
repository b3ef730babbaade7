import { nl } from '../../../../src/language/nl/index.js'

/** What is found in a text, as `TYPE words`; what is only to be looked at is left out. */
export const found = (text: string): readonly string[] =>
  nl
    .recognise(text)
    .filter(mark => mark.certainty !== 'look')
    .map(mark => `${mark.type} ${mark.text}`)

/** The words found of one type. */
export const foundOf = (type: string, text: string): readonly string[] =>
  nl
    .recognise(text)
    .filter(mark => mark.type === type && mark.certainty !== 'look')
    .map(mark => mark.text)

/** The words found of one type, with those that are only to be looked at. */
export const seenOf = (type: string, text: string): readonly string[] =>
  nl
    .recognise(text)
    .filter(mark => mark.type === type)
    .map(mark => mark.text)
