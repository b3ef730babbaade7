/** What the word list says of a word (the bits of lists/nl.mjs), and what is worked out from its form. */
export const flag = {
  /** 0 no word of the language, 1 a rare one, to 7 one of the 500 most frequent. */
  frequency: 7,
  first: 8,
  surname: 16,
  /** Written with a capital in the dictionary: a name of some kind. */
  proper: 32,
  place: 64,
  /** A first name that is taken for no word, and is one of talk too: never sure by itself. */
  alsoWord: 128,
  /** A language, a holiday, a method, a product: never a name. */
  notName: 256,
  /** Not listed, but inflected or made of listed words. */
  form: 512,
  /** Neither a word nor a name that is known. */
  odd: 1024,
  /** A name with the s of possession behind it. */
  genitive: 2048,
  /** Not listed, and made of two listed words or more: perhaps made for this occasion. */
  compound: 4096,
} as const

export const anyName = flag.first | flag.surname | flag.proper | flag.place
export const anyPerson = flag.first | flag.surname | flag.proper
