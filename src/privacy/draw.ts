/** Gives so many bytes that nobody can foretell. A test may give bytes of its own. */
export type Random = (count: number) => Uint8Array

/** At most so many bytes may be asked for at once, says Web Crypto. */
const atOnce = 65_536

/** The chance of the machine itself, in Node and in browsers. */
export const secretRandom: Random = count => {
  const bytes = new Uint8Array(count)
  for (let at = 0; at < count; at += atOnce) globalThis.crypto.getRandomValues(bytes.subarray(at, at + atOnce))
  return bytes
}

/**
 * Draws a whole number from 0 up to `below`, each as likely as the other: what does not divide evenly is drawn again, since
 * the remainder of a division would favour low numbers.
 *
 * @param below from 1 up to 2^32
 */
export function drawBelow(below: number, random: Random): number {
  const even = 2 ** 32 - (2 ** 32 % below)
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random(4)
    const drawn = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
    if (drawn < even) return drawn % below
  }
}

/** The same things in an order drawn at random, each order as likely as the other (Fisher and Yates). */
export function drawOrder<T>(things: readonly T[], random: Random): readonly T[] {
  const drawn = [...things]
  for (let left = drawn.length; left > 1; left--) {
    const at = drawBelow(left, random)
    const last = drawn[left - 1]!
    drawn[left - 1] = drawn[at]!
    drawn[at] = last
  }
  return drawn
}
