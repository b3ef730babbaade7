import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import stopWords from 'natural/lib/natural/util/stopwords.js'
import type { Language } from '../language.js'
import { languageFrom } from '../languageFrom.js'
import { ladderEn } from './ladder.js'
import { enMember } from './member.js'
import { enNames } from './names.js'
import { enNaming } from './naming.js'
import { enRameses } from './rameses.js'
import { enReading } from './reading.js'
import { recogniseEn } from './recognise/index.js'
import { enReview } from './review.js'
import { enRiskTexts } from './riskTexts.js'
import { enStatements } from './statements.js'
import { enTexts } from './texts.js'

export type { Language } from '../language.js'

/**
 * English: words, stems, labels, counts in words and the fixed texts of a report.
 *
 * @example
 * en.countWords(3, 4)
 * //=> 'three of the four'
 */
export const en: Language = languageFrom({
  id: 'en',
  stem: word => porter.stem(word),
  stopWords: stopWords.words,
  abbreviations: ['dr', 'mr', 'mrs', 'ms', 'prof', 'st', 'no', 'e.g', 'i.e', 'etc', 'vs', 'approx', 'a.m', 'p.m'],
  counts: {
    numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
    exact: '{x} of the {m}',
    none: 'none of the {m}',
    all: 'all {m}',
    most: 'most',
    moreThanHalf: 'more than half',
    half: 'half',
    some: 'some',
    few: 'a few',
  },
  labels: { respondent: 'Respondent', respondents: 'Respondents', and: 'and' },
  articles: ['the', 'a', 'an'],
  determiners: ['this', 'that', 'these', 'those', 'my', 'your', 'his', 'her', 'its', 'our', 'their', 'each', 'every', 'which', 'no'],
  recognise: recogniseEn,
  ladder: ladderEn,
  naming: enNaming,
  names: enNames,
  reading: enReading,
  texts: enTexts,
  statements: enStatements,
  member: enMember,
  rameses: enRameses,
  risk: enRiskTexts,
  review: enReview,
})
