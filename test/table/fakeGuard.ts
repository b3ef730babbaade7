import { carryGuard, type Guard, type Leaf, type Look } from '../../src/study/guard.js'

/** A guard that knows one name, and remembers what it was shown. It may be deaf to one of its two looks. */
export function fakeGuard(name: string, deafTo?: Look): Guard & { readonly seen: (Leaf & { look: Look })[] } {
  const seen: (Leaf & { look: Look })[] = []
  return {
    seen,
    check: (leaves, look) => {
      const shown = [...leaves]
      seen.push(...shown.map(leaf => ({ ...leaf, look })))
      const found = look === deafTo ? [] : shown.filter(leaf => leaf.text.includes(name))
      return found.map(leaf => ({ what: `a registered name stands in ${leaf.where}`, hint: 'look at the register' }))
    },
  }
}

/** Stands for a safe study: nothing but a guard. */
export function safeStudy(guard: Guard = fakeGuard('Zwaardvis')): object {
  return carryGuard({}, guard)
}
