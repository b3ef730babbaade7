import type { Span } from '../study/index.js'

/** The kinds of stretches a recogniser of this library marks; one of another's may call them otherwise. */
export type MarkType =
  | DirectType
  | 'HOSPITAL'
  | 'CARE_INSTITUTION'
  | 'ORG'
  | 'LOCATION'
  | 'POSTCODE'
  | 'DATE'
  | 'AGE'
  | 'PROJECT'
  | 'DEPARTMENT'
  | 'FUNCTION'
  | 'CREDIT_CARD'
  | 'IP'
  | 'NRP'
  | 'TITLE'
  | 'MONEY'
  | 'USERNAME'
  | 'PASSWORD'
  | 'CREDENTIALS'
  | 'OTHER'

/** What leads to one person by itself. */
export type DirectType = 'PERSON' | 'PHONE' | 'EMAIL' | 'URL' | 'ID' | 'BSN' | 'IBAN' | 'ADDRESS'

/** A stretch of text that may be a name, found by a recogniser. Offsets are UTF-16 code units, end exclusive. */
export interface Mark extends Span {
  readonly type: string
  readonly text: string
  /** `sure`: by form, or by its place and a list. `likely` and `look`: for a person to decide. */
  readonly certainty: 'sure' | 'likely' | 'look'
}

/** Finds what may be a name in a text. The marks stand in order and do not overlap. */
export type Recogniser = (text: string) => readonly Mark[]
