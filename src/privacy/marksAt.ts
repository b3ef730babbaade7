import type { Mark, Recogniser } from '../language/index.js'

/** Whether a stretch of a text is recognised as something of a kind. */
export interface MarksAt {
  /** Whether a mark of just this type touches it. */
  readonly isOfType: (type: string, start: number, end: number) => boolean
  /** Whether a mark that may mean the same name touches it: recognisers do not always agree whether a name is of a hospital or a town. */
  readonly isName: (type: string, start: number, end: number) => boolean
}

// What is no name of anybody or anything, so that "mei 2021" is never taken for somebody called Mei.
const noNames = new Set(['DATE', 'AGE', 'MONEY', 'FUNCTION', 'TITLE', 'PHONE', 'BSN', 'IBAN', 'POSTCODE', 'CREDIT_CARD', 'IP', 'ID'])

/** Whether two types may mean the same name. */
export function mayBeOne(a: string, b: string): boolean {
  return a === b || !(noNames.has(a) || noNames.has(b))
}

/** The marks of a text, recognised when they are first asked for. */
export function marksAt(text: string, recognise: Recogniser): MarksAt {
  let marks: readonly Mark[] | null = null
  const touching = (start: number, end: number, isMeant: (type: string) => boolean) => {
    marks ??= recognise(text)
    for (let i = firstEndingAfter(marks, start); i < marks.length && marks[i]!.start < end; i++) if (isMeant(marks[i]!.type)) return true
    return false
  }
  return {
    isOfType: (type, start, end) => touching(start, end, other => other === type),
    isName: (type, start, end) => touching(start, end, other => mayBeOne(type, other)),
  }
}

/** The first of marks in order that ends after a place. */
export function firstEndingAfter(marks: readonly { readonly end: number }[], at: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  return low
}
