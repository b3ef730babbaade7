import { type Study, StudyError, showStudy } from '../study/index.js'
import { Key, type KeyContent, type KeyOptions } from './key.js'
import type { Digests } from './studyDigests.js'

/** The version of what a key says, apart from the version of the file it is sealed in. */
const version = 1

/** A key as JSON: the plaintext of a sealed key. */
export function writeKeyText({ entries, replacements, digests, options, original }: KeyContent): string {
  try {
    return JSON.stringify({ version, entries, replacements, digests, options, original })
  } catch (error) {
    // The only thing that plain data can be is too long for one text.
    if (!(error instanceof RangeError)) throw error
    throw tooLarge()
  }
}

/** Reads the plaintext of a sealed key. That it is as it was written is known by now: who seals a key can write anything. */
export function readKeyText(text: string): Key {
  const said = parse(text)
  if (said?.version !== version)
    throw new StudyError([
      {
        what: 'this key was written by another version of this library',
        hint: 'open it with the newest version of the library',
        call: 'openKey',
      },
    ])
  const { entries, replacements, digests, options, original } = said
  if (!isCount(entries) || !isCount(replacements) || !areDigests(digests) || !areOptions(options) || !isStudy(original))
    throw new StudyError([{ what: 'this key does not hold a study', hint: 'ask who made it for another one', call: 'openKey' }])
  return new Key({ entries, replacements, digests, options, original: showStudy(original) })
}

/** The problem of a study that does not fit in a key. */
export function tooLarge(): StudyError {
  return new StudyError([
    {
      what: 'this study is too large for one key',
      hint: 'divide it into studies of at most some hundreds of interviews each',
      call: 'sealKey',
    },
  ])
}

type Said = Partial<Readonly<Record<string, unknown>>>

function parse(text: string): Said | null {
  try {
    const said: unknown = JSON.parse(text)
    return isRecord(said) ? said : null
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const areDigests = (value: unknown): value is Digests =>
  isRecord(value) && Object.values(value).every(one => typeof one === 'string' && /^[\da-f]{64}$/u.test(one))
const areOptions = (value: unknown): value is KeyOptions => isRecord(value) && (value.language === 'nl' || value.language === 'en')
const isStudy = (value: unknown): value is Study => isRecord(value) && Array.isArray(value.transcripts) && Array.isArray(value.journal)
