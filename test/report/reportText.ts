import { expect } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { buildReport, type ReportOptions, renderMarkdown } from '../../src/report/index.js'
import type { Study } from '../../src/study/index.js'
import { full } from './fullStudy.js'

/** For the team, in English. */
export const team = { audience: 'team', language: en } as const
/** The report of the full study, with other facts, as Markdown. */
export const markdown = (facts: Partial<Study> = {}, options: ReportOptions = {}) =>
  renderMarkdown(buildReport({ ...full, ...facts }, { ...options, ...team }))
/** The part of a report between a heading and the next of its level or above. */
export const under = (text: string, heading: string) => {
  const level = heading.indexOf(' ')
  const from = text.indexOf(`\n${heading}`)
  expect([heading, from >= 0]).toEqual([heading, true])
  const rest = text.slice(from + heading.length + 1)
  const end = rest.search(new RegExp(`\\n#{1,${level}} `, 'u'))
  return end < 0 ? rest : rest.slice(0, end)
}
