/** The fixed texts of the page on which a team reviews its register. Words in braces are filled in. */
export interface ReviewTexts {
  readonly title: string
  /** `{entries}`, `{places}`, `{transcripts}`: numbers. */
  readonly basis: string
  readonly intro: string
  readonly toDecide: string
  readonly nothingToDecide: string
  readonly unregistered: string
  readonly unregisteredIntro: string
  readonly nothingUnregistered: string
  readonly left: string
  readonly leftIntro: string
  readonly alike: string
  readonly alikeIntro: string
  readonly entries: string
  readonly kept: string
  readonly keptIntro: string
  readonly transcripts: string
  /** `{row}`: of the register. */
  readonly row: string
  readonly inReport: string
  readonly inArchive: string
  readonly inBoth: string
  /** `{n}`, `{transcripts}`: numbers. */
  readonly replaced: string
  readonly notInTexts: string
  /** `{n}` of `{all}`. */
  readonly unrecognised: string
  /** `{names}`: of other entries. */
  readonly near: string
  /** `{n}`: places at which it may mean another. */
  readonly several: string
  readonly leftStanding: string
  readonly variants: string
  readonly onlyIn: string
  readonly note: string
  readonly certainty: Readonly<Record<'sure' | 'likely' | 'look', string>>
  readonly slip: string
  readonly madeFrom: string
  /** `{n}`: how many more places are folded. */
  readonly more: string
  /** `{transcript}`, `{turn}`. */
  readonly where: string
  /** Where something stands outside the turns. */
  readonly outside: string
}
