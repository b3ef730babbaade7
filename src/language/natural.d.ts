// natural's root reads the user's .env and prints; only these leaf files of it are used, and they ship no types.
declare module 'natural/lib/natural/stemmers/porter_stemmer_nl.js' {
  const stemmer: { stem(word: string): string }
  export = stemmer
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string }
  export = stemmer
}
declare module 'natural/lib/natural/util/stopwords_nl.js' {
  const stopWords: { readonly words: readonly string[] }
  export = stopWords
}
declare module 'natural/lib/natural/util/stopwords.js' {
  const stopWords: { readonly words: readonly string[] }
  export = stopWords
}
