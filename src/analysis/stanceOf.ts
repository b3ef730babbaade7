import type { Coding, Stance } from '../study/index.js'

/**
 * What a coding does to the claim of its theme: the stance given; without one it supports, unless the speaker rejected what was put
 * to them.
 */
export function stanceOf(coding: Pick<Coding, 'stance' | 'elicited'>): Stance {
  return coding.stance ?? (coding.elicited === 'rejected' ? 'refutes' : 'supports')
}
