import type { Brought, Patch } from '../../study/index.js'
import type { Side } from './mergeSides.js'

/** One call of a pass that a merge brings in. */
export interface Step {
  readonly call: string
  readonly note: string
  readonly brings: Brought
  readonly patches: readonly Patch[]
}

/** The calls that all sides together bring in, in one order, and where in it each row and field was touched. */
export interface Steps {
  readonly all: readonly Step[]
  readonly touch: (side: number, table: string, key: string, field?: string) => number
  /** The row as the side first added it, or null. */
  readonly added: (side: number, table: string, key: string) => { readonly pass: string; readonly to: Patch['to'] } | null
}

// A place is a step and a patch in it, as one number that sorts.
const perStep = 2 ** 31
export const stepOf = (place: number): number => Math.floor(place / perStep)

/** The calls of the passes that a side made since its start; those of a merge stand for the passes it brought in. */
function stepsOf({ passes }: Side): readonly Step[] {
  return passes.flatMap(({ id, kind, coder, date, changes }) =>
    changes.map(({ call, note, brings, patches }) => ({ call, note, brings: brings ?? { pass: id, kind, coder, date }, patches })),
  )
}

/** Puts the calls of all sides in one order, which does not depend on the order of the sides. */
export function orderSteps(sides: readonly Side[]): Steps {
  const own = sides.map(side => perPass(stepsOf(side)))
  const begins = new Map<string, number>()
  const all: Step[] = []
  for (const pass of inOrder(own.map(one => [...one.values()].map(steps => steps[0]!.brings)))) {
    begins.set(pass, all.length)
    const calls = own.map(one => one.get(pass) ?? [])
    for (const step of calls.reduce((most, other) => (other.length > most.length ? other : most))) all.push(step)
  }
  const indexes = own.map(one => indexTouches([...one].map(([pass, steps]) => [begins.get(pass)!, steps])))
  return {
    all,
    touch: (side, table, key, field) =>
      indexes[side]!.touched.get(field === undefined ? `${table}\n${key}` : `${table}\n${key}\n${field}`) ?? -1,
    added: (side, table, key) => {
      const found = indexes[side]!.added.get(`${table}\n${key}`)
      return found === undefined ? null : { pass: found.step.brings.pass, to: found.to }
    },
  }
}

function perPass(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const passes = new Map<string, Step[]>()
  for (const step of steps) {
    const there = passes.get(step.brings.pass)
    if (there === undefined) passes.set(step.brings.pass, [step])
    else there.push(step)
  }
  return passes
}

/** Passes of several chains in one order: each chain keeps its own, and between chains the earliest day goes first. */
function inOrder(chains: readonly (readonly Brought[])[]): readonly string[] {
  const before = new Map<string, Set<string>>()
  const passes = new Map<string, Brought>()
  for (const chain of chains) {
    chain.forEach((brought, i) => {
      passes.set(brought.pass, brought)
      const earlier = before.get(brought.pass) ?? new Set()
      before.set(brought.pass, earlier)
      if (i > 0) earlier.add(chain[i - 1]!.pass)
    })
  }
  const left = [...passes.values()].sort(byDay)
  const done = new Set<string>()
  while (left.length > 0) {
    const at = left.findIndex(one => [...before.get(one.pass)!].every(pass => done.has(pass)))
    // Two journals that give two passes in opposite orders cannot both be kept.
    done.add(left.splice(Math.max(at, 0), 1)[0]!.pass)
  }
  return [...done]
}

function byDay(a: Brought, b: Brought): number {
  return compare(a.date, b.date) || compare(a.coder, b.coder) || compare(a.pass, b.pass)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface Touches {
  readonly touched: ReadonlyMap<string, number>
  readonly added: ReadonlyMap<string, { readonly step: Step; readonly to: Patch['to'] }>
}

function indexTouches(passes: readonly (readonly [begin: number, steps: readonly Step[]])[]): Touches {
  const touched = new Map<string, number>()
  const added = new Map<string, { readonly step: Step; readonly to: Patch['to'] }>()
  for (const [begin, steps] of passes) {
    for (const [i, step] of steps.entries()) {
      for (const [nth, { table, id, from, to }] of step.patches.entries()) {
        const place = (begin + i) * perStep + nth
        const row = `${table}\n${id}`
        if (from === undefined) added.set(row, { step, to })
        if (from === undefined || to === undefined) touched.set(row, place)
        else for (const field in to) touched.set(`${row}\n${field}`, place)
      }
    }
  }
  return { touched, added }
}
