import { guardOf, rowsOf, type Study, type TableName } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { standingPasses } from './undoneBy.js'

/** What a study holds of one kind of material that an auditor asks for. */
export interface AuditMaterial {
  /** One of the six kinds of Lincoln and Guba. */
  readonly kind: string
  readonly material: string
  /** How many there are; 0 is missing. */
  readonly here: number
  /** Where it stands in the folder. */
  readonly where: string
}

type Material = readonly [material: string, where: string, here: (study: Study) => number]

const rows = (table: TableName) => (study: Study) => rowsOf(study, table).length
const memos = (kind: string) => (study: Study) => study.memos.filter(memo => memo.extra.kind === kind).length
const passes = (study: Study) => standingPasses(study.journal).filter(pass => !['import', 'undo'].includes(pass.kind)).length

const trail: Readonly<Record<string, readonly Material[]>> = {
  'raw data': [
    ['conversations and documents with their text', 'transcripts/', study => study.transcripts.filter(one => one.text !== '').length],
    ['conversations without a text', 'transcripts.csv', study => study.transcripts.filter(one => one.text === '').length],
    ['field notes', 'memos/', memos('field')],
  ],
  'data reduction and analysis products': [
    ['codings', 'codings.csv', rows('codings')],
    ['summaries per case', 'cells.csv', rows('cells')],
    ['theoretical notes', 'memos/', memos('theory')],
    ['notes to codings', 'codings.csv', study => study.codings.filter(coding => coding.memo !== null).length],
  ],
  'data reconstruction and synthesis products': [
    ['codes with a definition', 'codes.csv', study => study.codes.filter(code => code.definition !== null).length],
    ['codes without a definition', 'codes.csv', study => study.codes.filter(code => code.definition === null).length],
    ['relations between codes', 'relations.csv', rows('relations')],
    ['themes', 'themes.csv', rows('themes')],
    ['configurations', 'configurations.csv', rows('configurations')],
    ['pieces of evidence for them', 'evidence.csv', rows('evidence')],
    ['pages of the report', 'report/', study => study.pages.length],
  ],
  'process notes': [
    ['passes that stand, with who and when', 'journal.jsonl', passes],
    ['versions of the theory that say why they changed', 'theories.csv', study => study.theories.filter(one => one.reason !== null).length],
    ['settlements of coders who disagreed', 'codings.csv', study => study.codings.filter(coding => coding.settles.length > 0).length],
    ['answers of a member check, with what was done', 'responses.csv', study => study.responses.filter(one => one.action !== null).length],
    ['answers of a member check, without', 'responses.csv', study => study.responses.filter(one => one.action === null).length],
    ['notes on method', 'memos/', memos('method')],
    ['rows of the sampling', 'sampling.csv', rows('sampling')],
  ],
  'materials relating to intentions and dispositions': [
    ['questions of the study', 'study.json', study => study.questions.length],
    ['initial versions of the theory', 'theories.csv', study => study.theories.filter(one => one.kind === 'initial').length],
    ['reflexive notes', 'memos/', memos('reflexive')],
  ],
  'instrument development information': [
    ['topics of the guide', 'topics.csv', rows('topics')],
    ['what was asked and answered', 'answers.csv', rows('answers')],
    ['where a theory was put to the speaker', 'prompts.csv', rows('prompts')],
  ],
}

/**
 * Points at where each of the six kinds of audit material of Lincoln and Guba (Naturalistic inquiry, 1985, pp. 319-320, after
 * Halpern 1983) stands in a study, and which are missing: a list to go by when an audit is prepared, no verdict on it.
 *
 * @example
 * auditTrail(coded).rows[0]
 * //=> { kind: 'raw data', material: 'conversations and documents with their text', here: 1, where: 'transcripts/' }
 */
export function auditTrail(study: Study): Table<AuditMaterial> {
  const isSafe = guardOf(study) !== null
  return new Table<AuditMaterial>({
    title: 'Audit trail',
    columns: ['kind', 'material', 'here', 'where'],
    rows: Object.entries(trail).flatMap(([kind, materials]) =>
      // A safe study carries no notes, so that it cannot tell of them.
      materials
        .filter(([material]) => !isSafe || !/notes/u.test(material))
        .map(([material, where, here]) => ({ kind, material, here: here(study), where })),
    ),
    basis: `the study as it is; the six kinds of Lincoln and Guba (1985)${isSafe ? '; without notes, which a safe study does not carry' : ''}`,
    of: study,
  })
}
