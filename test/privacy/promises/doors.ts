import { inspect } from 'node:util'
import { QueriedCodings } from '../../../src/analysis/index.js'
import * as api from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { carryLanguage, languageOf } from '../../../src/language/index.js'
import { carryGuard, guardOf } from '../../../src/study/index.js'

interface Result {
  readonly audience: api.Audience
}

/** The exported functions whose result, or a part of it, says for whom it is. The compiler knows whether one is missing. */
type HasAudience<R> = R extends Result ? true : R extends object ? (Extract<R[keyof R], Result> extends never ? false : true) : false
type Returns<F> = F extends (...args: never[]) => infer R ? R : F extends abstract new (...args: never[]) => infer I ? I : null
type Making = { [K in keyof typeof api]: HasAudience<Returns<(typeof api)[K]>> extends true ? K : never }[keyof typeof api]

/** Everything that can be put to people. */
const itemsIn = ({ themes, configurations }: api.SafeStudy) => [...themes, ...configurations].map(one => one.id)

/** Makes results from a safe study, each apart, since one may be refused where another is not. */
type Door = readonly ((safe: api.SafeStudy) => Result)[]

const language = en
const divisions = ['group', 'case', 'round'] as const

/** The same with everyone in one case, so that there is a case that readers may be told of. */
function inOneCase(safe: api.SafeStudy): api.SafeStudy {
  const [one] = safe.cases
  const made = { ...safe, cases: [one!], respondents: safe.respondents.map(person => ({ ...person, cases: [one!.id] })) }
  return carryLanguage(carryGuard(made, guardOf(safe)), languageOf(safe)) as unknown as api.SafeStudy
}

/** Every door through which something public is made; `team` where what is made is never public. */
export const doors: Readonly<Record<Making, Door | 'team'>> = {
  countCodes: [safe => api.countCodes(safe), ...divisions.map(by => (safe: api.SafeStudy) => api.countCodes(safe, { by }))],
  countCooccurrence: (['overlap', 'turn', 'source'] as const).map(
    within => (safe: api.SafeStudy) => api.countCooccurrence(safe, { within }),
  ),
  codeMatrix: ([...divisions, 'source'] as const).map(by => safe => api.codeMatrix(safe, { by })),
  fragmentTable: (['code', 'code and role'] as const).flatMap(columns =>
    (['table', 'columns'] as const).map(part => (safe: api.SafeStudy) => api.fragmentTable(safe, { columns })[part]),
  ),
  frameworkMatrix: [safe => api.frameworkMatrix(safe), safe => api.frameworkMatrix(safe, { as: 'cells' })],
  guideCoverage: [safe => api.guideCoverage(safe), ...divisions.map(by => (safe: api.SafeStudy) => api.guideCoverage(safe, { by }))],
  newCodesCurve: 'team',
  contrastGroups: divisions.map(by => safe => api.contrastGroups(safe, { by })),
  unheard: [safe => api.unheard(safe), safe => api.unheard(safe, api.selectQuotes(safe))],
  unsettled: [api.unsettled],
  disagreements: [api.disagreements],
  twoMinds: [api.twoMinds],
  findDissent: [api.findDissent],
  listContested: [safe => api.listContested(safe)],
  searchPassages: ['evenings', 'evenigs', 'colleague', 'rules OR talk'].map(words => safe => api.searchPassages(safe, words, { language })),
  suggestCodes: [
    safe => api.suggestCodes(safe, 'new rules made us talk', { language }),
    safe => api.suggestCodes(safe, safe.transcripts[0]!.id, { language }),
  ],
  queryCodings: [
    safe => api.queryCodings(safe, q => q.and()),
    safe => api.queryCodings(safe, q => q.and()).toTable({ attributes: ['function'] }),
    safe => api.queryCodings(safe, q => q.code(safe.codes[0]!.id)),
  ],
  queryPairs: (['transcript', 'turn'] as const).map(within => safe => api.queryPairs(safe, q => q.near(q.and(), { within }))),
  compareFragments: (['fragments', 'matrix', 'words'] as const).map(
    as => safe => api.compareFragments(safe, q => q.and(), { as, language }),
  ),
  findNearby: (['answer', 'transcript', 'source', 'other round', 'case'] as const).map(
    within => safe => api.findNearby(safe, { within, atLeast: 0 }),
  ),
  readingList: [safe => api.readingList(safe), safe => api.readingList(safe, { within: 'transcript' })],
  gatherEvidence: [0, 1, 2].map(i => safe => api.gatherEvidence(safe, safe.configurations[i]!).table),
  negativeCases: [0, 1, 2].flatMap(i =>
    (['source', 'case'] as const).map(by => (safe: api.SafeStudy) => api.negativeCases(safe, safe.configurations[i]!, { by })),
  ),
  caseVerdicts: (['cells', 'matrix'] as const).map(as => safe => api.caseVerdicts(safe, { as })),
  truthTable: (['table', 'cases', 'left', 'sets', 'scores', 'conditions'] as const).map(part => safe => {
    const size = { attribute: 'function', scores: Object.fromEntries(safe.cases.map(one => [one.extra.function!, 1])), note: safe.title }
    const outcome = {
      name: 'done',
      cases: [{ case: safe.cases[0]!.id, score: 1, reason: safe.cells[0]!.summary! }],
      note: safe.questions[0]!,
    }
    return api.truthTable(inOneCase(safe), { outcome, conditions: [size, { theme: safe.themes[1]!.id }] })[part]
  }),
  followRipples: [safe => api.followRipples(safe)],
  demiRegularities: [safe => api.demiRegularities(safe)],
  compareTheories: [safe => api.compareTheories(safe, safe.theories[0]!.id, safe.theories[2]!.id)],
  listPasses: [safe => api.listPasses(safe), safe => api.listPasses(safe, { calls: true })],
  auditTrail: [api.auditTrail],
  quoteTable: [
    safe => api.quoteTable(safe),
    safe => api.quoteTable(safe, { perTheme: 1 }),
    safe => api.quoteTable(safe, { quotes: api.queryCodings(safe, q => q.and()) }),
  ],
  buildReport: [safe => api.buildReport(safe), safe => api.buildReport(safe, { oneSource: 'list' })],
  caseFactsheet: [safe => api.caseFactsheet(inOneCase(safe), safe.cases[0]!.id, { perTheme: 3 })],
  themePage: [0, 1, 2].map(i => safe => api.themePage(safe, safe.themes[i]!.id)),
  buildCodebook: [
    safe => api.buildCodebook(safe),
    ...divisions.map(by => (safe: api.SafeStudy) => api.buildCodebook(safe, { by, memos: true })),
  ],
  configurationDossier: [
    safe => api.configurationDossier(safe),
    safe => api.configurationDossier(safe, safe.configurations),
    ...[0, 1, 2].map(i => (safe: api.SafeStudy) => api.configurationDossier(safe, safe.configurations[i]!, { language })),
  ],
  memberCheck: [0, 1, 2].flatMap(i => [
    (safe: api.SafeStudy) => api.memberCheck(safe, { respondent: safe.respondents[i]!.id, items: itemsIn(safe) }).sheet,
    (safe: api.SafeStudy) => api.memberCheck(safe, { respondent: safe.respondents[i]!.id, items: itemsIn(safe) }).form,
  ]),
  ramesesChecklist: [api.ramesesChecklist],
  memberReplies: [api.memberReplies],
  codebookTable: [safe => api.codebookTable(safe)],
  Table: [
    safe => new api.Table({ title: safe.title, columns: ['name'], rows: safe.codes.map(({ name }) => ({ name })), basis: '', of: safe }),
  ],
  Report: [safe => new api.Report({ title: safe.title, chapters: [], basis: safe.ethics ?? '', language, of: safe })],
  compareCodebook: 'team',
  diffStudies: 'team',
  mergeCoders: 'team',
  blameCoding: 'team',
  blameRow: 'team',
  reviseTranscript: 'team',
  anonymise: 'team',
  withdrawRespondent: 'team',
  checkRelease: 'team',
  checkConsent: 'team',
  oneWay: 'team',
  disclosureRisk: 'team',
  reviewPage: 'team',
  Dossiers: 'team',
}

/** A way in which a result is shown, by its name. */
export type Format = readonly [string, () => string]

/** Every way in which a result is shown, or written. */
export function formatsOf(result: Result): readonly Format[] {
  const shown: Format[] = [
    ['notebook', () => Object.values<string>(Reflect.get(result, api.jupyterDisplay).call(result)).join('\n')],
    ['inspect', () => inspect([{ result }], { depth: 9 })],
    ['JSON', () => JSON.stringify(result)],
  ]
  if (result instanceof api.Report)
    return [...shown, ['HTML', () => api.renderHtml(result)], ['Markdown', () => api.renderMarkdown(result)]]
  if (result instanceof QueriedCodings) return shown
  if (!(result instanceof api.Table)) throw new Error('a kind of result that is not known here')
  const csv = ([',', ';', '\t'] as const).map((delimiter): Format => [`CSV ${delimiter}`, () => result.toCsv({ delimiter, bom: true })])
  return [
    ...shown,
    ...csv,
    ['HTML', () => result.toHtml()],
    ['Markdown', () => result.toMarkdown()],
    ['text', () => result.toText()],
    ['element', () => elementText(result)],
  ]
}

function elementText(table: Pick<api.Table, 'toElement'>): string {
  const element = { innerHTML: '' }
  table.toElement(Object.assign(Object.create(null), { createElement: () => element }))
  return element.innerHTML
}

/** What came out of every door in every format; of what was refused, the error. */
export interface CameOut {
  readonly door: string
  readonly format: string
  readonly output: string | null
  readonly refusal: unknown
}

/** Goes through every public door with a safe study. */
export function* everythingFrom(safe: api.SafeStudy): Iterable<CameOut> {
  for (const [name, door] of Object.entries(doors)) {
    if (door === 'team') continue
    for (const [i, make] of door.entries()) {
      const at = `${name} ${i + 1}`
      const result = attempt(() => make(safe))
      if (result.refusal !== null) yield { door: at, format: 'making', output: null, refusal: result.refusal }
      else for (const [format, show] of formatsOf(result.output!)) yield { door: at, format, ...attempt(show) }
    }
  }
}

function attempt<T>(work: () => T): { readonly output: T | null; readonly refusal: unknown } {
  try {
    return { output: work(), refusal: null }
  } catch (error) {
    return { output: null, refusal: error }
  }
}
