/** How people and organisations are named in talk. All words in lower case; phrases with single spaces. */
export interface NamingWords {
  /** Words before a name that are no part of it, most often before a surname: "mrs", "dr". */
  readonly titles: ReadonlySet<string>
  /** Words of hesitation, which may stand between a phrase and a name. */
  readonly fillers: ReadonlySet<string>
  /** What a speaker says just before the own name: "my name is". */
  readonly introductions: readonly string[]
  /** What the one who asks says just before the name of who is asked: "I am talking to". */
  readonly presentations: readonly string[]
  /** Words for a kind of organisation, which tell no two of them apart: "hospital", "foundation". */
  readonly kinds: ReadonlySet<string>
  /** Endings by which a word is made from a name. */
  readonly endings: readonly string[]
}
