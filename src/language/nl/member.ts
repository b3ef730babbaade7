import type { MemberTexts } from '../memberTexts.js'

/** Dutch texts of the member check. */
export const nlMember: MemberTexts = {
  title: 'Herkent u dit? {study}',
  basis: 'Gemaakt voor {who}. Uitspraken: {statements}. Passages van uzelf: {passages}.',
  about: 'Over dit blad',
  intro:
    'Hieronder staan uitspraken uit onze bevindingen. Onder elke uitspraak staat wat u er zelf over vertelde, voor zover wij dat mogen citeren. Wij willen graag weten of u de uitspraak herkent.',
  howTo: 'Kruis bij elke uitspraak één antwoord aan en schrijf in uw eigen woorden wat er anders moet. U mag er ook een overslaan.',
  kept: 'Uw antwoorden worden apart vermeld, naast de bevindingen. Ze tellen niet op bij het aantal mensen dat iets in de interviews zei. Waar u het niet mee eens bent wordt vermeld, met wat ermee gedaan is.',
  alone: 'Op dit blad staan geen woorden van iemand anders, en er staat niet wie er nog meer over een uitspraak sprak.',
  pair: 'U sprak met ons samen met iemand anders. Wat zeker door een ander gezegd is, staat niet op dit blad. Waar niet bekend is wie van u sprak, staat dat bij de passage. Er staat niet wie er nog meer over een uitspraak sprak.',
  statements: 'De uitspraken',
  statement: 'Uitspraak {n}',
  said: 'Wat u hierover zei',
  saidNothing: 'Hierover staat niets van u afgedrukt.',
  shared: 'gezegd toen u samen sprak: het kan van u zijn, of van iemand anders',
  held: 'Passages van u die niet zijn afgedrukt, omdat ze niet of niet onder uw aanduiding geciteerd mogen worden: {n}.',
  answer: 'Uw antwoord',
  ownWords: 'In uw eigen woorden:',
  answers: {
    agrees: 'Ik ben het ermee eens',
    adds: 'Ik wil iets aanvullen of veranderen',
    disputes: 'Ik ben het er niet mee eens',
    'no view': 'Ik heb hier geen mening over',
  },
  short: { agrees: 'eens', adds: 'aanvulling', disputes: 'oneens', 'no view': 'geen mening' },
  form: 'Antwoorden op de uitspraken',
  formBasis: 'Eén antwoord per rij: {answers}. Een leeg antwoord is geen reactie.',
  headRespondent: 'respondent',
  headItem: 'onderdeel',
  headStatement: 'uitspraak',
  headAnswer: 'antwoord',
  headWords: 'in uw eigen woorden',
}
