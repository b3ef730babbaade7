import { shardsOf } from '../coding/index.js'
import type { Coding, Study } from '../study/index.js'
import { speakersAt } from '../transcript/index.js'

/** A coding that counts, and who may have said it. */
export interface Said {
  readonly coding: Coding
  /** Ids in order: one when the speaker is known, several when a group shares a mark or several spoke, none when nobody is named. */
  readonly speakers: readonly string[]
}

interface Counted {
  readonly all: readonly Said[]
  readonly byCode: ReadonlyMap<string, readonly Said[]>
}

const counted = new WeakMap<Study, Counted>()

/**
 * The codings that count, in the order of the transcripts and their text, whatever the order of `study.codings`.
 *
 * Left out are superseded codings, codings that a settled one stands for, and codings that touch no answering turn: the interviewer
 * supports nothing. Who said it is everyone who may have spoken in the answering turns it overlaps.
 *
 * @example
 * countable(study).map(said => said.speakers)
 * //=> [['10'], ['13a', '13b']]
 */
export function countable(study: Study): readonly Said[] {
  return countedIn(study).all
}

/** The codings that count of one code. */
export function countableOf(study: Study, code: string): readonly Said[] {
  return countedIn(study).byCode.get(code) ?? []
}

/** The ids of codings that a settled coding stands for, also through codings that were settled in turn. */
export function settledAway(codings: readonly Coding[]): ReadonlySet<string> {
  const away = new Set<string>()
  const settling = codings.filter(coding => coding.settles.length > 0)
  if (settling.length === 0) return away
  const settles = new Map(settling.map(coding => [coding.id, coding.settles]))
  const open = settling.filter(coding => coding.status === 'settled').flatMap(coding => coding.settles)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (away.has(id)) continue
    away.add(id)
    open.push(...(settles.get(id) ?? []))
  }
  return away
}

function countedIn(study: Study): Counted {
  const known = counted.get(study)
  if (known !== undefined) return known
  const away = settledAway(study.codings)
  const shards = shardsOf(study.codings)
  const all: Said[] = []
  for (const transcript of study.transcripts) {
    const codings = shards.get(transcript.id)?.codings.filter(coding => coding.status !== 'superseded' && !away.has(coding.id)) ?? []
    for (const coding of [...codings].sort(inText)) {
      const speakers = speakersAt(transcript, coding)
      if (speakers !== null) all.push({ coding, speakers })
    }
  }
  const byCode = new Map<string, Said[]>()
  for (const said of all) {
    const list = byCode.get(said.coding.code)
    if (list === undefined) byCode.set(said.coding.code, [said])
    else list.push(said)
  }
  const result = { all, byCode }
  counted.set(study, result)
  return result
}

/** By place, and where that ties by what the coding says, so that the order of the table never matters. */
export function inText(a: Coding, b: Coding): number {
  return a.start - b.start || a.end - b.end || compare(a.code, b.code) || compare(a.coder, b.coder) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
