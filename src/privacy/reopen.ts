import type { Language, Recogniser } from '../language/index.js'
import { needStudy, type SafeStudy, type Study, StudyError } from '../study/index.js'
import { anonymise } from './anonymise.js'
import type { Register } from './entry.js'
import { contentOf, type Key } from './key.js'
import { where } from './restore.js'
import { partsThatDiffer, studyDigests } from './studyDigests.js'

export interface ReopenOptions {
  /** The register the study was made with. */
  readonly register: Register
  readonly key: Key
  /** The language it was made in: the library imports no language by itself. */
  readonly language: Language
  /** What the study was looked at with besides: functions are not kept in a key. */
  readonly recognisers?: readonly Recogniser[]
}

/**
 * Gives a safe study its guard again, after it was saved, cloned or sent: it is made anew from the original in the key and
 * from the register, in the way the key remembers, and must come out as the study that is given.
 *
 * @param study a safe study without its guard
 * @returns the safe study, from which public outputs can be made
 * @throws StudyError when it does not: it says whether the register or the study changed. Also everything that `anonymise`
 *   refuses of a register
 * @example
 * const { study: made, key } = anonymise(coded, { register, language: en })
 * const again = reopen({ ...made }, { register, key, language: en })
 * quoteTable(again).audience
 * //=> 'public'
 */
export function reopen(study: Study, { register, key, language, recognisers = [] }: ReopenOptions): SafeStudy {
  needStudy(study, 'reopen')
  const { original, options, digests } = contentOf(key, 'reopen')
  if (language?.id !== options.language)
    throw refusal(
      'the study was made in another language',
      `import { ${options.language} } from 'retroduct/${options.language}' and give it`,
    )
  const { study: made } = anonymise(original, { ...options, register, language, recognisers })
  const isSameRegister = partsThatDiffer(digests, studyDigests(made)).length === 0
  const differing = partsThatDiffer(digests, studyDigests(study))
  if (isSameRegister && differing.length === 0) return made
  if (isSameRegister)
    throw refusal(
      `the study was changed since it was made, or was made with another key: ${where(differing, digests)}`,
      'give it as it was made; after a change to the original, anonymise again',
    )
  if (differing.length === 0)
    throw refusal(
      'the register is not the one the study was made with',
      'give the register of that time, or anonymise the original again with this one; another version of the library may replace otherwise too',
    )
  throw refusal(
    'the register is not the one this key was made with, and the study is not that of this key either',
    'give the study, the key and the register that belong together',
  )
}

function refusal(what: string, hint: string): StudyError {
  return new StudyError([{ what, hint, call: 'reopen' }])
}
