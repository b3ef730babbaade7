import { StudyError } from './error.js'
import type { Study } from './model.js'

/**
 * Refuses what is no study: a path, nothing at all, or what `openStudy` gives before it has been awaited.
 *
 * @param call the function it was handed to
 */
export function needStudy(given: Study, call?: string): void {
  const { transcripts, journal } = ((given as unknown) ?? {}) as Partial<Study>
  if (Array.isArray(transcripts) && Array.isArray(journal)) return
  const isPromise = typeof (given as unknown as { then?: unknown } | null | undefined)?.then === 'function'
  const hint = isPromise
    ? "write await before it: const study = await openStudy('my-study')"
    : 'give first what openStudy, newStudy or a pass returned; of what mergeCoders, reviseTranscript and anonymise return, take .study'
  const what = isPromise ? 'the study is not open yet' : 'this is not a study'
  throw new StudyError([{ what, hint, ...(call === undefined ? {} : { call }) }])
}
