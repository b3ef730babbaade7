import { counted } from './counted.js'
import { guardOf } from './guard.js'
import type { Study } from './model.js'

const inspect = Symbol.for('nodejs.util.inspect.custom')
const display = Symbol.for('Jupyter.display')

/**
 * Lets a study show what it holds in counts. A cell of a notebook that ends in a study would else print all of it, names
 * included, into a file that is easily shared.
 */
export function showStudy<S extends Study>(study: S): S {
  Object.defineProperty(study, inspect, { value: () => summary(study), enumerable: false })
  return Object.defineProperty(study, display, { value: () => ({ 'text/plain': summary(study) }), enumerable: false })
}

function summary(study: Study): string {
  const counts = (['transcripts', 'respondents', 'codes', 'codings', 'themes', 'configurations'] as const)
    .filter(table => study[table].length > 0)
    .map(table => counted(study[table].length, table))
  const kind = guardOf(study) === null ? 'Study, for the team' : 'Safe study, pseudonymised'
  return `${kind}: ${[...counts, counted(study.journal.length, 'passes')].join(', ')}`
}
