import { audienceOf, needStudy, type Study, type Transcript, throwProblems } from '../study/index.js'
import { Table } from '../table/index.js'
import { countable } from './countable.js'
import { roundName } from './divide.js'
import { notWhole } from './notWhole.js'
import { seeded, shuffled } from './seeded.js'

/** What a conversation added. */
export interface NewCodes {
  readonly round: string
  /** The place of the conversation in its round, from 1. */
  readonly order: number
  readonly conversation: string
  readonly codes: number
  /** Codes that no earlier conversation of the round has. */
  readonly new: number
  readonly 'so far': number
  /** Between which numbers of codes so far nine in ten of the other orders of the same conversations lie: order dependence, no more. */
  readonly low: number
  readonly high: number
  /** New codes in the run that ends here, as a part of those of the base; null before there is a whole run behind the base. */
  readonly share: number | null
  /** Whether that is at or under the threshold; null where there is no share. */
  readonly under: boolean | null
}

export interface CurveOptions {
  /** How many conversations the base is made of. Default: 4. */
  readonly base?: number
  /** How many conversations a run is made of. Default: 2. */
  readonly run?: number
  /** The part of the base that counts as little. Default: 0.05. */
  readonly threshold?: number
  /** How many other orders are tried. Default: 200. */
  readonly orders?: number
  readonly seed?: number
}

/**
 * Counts how many codes each conversation added, in order within a round: by date where all have one, else as listed. Later rounds react to
 * findings, so every round begins anew. The share of new codes in a run, of those of a base, is that of Guest, Namey & Chen (2020, PLoS
 * ONE 15(5): e0232076, steps 1 to 4). The band shows how far the curve depends on the order in which people happened to be spoken with; it is
 * no margin of error, and a flat curve does not say that nothing new is left to hear.
 *
 * For the team only: a safe study does not carry the order of the conversations.
 *
 * @throws StudyError of a safe study, and for options that are no numbers to count with
 * @example
 * newCodesCurve(study).rows.map(row => row.new)
 * //=> [1, 0, 0, 0]
 */
export function newCodesCurve(study: Study, options: CurveOptions = {}): Table<NewCodes> {
  needStudy(study, 'newCodesCurve')
  const { base = 4, run = 2, threshold = 0.05, orders = 200, seed = 1 } = options
  const call = 'newCodesCurve'
  throwProblems([
    ...notWhole({ base, run, orders }),
    ...(threshold >= 0 && threshold < 1
      ? []
      : [{ what: 'the threshold is no part of a whole', hint: 'give a number from 0 up to 1, such as 0.05', call }]),
    ...(audienceOf(study) === 'team'
      ? []
      : [
          {
            what: 'a safe study does not carry the order of the conversations',
            hint: 'make the curve from the study itself, for the team',
            call,
          },
        ]),
  ])
  const codes = codesPer(study)
  const rows = [...roundsOf(study)].flatMap(([round, talks]) => {
    const heard = talks.map(one => codes.get(one.id) ?? new Set<string>())
    const bands = bandsOf(heard, orders, seed)
    return curveOf(heard, { base, run, threshold }).map(
      (row, i): NewCodes => ({ round, order: i + 1, conversation: talks[i]!.id, ...row, ...bands[i]! }),
    )
  })
  return new Table<NewCodes>({
    title: 'New codes per conversation',
    columns: ['round', 'order', 'conversation', 'codes', 'new', 'so far', 'low', 'high', 'share', 'under'],
    rows,
    basis: `codes of codings that count, by conversation; base ${base}, run ${run}, threshold ${threshold} (Guest, Namey & Chen 2020); low and high: nine in ten of ${orders} other orders, seed ${seed}`,
    of: study,
  })
}

function codesPer(study: Study): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>()
  for (const { coding } of countable(study)) codes.set(coding.transcript, (codes.get(coding.transcript) ?? new Set()).add(coding.code))
  return codes
}

/** The conversations of each round, in order. Documents that nobody spoke in are none. */
function roundsOf(study: Study): ReadonlyMap<string, readonly Transcript[]> {
  const ids = [...study.rounds.map(round => round.id), null]
  const talks = study.transcripts.filter(one => one.turns.some(turn => !turn.asks))
  const inRound = (id: string | null) => talks.filter(one => (study.rounds.some(round => round.id === one.round) ? one.round : null) === id)
  return new Map(ids.map(id => [roundName(study, id), byDate(inRound(id))] as const).filter(([, own]) => own.length > 0))
}

function byDate(talks: readonly Transcript[]): readonly Transcript[] {
  if (talks.some(one => one.date === null)) return talks
  return [...talks].sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0))
}

type Curve = Pick<NewCodes, 'codes' | 'new' | 'so far' | 'share' | 'under'>

function curveOf(
  heard: readonly ReadonlySet<string>[],
  { base, run, threshold }: { readonly base: number; readonly run: number; readonly threshold: number },
): readonly Curve[] {
  const sums = cumulative(heard)
  return heard.map((codes, i): Curve => {
    const before = i === 0 ? 0 : sums[i - 1]!
    const ofBase = sums[base - 1] ?? 0
    const isWhole = i + 1 >= base + run && ofBase > 0
    const share = isWhole ? (sums[i]! - sums[i - run]!) / ofBase : null
    return {
      codes: codes.size,
      new: sums[i]! - before,
      'so far': sums[i]!,
      share: share === null ? null : Math.round(share * 1000) / 1000,
      under: share === null ? null : share <= threshold,
    }
  })
}

function cumulative(heard: readonly ReadonlySet<string>[]): readonly number[] {
  const seen = new Set<string>()
  return heard.map(codes => {
    for (const code of codes) seen.add(code)
    return seen.size
  })
}

/** Per place in the order, between which numbers the codes so far lie in nine of ten orders. */
function bandsOf(
  heard: readonly ReadonlySet<string>[],
  orders: number,
  seed: number,
): readonly { readonly low: number; readonly high: number }[] {
  const random = seeded(seed)
  const curves = Array.from({ length: orders }, () => cumulative(shuffled(heard, random)))
  return heard.map((_, i) => {
    const sorted = curves.map(curve => curve[i]!).sort((a, b) => a - b)
    return { low: sorted[Math.floor((orders - 1) * 0.05)]!, high: sorted[Math.ceil((orders - 1) * 0.95)]! }
  })
}
