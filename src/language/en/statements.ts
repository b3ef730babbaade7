import type { StatementTexts } from '../statementTexts.js'

/** How the statement of a configuration is put together in English. */
export const enStatements: StatementTexts = {
  CMO: {
    words: 'If {context}, then {outcome}, because {mechanism}.',
    codes: 'Given {context}, the result is {outcome}, because of {mechanism}.',
    noOutcome: {
      words: 'If {context}, then {mechanism}.',
      codes: 'Given {context}, the response is {mechanism}.',
    },
  },
  'CMO-RR': {
    words: 'If {context} and {resource}, then {outcome}, because {mechanism} and {reasoning}.',
    codes: 'Given {context} and {resource}, the result is {outcome}, because of {mechanism} and {reasoning}.',
    noOutcome: {
      words: 'If {context} and {resource}, then {mechanism} and {reasoning}.',
      codes: 'Given {context} and {resource}, the response is {mechanism} and {reasoning}.',
    },
  },
  ICAMO: {
    words: 'If {intervention} and {context}, then {outcome} for {actor}, because {mechanism}.',
    codes: 'Given {intervention} and {context}, the result is {outcome} for {actor}, because of {mechanism}.',
    noOutcome: {
      words: 'If {intervention} and {context}, then {mechanism} in {actor}.',
      codes: 'Given {intervention} and {context}, the response is {mechanism} in {actor}.',
    },
  },
  CIMO: {
    words: 'If {context} and {intervention}, then {outcome}, because {mechanism}.',
    codes: 'Given {context} and {intervention}, the result is {outcome}, because of {mechanism}.',
    noOutcome: {
      words: 'If {context} and {intervention}, then {mechanism}.',
      codes: 'Given {context} and {intervention}, the response is {mechanism}.',
    },
  },
  SCMO: {
    words: 'If {strategy} and {context}, then {outcome}, because {mechanism}.',
    codes: 'Given {strategy} and {context}, the result is {outcome}, because of {mechanism}.',
    noOutcome: {
      words: 'If {strategy} and {context}, then {mechanism}.',
      codes: 'Given {strategy} and {context}, the response is {mechanism}.',
    },
  },
}
