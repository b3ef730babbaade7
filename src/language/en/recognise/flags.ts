/** What the word list says of a word (the bits of lists/en.mjs), and what is worked out from its form. */
export const flag = {
  /** 0 no word of the language, 1 a rare one, 2 a common one, 3 one of the 1,200 most frequent. */
  frequency: 3,
  first: 4,
  surname: 8,
  /** Written with a capital in the dictionary: a name of some kind. */
  proper: 16,
  place: 32,
  /** A day, a language, a holiday, a method, a product: never a name. */
  notName: 64,
  /** Somebody who does something for a living. */
  job: 128,
  /** Not listed, but made of listed words. */
  form: 512,
  /** Neither a word nor a name that is known. */
  odd: 1024,
} as const

export const anyName = flag.first | flag.surname | flag.proper | flag.place
/** What makes a word one of the language. */
export const anyWord = flag.frequency | flag.form | flag.notName
