import porter from 'natural/lib/natural/stemmers/porter_stemmer_nl.js'
import stopWords from 'natural/lib/natural/util/stopwords_nl.js'
import type { Language } from '../language.js'
import { languageFrom } from '../languageFrom.js'
import { ladderNl } from './ladder.js'
import { nlMember } from './member.js'
import { nlNames } from './names.js'
import { nlNaming } from './naming.js'
import { nlRameses } from './rameses.js'
import { nlReading } from './reading.js'
import { recogniseNl } from './recognise/index.js'
import { isWordNl } from './recognise/isWord.js'
import { nlReview } from './review.js'
import { nlRiskTexts } from './riskTexts.js'
import { nlStatements } from './statements.js'
import { nlTexts } from './texts.js'

export type { Language } from '../language.js'

/**
 * Dutch: words, stems, labels, counts in words and the fixed texts of a report.
 *
 * @example
 * nl.joinLabels(['Respondent 13a', 'Respondent 13b'])
 * //=> 'Respondenten 13a en 13b'
 */
export const nl: Language = languageFrom({
  id: 'nl',
  stem: word => porter.stem(word),
  stopWords: stopWords.words,
  abbreviations: [
    'dr',
    'drs',
    'dhr',
    'mevr',
    'mw',
    'mr',
    'prof',
    'st',
    'nr',
    'o.a',
    'd.w.z',
    'bijv',
    'm.b.t',
    'i.v.m',
    't.a.v',
    'ca',
    'enz',
    'vs',
  ],
  counts: {
    numbers: ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
    exact: '{x} van de {m}',
    none: 'geen van de {m}',
    all: 'alle {m}',
    most: 'de meesten',
    moreThanHalf: 'meer dan de helft',
    half: 'de helft',
    some: 'sommigen',
    few: 'enkelen',
  },
  labels: { respondent: 'Respondent', respondents: 'Respondenten', and: 'en' },
  articles: ['de', 'het', 'een', 'den', 'der', '’t', "'t", 'n', '’n', "'n"],
  determiners: [
    'deze',
    'die',
    'dit',
    'dat',
    'mijn',
    'm’n',
    "m'n",
    'jouw',
    'je',
    'uw',
    'zijn',
    'z’n',
    "z'n",
    'haar',
    'ons',
    'onze',
    'jullie',
    'hun',
    'elk',
    'elke',
    'ieder',
    'iedere',
    'welk',
    'welke',
    'geen',
  ],
  recognise: recogniseNl,
  isWord: isWordNl,
  ladder: ladderNl,
  naming: nlNaming,
  names: nlNames,
  reading: nlReading,
  texts: nlTexts,
  statements: nlStatements,
  member: nlMember,
  rameses: nlRameses,
  risk: nlRiskTexts,
  review: nlReview,
})
