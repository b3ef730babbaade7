import { StudyError } from '../study/error.js'

interface SomeDocument {
  createElement(tag: string): { innerHTML: string }
}

/** A browser's document; outside a browser's type library, as much of one as is needed. */
export type PageDocument = typeof globalThis extends { document: infer D extends SomeDocument } ? D : SomeDocument

/** What such a document makes. */
export type PageElement = ReturnType<PageDocument['createElement']>

/** Makes an element that holds a piece of HTML. */
export function elementOf(html: string, document: PageDocument | undefined): PageElement {
  if (document === undefined) {
    throw new StudyError([{ what: 'there is no document here', hint: 'call toElement in a browser, or give it a document' }])
  }
  const element = document.createElement('div')
  element.innerHTML = html
  return element
}
