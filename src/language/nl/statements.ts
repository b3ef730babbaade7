import type { StatementTexts } from '../statementTexts.js'

/** How the statement of a configuration is put together in Dutch. */
export const nlStatements: StatementTexts = {
  CMO: {
    words: 'Als {context}, dan {outcome}, doordat {mechanism}.',
    codes: 'Als er sprake is van {context}, dan leidt dat tot {outcome}, door {mechanism}.',
    noOutcome: {
      words: 'Als {context}, dan {mechanism}.',
      codes: 'Als er sprake is van {context}, dan is de reactie {mechanism}.',
    },
  },
  'CMO-RR': {
    words: 'Als {context} en {resource}, dan {outcome}, doordat {mechanism} en {reasoning}.',
    codes: 'Als er sprake is van {context} en {resource}, dan leidt dat tot {outcome}, door {mechanism} en {reasoning}.',
    noOutcome: {
      words: 'Als {context} en {resource}, dan {mechanism} en {reasoning}.',
      codes: 'Als er sprake is van {context} en {resource}, dan is de reactie {mechanism} en {reasoning}.',
    },
  },
  ICAMO: {
    words: 'Als {intervention} en {context}, dan {outcome} bij {actor}, doordat {mechanism}.',
    codes: 'Als er sprake is van {intervention} en {context}, dan leidt dat tot {outcome} bij {actor}, door {mechanism}.',
    noOutcome: {
      words: 'Als {intervention} en {context}, dan {mechanism} bij {actor}.',
      codes: 'Als er sprake is van {intervention} en {context}, dan is de reactie {mechanism} bij {actor}.',
    },
  },
  CIMO: {
    words: 'Als {context} en {intervention}, dan {outcome}, doordat {mechanism}.',
    codes: 'Als er sprake is van {context} en {intervention}, dan leidt dat tot {outcome}, door {mechanism}.',
    noOutcome: {
      words: 'Als {context} en {intervention}, dan {mechanism}.',
      codes: 'Als er sprake is van {context} en {intervention}, dan is de reactie {mechanism}.',
    },
  },
  SCMO: {
    words: 'Als {strategy} en {context}, dan {outcome}, doordat {mechanism}.',
    codes: 'Als er sprake is van {strategy} en {context}, dan leidt dat tot {outcome}, door {mechanism}.',
    noOutcome: {
      words: 'Als {strategy} en {context}, dan {mechanism}.',
      codes: 'Als er sprake is van {strategy} en {context}, dan is de reactie {mechanism}.',
    },
  },
}
