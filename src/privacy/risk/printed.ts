/** A piece of an output, and the label it stands under. */
export interface Printed {
  /** The title of the output. */
  readonly output: string
  /** Where in it, in words. */
  readonly place: string
  /** `quote`: words given to a label; `row`: a row of a table that has no words; `mention`: a sentence that names a label. */
  readonly kind: 'quote' | 'row' | 'mention'
  /** What the reader sees for who spoke; empty when nobody is named. */
  readonly label: string
  /** The words printed; of a mention its sentence. */
  readonly words: string
  /** What stands beside them in the same row, by column: group, case, round, attributes. */
  readonly columns: Readonly<Record<string, string>>
}
