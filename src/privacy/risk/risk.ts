import type { Claim } from './claim.js'
import type { ReadPrinted } from './readPrinted.js'

/** What an earlier release printed under one label, or under a label that stands for nobody in particular. */
export interface EarlierPrinted {
  /** The name of the release. */
  readonly release: string
  readonly label: string
  /** Whether a reader could add up what stood under it. */
  readonly links: boolean
  /** Keyed digests of words. */
  readonly words: readonly string[]
  readonly facts: readonly { readonly attribute: string; readonly value: string }[]
}

/** Everything that can be put together about whoever stands behind a label. */
export interface Gathered {
  readonly behind: readonly string[]
  readonly items: readonly ReadPrinted[]
  readonly earlier: readonly EarlierPrinted[]
  readonly claims: readonly Claim[]
}
