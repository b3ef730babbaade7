import type { Telling, Told } from './telling.js'
import { called } from './telling.js'

/** Items 1 and 4 to 6: what was there before anything was gathered. */
export function titleTold({ study, fact, lacks }: Telling): Told {
  return {
    facts: [fact('title', { title: study.title }, 'study.json, title')],
    missing: /\brealist/iu.test(study.title) ? [] : [lacks('realist')],
  }
}

/** The theory it started from: versions that are called initial, else those that come from no other. */
export function theoryTold({ study, language, fact, lacks, rowOf }: Telling): Told {
  const { theories } = study
  if (theories.length === 0) return { facts: [], missing: [lacks('noTheory')] }
  const initial = theories.filter(one => one.kind === 'initial')
  const first = initial.length > 0 ? initial : theories.filter(one => one.from === null)
  const told = first.map(({ id, kind, statement, origin }) => {
    const where = rowOf(
      'theories',
      id,
      theories.findIndex(one => one.id === id),
    )
    const n = study.configurations.filter(one => one.theory === id).length
    return {
      facts: [
        ...(statement === null
          ? []
          : [fact('theory', { id, kind: called(language.names.theories, kind, language.texts.notStated), statement }, where)]),
        ...(origin === null ? [] : [fact('origin', { id, origin }, where)]),
        ...(n === 0 ? [] : [fact('inTheory', { id, n }, 'configurations.csv')]),
      ],
      missing: [
        ...(statement === null ? [lacks('noStatement', { id })] : []),
        ...(origin === null ? [lacks('noOrigin', { id })] : []),
        ...(n === 0 ? [lacks('noConfigurations', { id })] : []),
      ],
    }
  })
  return {
    facts: told.flatMap(one => one.facts),
    missing: [...(initial.length === 0 ? [lacks('noInitial')] : []), ...told.flatMap(one => one.missing)],
  }
}

export function questionsTold({ study, fact, lacks }: Telling): Told {
  const n = study.questions.length
  return {
    facts: [
      ...(n === 0 ? [] : [fact('questions', { n }, 'study.json, questions')]),
      ...(study.topics.length === 0 ? [] : [fact('topics', { n: study.topics.length }, 'topics.csv')]),
    ],
    missing: n === 0 ? [lacks('noQuestions')] : [],
  }
}

export function ethicsTold({ study, language, lacks }: Telling): Told {
  const text = study.ethics?.trim() ?? ''
  if (text === '') return { facts: [], missing: [lacks('noEthics')] }
  const lower = text.toLowerCase()
  return {
    facts: [{ fact: text, where: 'study.json, ethics' }],
    missing: language.rameses.approval.some(word => lower.includes(word)) ? [] : [lacks('noApproval')],
  }
}

/** Item 8: of the surroundings only the cases are data. */
export function environmentTold({ study, fact, lacks }: Telling): Told {
  const n = study.cases.length
  const names = [...new Set(study.cases.flatMap(one => Object.keys(one.extra)))].sort()
  return {
    facts: [
      ...(n === 0 ? [] : [fact('cases', { n }, 'cases.csv')]),
      ...(names.length === 0 ? [] : [fact('attributes', { names: names.join(', ') }, 'cases.csv')]),
    ],
    missing: n === 0 ? [lacks('noCases')] : [],
  }
}
