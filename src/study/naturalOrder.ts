/** Compares names as a person would: interview-2 before interview-10, the same on every computer. */
export function compareNatural(a: string, b: string): number {
  const left = a.match(/\d+|\D+/gu) ?? []
  const right = b.match(/\d+|\D+/gu) ?? []
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one, other] = [left[i]!, right[i]!]
    if (one === other) continue
    const numbers = /^\d/u.test(one) && /^\d/u.test(other)
    const order = numbers ? Number(one) - Number(other) : 0
    return order !== 0 ? order : one < other ? -1 : 1
  }
  return left.length - right.length
}
