import { audienceOf, carryGuard, guardOf } from '../study/guard.js'
import type { Audience } from '../study/model.js'
import type { Cell } from './cell.js'
import { decodeCsv } from './decodeCsv.js'
import { decodeMarkdown } from './decodeMarkdown.js'
import { jupyterDisplay, type MimeBundle, nodeInspect } from './display.js'
import { elementOf, type PageDocument, type PageElement } from './element.js'
import { type Format, gatedView, renderTable } from './gateTable.js'
import { type CsvOptions, tableCsv } from './tableCsv.js'
import { readTableHtml, tableHtml } from './tableHtml.js'
import { tableMarkdown } from './tableMarkdown.js'
import { tableText } from './tableText.js'
import type { TableParts } from './tableView.js'

// Notebooks set the text of tables flush right, which reads badly for quotes.
const notebookStyle = '<style>.retroduct-table :is(th, td):not(.number) { text-align: left }</style>\n'

export interface TableFacts<R extends object> extends TableParts<R> {
  /** The study or the result it is made from: it decides who may see the table. */
  readonly of: object
}

/** A table as plain data. */
export interface TableData {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, Cell>>[]
  readonly audience: Audience
  readonly basis: string
}

/** A table of any rows, for functions that take several kinds: no single `Table<R>` fits them all. */
export type AnyTable = Omit<Table, 'columns' | 'rows' | typeof Symbol.iterator> &
  Iterable<object> & { readonly columns: readonly string[]; readonly rows: readonly object[] }

const inspected = 20
const displayed = 200
const all = Number.POSITIVE_INFINITY

const html: Format = { name: 'HTML', write: tableHtml, read: readTableHtml }
const markdown: Format = { name: 'Markdown', write: tableMarkdown, read: decodeMarkdown }
const plain: Format = { name: 'text', write: tableText, read: text => [text] }

/**
 * Rows with a title, and with what they were computed from. Made from a safe study it is public, and every rendering passes
 * the gate; made from anything else it is for the team, and says so.
 *
 * @example
 * const table = new Table({ title: 'Codes', columns: ['code', 'sources'], rows: [{ code: 'trust', sources: 3 }], basis: '4 interviews', of: study })
 * table.toCsv()
 * //=> 'code,sources\r\ntrust,3'
 */
export class Table<R extends object = Record<string, Cell>> implements Iterable<R> {
  readonly title: string
  readonly columns: readonly (keyof R & string)[]
  readonly rows: readonly R[]
  /** What it was computed from, in a sentence. */
  readonly basis: string

  constructor(facts: TableFacts<R>) {
    this.title = facts.title
    this.columns = facts.columns
    this.rows = facts.rows
    this.basis = facts.basis
    carryGuard(this, guardOf(facts.of))
  }

  /** Who may see it. Asked of the guard each time, so that a copy without the guard cannot say `public`. */
  get audience(): Audience {
    return audienceOf(this)
  }

  [Symbol.iterator](): Iterator<R> {
    return this.rows[Symbol.iterator]()
  }

  /**
   * CSV that a spreadsheet opens without running formulas; `delimiter` is `,` and `bom` false unless given.
   *
   * @example
   * table.toCsv({ delimiter: ';' })
   * //=> 'code;sources\r\ntrust;3'
   */
  toCsv(options: CsvOptions = {}): string {
    const { delimiter = ',', bom = false } = options
    const csv: Format = { name: 'CSV', write: view => tableCsv(view, { delimiter, bom }), read: output => decodeCsv(output, delimiter) }
    return renderTable(this, csv, all)
  }

  /**
   * GFM Markdown.
   *
   * @example
   * table.toMarkdown()
   * //=> '**Codes**\n\n| code | sources |\n| --- | ---: |\n| trust | 3 |\n\nBasis (pseudonymised): 4 interviews\n'
   */
  toMarkdown(): string {
    return renderTable(this, markdown, all)
  }

  /** A piece of HTML without styles or scripts. */
  toHtml(): string {
    return renderTable(this, html, all)
  }

  /**
   * Aligned columns for a terminal.
   *
   * @example
   * table.toText()
   * //=> 'Codes\n\ncode   sources\n-----  -------\ntrust        3\n\nBasis (pseudonymised): 4 interviews'
   */
  toText(): string {
    return renderTable(this, plain, all)
  }

  /** An element for a web page or an Observable notebook; `document` is the page's own unless given. */
  toElement(document: PageDocument | undefined = globalThis.document): PageElement {
    return elementOf(this.toHtml(), document)
  }

  /** The cells of its columns as plain data, past the gate. The data carries no guard: what is made from it is for the team. */
  toJSON(): TableData {
    const { title, columns, rows, audience, basis } = gatedView(this, all)
    return { title, columns, rows: rows.map(row => Object.fromEntries(columns.map((column, i) => [column, row[i]!]))), audience, basis }
  }

  /** Shows the table in a notebook: the first 200 rows, in plain text the first 20. */
  [jupyterDisplay](): MimeBundle {
    return {
      'text/plain': this[nodeInspect](),
      'text/markdown': renderTable(this, markdown, displayed),
      'text/html': notebookStyle + renderTable(this, html, displayed),
    }
  }

  /** Shows the first 20 rows in Node. */
  [nodeInspect](): string {
    return renderTable(this, plain, inspected)
  }
}
