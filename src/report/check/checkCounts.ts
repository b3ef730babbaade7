import { askedAbout, behindTheme, groupOf, stanceOf, themesInOrder } from '../../analysis/index.js'
import { type Claim, claimHolds, type GroupWords, type Language, readClaims } from '../../language/index.js'
import type { Study, Theme } from '../../study/index.js'
import { type Source, sourcesOf } from '../../transcript/index.js'
import type { Quotation } from './quotations.js'
import type { ReportText } from './readReport.js'
import type { ThemeWords } from './themeWords.js'

/** What a report says of how many people said something, beside what the study bears out. */
export interface CheckedCount {
  readonly line: number
  /** The words of the report. */
  readonly says: string
  readonly sentence: string
  /** The theme it is taken to be about, and why; empty when none could be told. */
  readonly theme: string
  readonly group: string
  /** Sources. */
  readonly counted: number | null
  readonly of: number | null
  /** `yes`, `no`, or `cannot be told`: nobody but a reader knows what the sentence is about. */
  readonly holds: 'yes' | 'no' | 'cannot be told'
  readonly why: string
}

interface Told {
  readonly theme: Theme
  readonly by: 'named in the sentence' | 'quoted with it' | 'in the heading'
}

/** Holds every count of a report against the study. */
export function checkCounts(
  study: Study,
  language: Language,
  report: ReportText,
  groups: readonly GroupWords[],
  themes: { readonly words: ThemeWords; readonly of: ReadonlyMap<Quotation, readonly Theme[]> },
): readonly CheckedCount[] {
  const quotations = [...themes.of.keys()]
  const read = report.sentences.map(sentence => {
    const words = withoutQuotations(report.text, sentence.start, sentence.end, quotations)
    return { ...sentence, words, claims: sentence.paragraph.isHeading || isInTable(words) ? [] : readClaims(words, groups, language) }
  })
  let heading = ''
  return read.flatMap(({ start, paragraph, words, claims }, i) => {
    if (paragraph.isHeading) heading = report.text.slice(paragraph.start, paragraph.end)
    if (claims.length === 0) return []
    // What is quoted from here until the next count bears this one out.
    const next = read.slice(i + 1).find(one => one.claims.length > 0 || one.paragraph !== paragraph)
    const until = next === undefined || next.paragraph !== paragraph ? paragraph.end : next.start
    const quoted = quotations.filter(one => one.paragraph === paragraph && one.after > start && one.before < until)
    const told = toldThemes(themes, words, quoted, heading)
    return claims.map(claim => rowFor(study, language, report, { claim, start, words, told }))
  })
}

/** Cells stand beside each other, and are no sentence. */
function isInTable(words: string): boolean {
  return words.includes('\t') || words.trimStart().startsWith('|')
}

/** What others say in a sentence of the report is no count of the report. */
function withoutQuotations(text: string, start: number, end: number, quotations: readonly Quotation[]): string {
  let words = text.slice(start, end)
  for (const { before, after } of quotations) {
    if (after <= start || before >= end) continue
    const [a, b] = [Math.max(before, start) - start, Math.min(after, end) - start]
    words = `${words.slice(0, a)}${'"'.repeat(b - a)}${words.slice(b)}`
  }
  return words
}

function toldThemes(
  { words: themeWords, of }: { readonly words: ThemeWords; readonly of: ReadonlyMap<Quotation, readonly Theme[]> },
  sentence: string,
  quoted: readonly Quotation[],
  heading: string,
): readonly Told[] {
  const named = themeWords.namedIn(sentence)
  const spoken = [...new Set(quoted.flatMap(one => of.get(one)!))]
  const both = named.filter(theme => spoken.includes(theme))
  if (both.length > 0) return both.map(theme => ({ theme, by: 'named in the sentence' }))
  if (named.length > 0) return named.map(theme => ({ theme, by: 'named in the sentence' }))
  if (spoken.length > 0) return spoken.map(theme => ({ theme, by: 'quoted with it' }))
  return themeWords.headedBy(heading).map(theme => ({ theme, by: 'in the heading' }))
}

function rowFor(
  study: Study,
  language: Language,
  report: ReportText,
  { claim, start, words, told }: { readonly claim: Claim; readonly start: number; readonly words: string; readonly told: readonly Told[] },
): CheckedCount {
  const says = report.text.slice(start + claim.start, start + claim.end).replace(/\s+/gu, ' ')
  const row = {
    line: report.lineAt(start + claim.start),
    says,
    sentence: clipped(report.text.slice(start, start + words.length)),
    group: claim.group ?? '',
  }
  if (told.length === 0)
    return {
      ...row,
      theme: '',
      counted: null,
      of: null,
      holds: 'cannot be told',
      why: 'it names no theme, and no quotation tells which it is about',
    }
  const counts = told.map(one => ({ ...one, ...countFor(study, language, one.theme, claim.group, words) }))
  const held = counts.find(one => claimHolds(claim.kind, one, claim.said))
  const shown = held ?? counts[0]!
  const others = held === undefined && counts.length > 1 ? `; nor do the other ${counts.length - 1} it may be about` : ''
  return {
    ...row,
    theme: shown.theme.label ?? shown.theme.id,
    counted: shown.n,
    of: shown.of,
    holds: held === undefined ? 'no' : 'yes',
    why: `${shown.n} of the ${shown.of} ${shown.known}${shown.what}; the theme is ${shown.by}${others}`,
  }
}

interface Count {
  readonly n: number
  readonly of: number
  readonly isFirst: boolean
  readonly known: string
  readonly what: string
}

function countFor(study: Study, language: Language, theme: Theme, group: string | null, words: string): Count {
  const { reading } = language
  const behind = behindTheme(study, theme)
  const { heardIn, all } = sourcesOf(study)
  const heard = (said: typeof behind.codings) => heardIn(said.map(one => one.speakers))
  const by = (stance: string) => behind.codings.filter(one => stanceOf(one.coding) === stance)
  const [which, what] = whichAreMeant()
  const isMeant = (source: Source) => group === null || source.respondents.some(id => groupOf(study, [id]) === group)
  const asked = askedAbout(study, theme.codes)
  const n = which.filter(isMeant).length
  const others = themesInOrder(study).filter(one => one.role === theme.role)
  return {
    n,
    // Who spoke of it without having been asked counts too.
    of: asked === null ? all.filter(isMeant).length : Math.max(asked.filter(isMeant).length, n),
    isFirst: others.every(one => behindTheme(study, one).supports.filter(isMeant).length <= n),
    known: asked === null ? 'interviewed (who was asked is not recorded)' : 'asked',
    what,
  }

  function whichAreMeant(): readonly [readonly Source[], string] {
    if (matches(reading.both, words)) return [behind.twoMinds, ' both support and refute it']
    if (matches(reading.refutes, words)) return [heard(by('refutes')), ' refute it']
    if (matches(reading.refines, words)) return [heard(by('refines')), ' refine it']
    if (!matches(reading.onlyAgreed, words)) return [behind.supports, ' support it']
    const said = new Set(heard(by('supports').filter(one => one.coding.elicited !== 'agreed')).map(source => source.id))
    return [behind.supports.filter(source => !said.has(source.id)), ' only agreed']
  }
}

function matches(pattern: RegExp, words: string): boolean {
  return words.search(pattern) >= 0
}

/** A passage to find it again by. */
export function clipped(words: string, most = 120): string {
  const plain = words.replace(/\s+/gu, ' ').trim()
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`
}
