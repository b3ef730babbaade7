import { carryLanguage, type Language, languageOf } from '../language/index.js'
import { type Audience, audienceOf, carryGuard, guardOf } from '../study/index.js'
import { jupyterDisplay, type MimeBundle, nodeInspect } from '../table/index.js'
import type { Chapter } from './block.js'
import { holdParts } from './gateReport.js'
import { renderHtml } from './renderHtml.js'
import { renderMarkdown } from './renderMarkdown.js'
import { renderOutline } from './renderOutline.js'

export interface ReportFacts {
  readonly title: string
  readonly chapters: readonly Chapter[]
  /** What it was made from, in a sentence. */
  readonly basis: string
  readonly language: Language
  /** The study it is made from: it decides who may see the report. */
  readonly of: object
}

/** A report as plain data. */
export interface ReportData {
  readonly title: string
  readonly audience: Audience
  readonly basis: string
  readonly chapters: readonly Chapter[]
}

/**
 * A report as a tree of plain blocks, from which Markdown, HTML and Word are written. Made from a safe study it is public, and every
 * rendering passes the gate; made from any other it is for the team, and says so.
 */
export class Report {
  readonly title: string
  readonly chapters: readonly Chapter[]
  /** What it was made from, in a sentence. */
  readonly basis: string

  constructor(facts: ReportFacts) {
    this.title = facts.title
    this.chapters = facts.chapters
    this.basis = facts.basis
    carryLanguage(this, facts.language)
    carryGuard(this, guardOf(facts.of))
  }

  /** Who may see it. Asked of the guard each time, so that a copy without the guard cannot say `public`. */
  get audience(): Audience {
    return audienceOf(this)
  }

  /** The language pack it is written with. */
  get language(): Language {
    return languageOf(this)
  }

  /** The report as plain data, past the gate. The data carries no guard: what is made from it is for the team. */
  toJSON(): ReportData {
    holdParts(this)
    const { title, audience, basis, chapters } = this
    return { title, audience, basis, chapters }
  }

  /** Shows the report in a notebook. */
  [jupyterDisplay](): MimeBundle {
    return { 'text/plain': renderOutline(this), 'text/markdown': renderMarkdown(this), 'text/html': renderHtml(this) }
  }

  /** Shows the title and the chapters in Node. */
  [nodeInspect](): string {
    return renderOutline(this)
  }
}
