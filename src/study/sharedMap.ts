const at = Symbol.for('retroduct.shared')

type Held = Map<string, WeakMap<object, unknown>>

/**
 * A map of what belongs to values without standing on them, one for all copies of this library in a process: a notebook that loads it
 * with `import` and with `require` has two. The one thing that is kept outside a module.
 */
export function sharedMap<K extends object, V>(name: string): WeakMap<K, V> {
  const home = globalThis as { [at]?: Held }
  if (home[at] === undefined) Object.defineProperty(home, at, { value: new Map(), enumerable: false })
  const held = home[at]!
  const known = held.get(name) ?? new WeakMap<object, unknown>()
  held.set(name, known)
  return known as WeakMap<K, V>
}
