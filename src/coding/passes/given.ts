/** What a call says: the fields that are not left open. */
export function given<F extends object>(facts: F): Partial<F> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<F>
}
