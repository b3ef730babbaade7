import type { MemberTexts } from '../memberTexts.js'

/** English texts of the member check. */
export const enMember: MemberTexts = {
  title: 'Do you recognise this? {study}',
  basis: 'Made for {who}. Statements: {statements}. Passages of your own: {passages}.',
  about: 'About this sheet',
  intro:
    'Below are statements from our findings. Under each stands what you told us about it yourself, as far as we may quote it. We would like to know whether you recognise the statement.',
  howTo: 'Tick one answer for each statement and write in your own words what should be different. You may leave out any of them.',
  kept: 'Your answers are told apart, beside the findings. They do not add to the number of people who said something in the interviews. What you disagree with is told, with what was done with it.',
  alone: 'No words of anyone else stand on this sheet, and it does not tell who else spoke about a statement.',
  pair: 'You spoke with us together with someone else. What surely was said by another is not on this sheet. Where it is not known which of you spoke, the passage says so. The sheet does not tell who else spoke about a statement.',
  statements: 'The statements',
  statement: 'Statement {n}',
  said: 'What you said about this',
  saidNothing: 'Nothing of yours about this is printed.',
  shared: 'said when you spoke together: it may have been you, or someone else',
  held: 'Passages of yours that are not printed, because they may not be quoted or not under your label: {n}.',
  answer: 'Your answer',
  ownWords: 'In your own words:',
  answers: {
    agrees: 'I agree',
    adds: 'I want to add or change something',
    disputes: 'I disagree',
    'no view': 'I have no view on this',
  },
  short: { agrees: 'agree', adds: 'add', disputes: 'disagree', 'no view': 'no view' },
  form: 'Answers to the statements',
  formBasis: 'One answer in each row: {answers}. An empty answer is no reply.',
  headRespondent: 'respondent',
  headItem: 'item',
  headStatement: 'statement',
  headAnswer: 'answer',
  headWords: 'in your own words',
}
