import type { Stance } from '../study/index.js'

/**
 * A piece of a line. `text` comes from the study, and the gate looks at it; `fixed` comes from a language pack, or is a number or a
 * sign.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly children: readonly Inline[] }
  /** A small mark beside a title: "rests on one source". */
  | { readonly kind: 'tag'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** Leads to a section of this report, by its `place`. Where nothing can be followed it is only its words. */
  | { readonly kind: 'mention'; readonly place: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }

type Line = readonly Inline[]

export interface Heading {
  readonly kind: 'heading'
  /** 3 to 6: 1 is the title of the report, 2 that of a chapter. */
  readonly level: number
  readonly children: Line
}

/** Words of a speaker, with who said them. */
export interface QuoteBlock {
  readonly kind: 'quote'
  /** `gap`: it is said that, and why, something is not quoted. */
  readonly form: 'verbatim' | 'cleaned' | 'paraphrase' | 'gap'
  readonly words: Line
  readonly label: Line
  readonly translation: Line | null
  readonly stance: Stance | null
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: Line | null
  readonly head: readonly Line[]
  readonly rows: readonly (readonly Line[])[]
  /** Per column, whether it holds numbers. */
  readonly numeric: readonly boolean[]
}

/** A theme, a configuration or a code: a title with marks, and what stands under it. */
export interface SectionBlock {
  readonly kind: 'theme' | 'configuration' | 'code'
  /** What a mention elsewhere calls it. It is not printed. */
  readonly place?: string
  readonly level: number
  readonly title: Line
  readonly marks: readonly Line[]
  readonly blocks: readonly Block[]
}

/** What is folded until it is asked for. */
export interface DetailsBlock {
  readonly kind: 'details'
  /** What a mention elsewhere calls it. It is not printed. */
  readonly place?: string
  readonly summary: Line
  readonly isOpen: boolean
  readonly blocks: readonly Block[]
}

/** Words of a transcript with where they stand. */
export interface PassageBlock {
  readonly kind: 'passage'
  readonly place?: string
  readonly where: Line
  readonly words: Line
}

export type Block =
  | Heading
  | QuoteBlock
  | TableBlock
  | SectionBlock
  | DetailsBlock
  | PassageBlock
  | { readonly kind: 'paragraph' | 'note' | 'unwritten'; readonly children: Line }
  | { readonly kind: 'box'; readonly title: Line; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  /** What she quotes in her own text with `>`. */
  | { readonly kind: 'quotation'; readonly blocks: readonly Block[] }
  | { readonly kind: 'preformatted'; readonly text: string }
  | { readonly kind: 'rule' }

export interface Chapter {
  /** Names the chapter for scripts: `introduction`, a role, `methods` ... It is not printed. */
  readonly id: string
  readonly title: Line
  readonly blocks: readonly Block[]
  /** What the chapter tells of everyone who is quoted in it, by attribute, as the page of a case does. It is not printed. */
  readonly ofAll?: Readonly<Record<string, string>>
}
