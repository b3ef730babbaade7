import { shardsOf } from '../coding/index.js'
import type { Coding, Span, Study } from '../study/index.js'
import { settledAway } from './countable.js'

const known = new WeakMap<readonly Coding[], ReadonlyMap<string, readonly Coding[]>>()

/** The codings of a transcript that stand, whoever spoke: not superseded, and not settled by another. In the order of the text. */
export function standingCodings(study: Study, transcript: string): readonly Coding[] {
  const standing = known.get(study.codings) ?? standingIn(study.codings)
  known.set(study.codings, standing)
  return standing.get(transcript) ?? []
}

function standingIn(codings: readonly Coding[]): ReadonlyMap<string, readonly Coding[]> {
  const away = settledAway(codings)
  return new Map(
    [...shardsOf(codings)].map(([transcript, shard]) => [
      transcript,
      shard.codings.filter(one => one.status !== 'superseded' && !away.has(one.id)).sort((a, b) => a.start - b.start || a.end - b.end),
    ]),
  )
}

/** Those of the codings that share at least one character with a span. */
export function codingsOver(codings: readonly Coding[], { start, end }: Span): readonly Coding[] {
  return codings.filter(coding => coding.start < end && start < coding.end)
}

/** The codes of codings, each once, in the order of the alphabet. */
export function codesOf(codings: readonly Coding[]): readonly string[] {
  return [...new Set(codings.map(coding => coding.code))].sort()
}
