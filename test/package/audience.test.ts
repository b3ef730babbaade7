import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { QueriedCodings } from '../../src/analysis/index.js'
import * as api from '../../src/index.js'
import { en } from '../../src/language/en/index.js'
import { guardOf } from '../../src/study/index.js'
import { teamNote } from '../../src/table/index.js'
import { by, respondent, studyOf, transcript } from '../builders.js'

// A name nobody may read, in everything a researcher writes: only the register knows it.
const name = 'Zwaardvis'
const interview = transcript('i1', [
  'I: What changed?',
  `10: When ${name} came along we sat round the table within a month, every one of us.`,
  `11: I never felt that ${name} and I were on the same side, not for a single day.`,
])
const empty = studyOf([interview], {
  respondents: ['10', '11'].map(id => respondent(id, { group: `nurses of ${name}` })),
  title: `About ${name}`,
})
const themed = api.selectivePass(
  api.openPass(empty, by, pass => {
    pass.code(pass.fragment('i1', 'we sat round the table within a month'), `meetings of ${name}`, { role: 'mechanism' })
    pass.code(pass.fragment('i1', `I never felt that ${name} and I were on the same side`), `sides of ${name}`, { role: 'mechanism' })
  }),
  by,
  pass => {
    pass.theme(`Meeting ${name}`, { role: 'mechanism', codes: [`meetings of ${name}`, `sides of ${name}`], bullet: `${name} helps` })
    pass.configure({ mechanism: [`meetings of ${name}`] }, { id: 'C1', statement: `${name} makes it work` })
  },
)
// A chain that somebody tells, in two versions of the theory.
const chain = { context: [`haste of ${name}`], mechanism: [`meetings of ${name}`], outcome: [`talk of ${name}`] }
const plain = api.theoryPass(
  api.openPass(themed, by, pass => {
    pass.account([
      pass.code(pass.fragment('i1', 'within a month'), `haste of ${name}`, { role: 'context' }),
      pass.code(pass.fragment('i1', 'every one of us'), `talk of ${name}`, { role: 'outcome', polarity: 'hindering' }),
    ])
    pass.code(pass.fragment('i1', 'not for a single day'), `haste of ${name}`, { role: 'context', stance: 'refutes' })
    pass.code(pass.fragment('i1', 'on the same side'), `talk of ${name}`, { role: 'context' })
  }),
  by,
  pass => {
    pass.theory('t1', { kind: 'initial', statement: `${name} helps` })
    pass.configure(chain, { id: 'C2', statement: `${name} makes it work` })
    pass.configure({ ...chain, context: chain.outcome }, { id: 'C3', rivalOf: 'C2' })
    pass.theory('t2', { kind: 'refined', reason: `${name} said so` })
    pass.carry('C2', { change: 'reworded', statement: `${name} makes it work at times`, reason: `${name} said so` })
    pass.carryRest()
    pass.response('10', 'C2', { response: 'disputes', text: `${name} thought otherwise` })
    pass.response('11', `what ${name} brought`, { response: 'agrees' })
  },
)
const register = api.readRegister(`name,type,label\n${name},PERSON,a colleague\n`)
const anonymised = api.anonymise(plain, { register, language: en })
const safe: api.SafeStudy = anonymised.study
const selection = api.selectQuotes(plain)

// Cases of three people each, which readers may be told of.
const three = [1, 2, 3].map(i => transcript(`k${i}`, [`3${i}: The rule of ${name} came, we trusted ${name}, and there is one plan.`]))
const ofNetwork = api.openPass(
  {
    ...studyOf(three, { respondents: ['31', '32', '33'].map(id => respondent(id, { cases: ['network'], group: 'nurses' })) }),
    title: `About ${name}`,
    cases: [{ id: 'network', name: `Network of ${name}`, extra: { founder: name, size: '4' } }],
  },
  by,
  pass => {
    for (const { id } of three) pass.code(pass.fragment(id, `we trusted ${name}`), `trust in ${name}`, { role: 'mechanism' })
  },
)
const themedNetwork = api.selectivePass(ofNetwork, by, pass => {
  pass.theme(`Trust in ${name}`, { role: 'mechanism', codes: [`trust in ${name}`], claim: `${name} is trusted` })
  pass.configure({ mechanism: [`trust in ${name}`] }, { id: 'C1', statement: `${name} makes it work` })
})
const plainInCases = api.theoryPass(
  api.selectivePass(themedNetwork, by, pass =>
    pass.cell('network', themedNetwork.themes[0]!.id, { status: 'observed', summary: `They trust **${name}**` }),
  ),
  by,
  pass => pass.verdict('network', 'C1', { status: 'fired', summary: `${name} was there` }),
)
const safeInCases = api.anonymise(plainInCases, {
  register: api.readRegister(`name,type,label\n${name},PERSON,a colleague\n`),
  language: en,
  attributes: ['founder', 'size'],
}).study
const inCases = (study: api.Study) => (guardOf(study) === null ? plainInCases : safeInCases)

interface Result {
  readonly audience: api.Audience
}
interface Maker {
  /** Makes every result the function can make from a study. */
  readonly make: (study: api.Study) => readonly Result[]
  /** Whether it refuses a study that was not anonymised, unless asked for the team. */
  readonly refuses?: (study: api.Study) => unknown
  /** Why it is for the team, from whatever it is made. */
  readonly alwaysTeam?: string
}

/** The exported functions whose result, or a part of it, says for whom it is. The compiler knows whether one is missing. */
type HasAudience<R> = R extends Result ? true : R extends object ? (Extract<R[keyof R], Result> extends never ? false : true) : false
type Returns<F> = F extends (...args: never[]) => infer R ? R : F extends abstract new (...args: never[]) => infer I ? I : null
type Making = { [K in keyof typeof api]: HasAudience<Returns<(typeof api)[K]>> extends true ? K : never }[keyof typeof api]

const team = { audience: 'team', language: en } as const
const rows = [{ who: 'one' }]
const isSafe = (study: api.Study) => study.journal.every(pass => pass.changes.length === 0)
const makers: Readonly<Record<Making, Maker>> = {
  countCodes: { make: study => [api.countCodes(study), api.countCodes(study, { by: 'group' })] },
  countCooccurrence: {
    make: study => [api.countCooccurrence(study), api.countCooccurrence(study, { within: 'source' })],
  },
  codeMatrix: { make: study => (['case', 'source', 'group', 'round'] as const).map(by => api.codeMatrix(study, { by })) },
  fragmentTable: {
    make: study => {
      const { table, columns } = api.fragmentTable(study)
      return [table, columns]
    },
  },
  frameworkMatrix: { make: study => [api.frameworkMatrix(study), api.frameworkMatrix(study, { as: 'cells' })] },
  guideCoverage: { make: study => [api.guideCoverage(study), api.guideCoverage(study, { by: 'group' })] },
  newCodesCurve: { make: study => (isSafe(study) ? [] : [api.newCodesCurve(study)]) },
  contrastGroups: { make: study => [api.contrastGroups(study, { by: 'group' })] },
  unheard: { make: study => [api.unheard(study), api.unheard(study, api.selectQuotes(study))] },
  unsettled: { make: study => [api.unsettled(study)] },
  searchPassages: {
    make: study => [api.searchPassages(study, 'table side', { language: en }), api.searchPassages(study, 'tible', { language: en })],
  },
  suggestCodes: {
    make: study => [
      api.suggestCodes(study, 'on the same side of the table', { language: en }),
      api.suggestCodes(study, study.transcripts[0]!.id, { language: en }),
    ],
  },
  queryCodings: { make: study => [api.queryCodings(study, q => q.and()), api.queryCodings(study, q => q.and()).toTable()] },
  compareFragments: {
    make: study =>
      (['fragments', 'matrix', 'words'] as const).map(as => api.compareFragments(study, q => q.role('mechanism'), { as, language: en })),
  },
  queryPairs: { make: study => [api.queryPairs(study, q => q.near(q.and(), { within: 'transcript' }))] },
  disagreements: { make: study => [api.disagreements(study)] },
  twoMinds: { make: study => [api.twoMinds(study)] },
  findDissent: { make: study => [api.findDissent(study)] },
  listContested: { make: study => [api.listContested(study)] },
  findNearby: { make: study => [api.findNearby(study), api.findNearby(study, { within: 'case', atLeast: 0 })] },
  readingList: { make: study => [api.readingList(study)] },
  gatherEvidence: { make: study => study.configurations.map(one => api.gatherEvidence(study, one).table) },
  negativeCases: {
    make: study => study.configurations.flatMap(one => (['source', 'case'] as const).map(by => api.negativeCases(study, one, { by }))),
  },
  caseVerdicts: { make: study => (['cells', 'matrix'] as const).map(as => api.caseVerdicts(study, { as })) },
  truthTable: {
    make: study => {
      const of = inCases(study)
      const trust = { theme: of.themes[0]!.id, note: 'as it was seen', scores: { observed: 0.8 } }
      const size = { attribute: 'size', threshold: 3, note: 'from three up' }
      const { table, cases, left, sets, scores, conditions } = api.truthTable(of, { outcome: 'C1', conditions: [trust, size] })
      return [table, cases, left, sets, scores, conditions]
    },
  },
  followRipples: { make: study => [api.followRipples(study)] },
  demiRegularities: { make: study => [api.demiRegularities(study)] },
  configurationDossier: {
    make: study => [api.configurationDossier(study, undefined, team), api.configurationDossier(study, study.configurations, team)],
    refuses: study => api.configurationDossier(study as api.SafeStudy),
  },
  compareTheories: { make: study => [api.compareTheories(study, study.theories[0]!.id, study.theories[1]!.id)] },
  compareCodebook: {
    make: study => [api.compareCodebook(study, api.readCodebook(`name\nhopes\n`))],
    alwaysTeam: 'it holds what the file holds',
  },
  diffStudies: { make: study => [api.diffStudies(empty, study)], alwaysTeam: 'it compares tables, which hold what was written' },
  mergeCoders: {
    make: study => [api.mergeCoders(study, [], by).conflicts],
    alwaysTeam: 'it names coders and compares tables, which hold what was written',
  },
  listPasses: { make: study => [api.listPasses(study), api.listPasses(study, { calls: true })] },
  auditTrail: { make: study => [api.auditTrail(study)] },
  // A safe study does not tell of its codings: there the function refuses, and makes nothing.
  blameCoding: { make: study => (isSafe(study) ? [] : [api.blameCoding(study, study.codings[0]!.id)]) },
  blameRow: { make: study => (isSafe(study) ? [] : [api.blameRow(study, 'themes', study.themes[0]!.id)]) },
  reviseTranscript: {
    make: study => [api.reviseTranscript(study, study.transcripts[0]!.id, `${study.transcripts[0]!.text}More.\n`, by).changes],
    alwaysTeam: 'a new text was not anonymised, and its words stand in it',
  },
  anonymise: {
    make: study => {
      const { log, conflicts } = api.anonymise(study, { register, language: en })
      return [log, conflicts]
    },
    alwaysTeam: 'log, review and conflicts are for who checks the work',
  },
  checkConsent: {
    make: study => (guardOf(study) !== null ? [] : [api.checkConsent(study, { selection: api.selectQuotes(study) })]),
    alwaysTeam: 'it tells who agreed to what',
  },
  withdrawRespondent: {
    make: study => {
      // A safe study is refused: what is withdrawn is not in it.
      if (api.quoteTable(study, team).audience === 'public') return []
      const scopes = (['everything', 'quotes', 'archive'] as const).map(scope => api.withdrawRespondent(study, '10', { scope, by }))
      return scopes.flatMap(({ removed, reach }) => [removed, reach])
    },
    alwaysTeam: 'it tells who does not take part any more',
  },
  oneWay: {
    make: study => (api.quoteTable(study, team).audience === 'public' ? [api.oneWay(study as api.SafeStudy).left] : []),
    refuses: study => api.oneWay(study as api.SafeStudy),
    alwaysTeam: 'it tells the team what else leads back to people',
  },
  quoteTable: { make: study => [api.quoteTable(study, team)], refuses: study => api.quoteTable(study as api.SafeStudy) },
  buildReport: {
    make: study => [api.buildReport(study, team)],
    refuses: study => api.buildReport(study as api.SafeStudy, { language: en }),
  },
  caseFactsheet: {
    make: study => [api.caseFactsheet(inCases(study), inCases(study).cases[0]!.id, team)],
    refuses: study => (guardOf(study) === null ? api.caseFactsheet(study as api.SafeStudy, 'network') : null),
  },
  themePage: {
    make: study => [study, inCases(study)].map(one => api.themePage(one, one.themes[0]!.id, team)),
    refuses: study => api.themePage(study as api.SafeStudy, study.themes[0]!.id),
  },
  buildCodebook: {
    make: study => [api.buildCodebook(study, team), api.buildCodebook(study, { ...team, by: 'group', memos: true })],
    refuses: study => api.buildCodebook(study as api.SafeStudy, { language: en }),
  },
  memberCheck: {
    make: study => {
      const { sheet, form } = api.memberCheck(study, { ...team, respondent: '10' })
      return [sheet, form]
    },
    refuses: study => api.memberCheck(study as api.SafeStudy, { language: en, respondent: '10' }),
  },
  ramesesChecklist: { make: study => [api.ramesesChecklist(study, { language: en })] },
  memberReplies: { make: study => [api.memberReplies(study)] },
  reviewPage: {
    // A safe study is refused: the names are not in it.
    make: study => (isSafe(study) ? [] : [api.reviewPage(study, { register, language: en })]),
    alwaysTeam: 'it shows the names',
  },
  codebookTable: { make: study => [api.codebookTable(study)] },
  checkRelease: {
    make: study => (isSafe(study) ? [api.checkRelease(study as api.SafeStudy, { outputs: [] }).table] : []),
    refuses: study => api.checkRelease(study as api.SafeStudy, { outputs: [] }),
    alwaysTeam: 'it tells what a reader may recognise',
  },
  disclosureRisk: {
    make: study => {
      // Of a study that was not anonymised nothing is printed: there the function refuses, and makes nothing.
      if (api.quoteTable(study, team).audience === 'team') return []
      const risk = api.disclosureRisk(study as api.SafeStudy)
      return [risk, risk.overview, risk.report]
    },
    refuses: study => api.disclosureRisk(study as api.SafeStudy),
    alwaysTeam: 'it tells what is known of people',
  },
  Dossiers: {
    make: () => [new api.Dossiers({ dossiers: [], differences: [], outputs: [], people: 0, language: en })],
    alwaysTeam: 'it tells what is known of people',
  },
  Table: { make: study => [new api.Table({ title: 'T', columns: ['who'], rows, basis: '', of: study })] },
  Report: { make: study => [new api.Report({ title: 'T', chapters: [], basis: '', language: en, of: study })] },
}

/** Every other export: what it makes instead. */
const others: Readonly<Record<Exclude<keyof typeof api, Making>, string>> = {
  axialPass: 'a study, without the guard',
  blindCopy: 'a study, without the guard',
  openPass: 'a study, without the guard',
  selectivePass: 'a study, without the guard',
  reviseCodebook: 'a study, without the guard',
  readCodebook: 'rows of a file that is given',
  readReplies: 'rows of a file that is given',
  theoryPass: 'a study, without the guard',
  undoPass: 'a study, without the guard',
  replay: 'a study, without the guard',
  studyAt: 'a study, without the guard',
  checkJournal: 'places of problems, and ids of passes',
  newStudy: 'a study without a guard',
  checkStudy: 'nothing, or an error that names places',
  findProblems: 'places of problems',
  StudyError: 'an error that names places',
  tables: 'data: the declaration of the tables',
  roleSchemes: 'data: the roles of known schemes',
  stateConfiguration: 'a sentence of the study it was given, held by its guard',
  readTranscript: 'text and turns',
  findWords: 'offsets',
  indexText: 'an index of a text that is given',
  behindTheme: 'sources and codings of the study it was given, for code to go on with',
  selectQuotes: 'ids of what is to be printed, no content',
  consentFor: 'an answer: yes, no or ask first',
  Key: 'shows counts only',
  newPassphrase: 'words drawn at random',
  openKey: 'a key, which shows counts only',
  reopen: 'a safe study, made anew from what its key holds',
  restore: 'the original study, without a guard',
  sealKey: 'bytes that tell nothing without the passphrase',
  noNames: 'an empty register',
  readRegister: 'a register, which shows counts only',
  checkNotebook: 'places of problems',
  checkReport: 'tables for the team, whatever the study: its own test sees to it',
  readDecisions: 'decisions, which show counts only',
  newReleases: 'an empty list, which shows counts only',
  readPopulation: 'rows of a file that is given',
  releaseOf: 'digests and facts for a secret file',
  proposeRegister: 'a register, which shows counts only',
  registerCsv: 'the text of a register, to be kept apart',
  recognise: 'places in a text that is given',
  renderHtml: 'text of a report, which was stamped',
  renderMarkdown: 'text of a report, which was stamped',
  jupyterDisplay: 'a symbol',
  nodeInspect: 'a symbol',
}

/** Every way in which a result is shown. */
function renderings(result: Result): Readonly<Record<string, string>> {
  const bundle = (result as { [api.jupyterDisplay]?: () => Readonly<Record<string, string>> })[api.jupyterDisplay]?.() ?? {}
  const notebook = Object.fromEntries(Object.entries(bundle).map(([mime, text]) => [`notebook ${mime}`, text]))
  const shown = { ...notebook, inspect: inspect(result), 'inspect, nested': inspect([result]) }
  if (result instanceof api.Report) return { ...shown, html: api.renderHtml(result), markdown: api.renderMarkdown(result) }
  if (result instanceof api.Table) return { ...shown, html: result.toHtml(), markdown: result.toMarkdown(), text: result.toText() }
  if (result instanceof QueriedCodings || result instanceof api.Dossiers) return shown
  throw new Error('a kind of result this test does not know how to show')
}

const cases = Object.entries(makers)

describe('the public API', () => {
  it('is in one of the two lists, each export of it', () => {
    expect([...Object.keys(makers), ...Object.keys(others)].sort()).toEqual(Object.keys(api).sort())
  })

  it.each(cases)('%s of a study that was not anonymised is for the team, and says so everywhere', (_, { make }) => {
    for (const result of make(plain)) {
      expect(result.audience).toBe('team')
      for (const [way, shown] of Object.entries(renderings(result))) {
        expect(shown.includes(teamNote) || shown.includes(en.texts.teamOnly), `${way}: ${shown}`).toBe(true)
        expect(shown, way).not.toMatch(/\(pseudonymised\)/u)
      }
      if (result instanceof api.Table) expect(result.toJSON().audience).toBe('team')
    }
  })

  it.each(cases)('%s of a safe study is public, unless there is a reason, and holds no registered name', (_, { make, alwaysTeam }) => {
    for (const result of make(safe)) {
      expect(result.audience).toBe(alwaysTeam === undefined ? 'public' : 'team')
      if (alwaysTeam !== undefined) continue
      for (const [way, shown] of Object.entries(renderings(result))) {
        expect(shown, way).not.toContain(name)
        expect(shown, way).not.toContain(teamNote)
        expect(shown, way).toMatch(/pseudonymised/iu)
        expect(shown, way).not.toMatch(/\banonymous|\banonymised/iu)
      }
    }
  })

  it.each(cases.filter(([, { refuses }]) => refuses !== undefined))('%s refuses a study without a guard', (_, { refuses }) => {
    const copies: readonly api.Study[] = [
      plain,
      { ...safe },
      structuredClone({ ...safe }),
      JSON.parse(JSON.stringify(safe)),
      api.openPass(safe, by, pass => pass.define('a new code', { role: 'context' })),
      api.undoPass(plain, by),
    ]
    for (const copy of copies) {
      expect(() => refuses!(copy)).toThrow(api.StudyError)
      expect(() => refuses!(copy)).toThrow(/was not anonymised/u)
      expect(() => refuses!(copy)).not.toThrow(name)
    }
    expect(() => refuses!(safe)).not.toThrow()
  })
})

describe('what might carry a name past the guard', () => {
  it('a safe study of which the team asks a table is still a safe study', () => {
    expect(api.quoteTable(safe, team).audience).toBe('public')
  })

  it('quotes chosen from the original name places of the original, and are refused', () => {
    const attempt = () => api.quoteTable(safe, { quotes: selection }).toCsv()
    // Ids of the safe study are its own: a selection of the original leads nowhere in it, or to what is safe.
    let printed = ''
    try {
      printed = attempt()
    } catch (error) {
      expect(error).toBeInstanceOf(api.StudyError)
    }
    expect(printed).not.toContain(name)
    expect(JSON.stringify(selection)).not.toContain('same side')
  })

  it('the review and the key show counts, wherever they are shown', () => {
    const { review, key } = api.anonymise(plain, { register, language: en })
    for (const shown of [
      inspect(anonymised, { depth: 9 }),
      inspect(review),
      inspect(key),
      JSON.stringify(key),
      inspect(register),
      inspect({ register }),
    ]) {
      expect(shown).not.toContain(name)
    }
    expect(review.rows.length).toBeGreaterThan(0)
    expect(review.audience).toBe('team')
    expect(review[api.jupyterDisplay]()['text/plain']).toMatch(/^Review of \d+ places/u)
  })
})
