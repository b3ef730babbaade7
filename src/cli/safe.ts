import { openRegister, openStudy } from '../files/index.js'
import type { Language } from '../language/index.js'
import { type Anonymised, anonymise, noNames, type Profile } from '../privacy/index.js'
import { type Study, StudyError, throwProblems } from '../study/index.js'
import { languageFor } from './languageFor.js'
import type { Progress } from './progress.js'

/** How a command is told what to hide. */
export interface SafeOptions {
  readonly register?: string
  readonly withoutRegister?: string
  readonly team?: boolean
  readonly attributes?: readonly string[]
  readonly today?: string
  /** What was decided before outputs went out. */
  readonly decisions?: string
  /** What this version is called when it goes out: it is remembered, and the next is weighed together with it. */
  readonly release?: string
  readonly profile?: Profile
}

/** What a command works on: the safe study, or for the team the study itself. */
export interface Prepared {
  readonly study: Study
  readonly language: Language
  readonly anonymised: Anonymised | null
}

/** Opens a study and makes it safe, unless the outputs are for the team. */
export async function prepare(dir: string, options: SafeOptions, progress: Progress): Promise<Prepared> {
  if (!options.team && options.register === undefined && options.withoutRegister === undefined)
    throw new StudyError([
      {
        what: 'it is not known which names to hide',
        hint: 'give --register FILE, or --without-register with the reason why there is none, or --team for outputs that stay in the team',
      },
    ])
  progress.step('Opening the study')
  const study = await openStudy(dir)
  const language = await languageFor(study.language, { file: 'study.json', column: 'language' })
  expectAttributes(study, options.attributes ?? [])
  if (options.team) return { study, language, anonymised: null }
  const register =
    options.register === undefined ? noNames(options.withoutRegister ?? '') : await openRegister(options.register, { warn: tellWarning })
  progress.step('Replacing names')
  const { attributes, today, profile } = options
  const anonymised = anonymise(study, {
    register,
    language,
    ...(attributes === undefined ? {} : { attributes }),
    ...(today === undefined ? {} : { today }),
    ...(profile === undefined ? {} : { profile }),
  })
  return { study: anonymised.study, language, anonymised }
}

/** An attribute that nobody has is a slip: silence would look as if it were carried. */
function expectAttributes(study: Study, names: readonly string[]): void {
  const known = new Set([...study.respondents, ...study.cases].flatMap(one => Object.keys(one.extra)))
  const there = known.size === 0 ? 'there are none in this study' : `those there are: ${[...known].join(', ')}`
  const unknown = names.filter(name => !known.has(name))
  throwProblems(unknown.map(name => ({ what: `no respondent or case has the attribute "${name}"`, hint: there })))
}

function tellWarning(text: string): void {
  console.error(`${text}\n`)
}
