import { type CountPhrases, countWordsBy } from './countWords.js'
import { entityLetters } from './entityLetters.js'
import { joinLabelsWith, type LabelWords, listWith } from './joinLabels.js'
import type { Language } from './language.js'
import type { Recogniser } from './mark.js'
import type { MemberTexts } from './memberTexts.js'
import type { LanguageNames } from './names.js'
import type { NamingWords } from './namingWords.js'
import type { RamesesTexts } from './ramesesTexts.js'
import type { ReadingWords } from './readingWords.js'
import type { ReviewTexts } from './reviewTexts.js'
import type { RiskTexts } from './riskTexts.js'
import { sentencesIn } from './sentences.js'
import type { StatementTexts } from './statementTexts.js'
import type { Texts } from './texts.js'
import { wordsIn } from './words.js'

/** A language as data: what a pack has to say for itself. */
export interface LanguageData {
  readonly id: Language['id']
  readonly stem: (word: string) => string
  readonly stopWords: readonly string[]
  readonly abbreviations: readonly string[]
  readonly counts: CountPhrases
  readonly labels: LabelWords
  readonly articles: readonly string[]
  /** Besides the articles. */
  readonly determiners: readonly string[]
  readonly recognise: Recogniser
  readonly ladder: Language['ladder']
  /** Without it only the stop words are known to be words. */
  readonly isWord?: Language['isWord']
  readonly naming: NamingWords
  readonly names: LanguageNames
  readonly reading: ReadingWords
  readonly texts: Texts
  readonly statements: StatementTexts
  readonly member: MemberTexts
  readonly rameses: RamesesTexts
  readonly risk: RiskTexts
  readonly review: ReviewTexts
}

/** Makes a language pack from its data. */
export function languageFrom(data: LanguageData): Language {
  const { id, stem, counts, labels, recognise, ladder, naming, names, reading, texts, statements, member, rameses, risk, review } = data
  // natural's list holds a word with a space behind it, and signs that are no words.
  const stopWords = new Set(data.stopWords.map(word => word.trim()).filter(word => /^[\p{L}'’]+$/u.test(word)))
  const abbreviations = new Set(data.abbreviations)
  return {
    id,
    words: wordsIn,
    stem: word => stem(word.toLowerCase()),
    stopWords,
    sentences: text => sentencesIn(text, abbreviations),
    numbers: counts.numbers,
    countWords: (count, asked, noun = 'source') => countWordsBy(counts, count, asked, names.nouns[noun]),
    count: (count, noun) => `${count} ${names.nouns[noun][count === 1 ? 0 : 1]}`,
    labelOf: respondent => `${labels.respondent} ${respondent}`,
    joinLabels: parts => joinLabelsWith(labels, parts),
    list: parts => listWith(labels.and, parts),
    and: labels.and,
    entityLabel: (type, n) => `${names.entities[type] ?? names.entities.OTHER} ${entityLetters(n)}`,
    articles: new Set(data.articles),
    determiners: new Set([...data.articles, ...data.determiners]),
    recognise,
    ladder,
    isWord: word => stopWords.has(word) || (data.isWord?.(word) ?? false),
    naming,
    names,
    reading,
    texts,
    statements,
    member,
    rameses,
    risk,
    review,
    fixedTexts: fixedTextsOf(data),
  }
}

// Names of entities are left out: they stand for names inside the study's own text, and are looked at there.
function fixedTextsOf({ counts, labels, names, texts, statements, member, rameses }: LanguageData): readonly string[] {
  const { entities: _, nouns, ...fixedNames } = names
  const all = [
    ...Object.values<string>({ ...texts }),
    ...[rameses.title, rameses.basis, rameses.page, rameses.row, ...Object.values(rameses.facts), ...Object.values(rameses.missing)],
    ...rameses.items.flatMap(({ section, name, asks, page }) => [section, name, asks, page]),
    ...Object.values(member).flatMap(text => (typeof text === 'string' ? text : Object.values<string>(text))),
    ...Object.values(statements).flatMap(one => [one.words, one.codes, one.noOutcome.words, one.noOutcome.codes]),
    ...Object.values(counts).flat(),
    ...Object.values(labels),
    ...Object.values(nouns).flat(),
    ...Object.values(fixedNames).flatMap(record => Object.values(record)),
  ]
  const pieces = all.flatMap(text => text.split(/\{\p{L}{1,20}\}/u)).map(piece => piece.trim())
  return [...new Set(pieces.filter(piece => /[\p{L}\p{N}]/u.test(piece)))]
}
