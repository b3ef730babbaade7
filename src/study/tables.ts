import { boolean, type Column, choice, date, integer, list, reference, references, role, spans, text } from './columns.js'

export type Columns = Readonly<Record<string, Column>>

/** A table of the study folder, as data. */
export interface TableDeclaration<C extends Columns = Columns> {
  readonly file: string
  readonly what: string
  readonly columns: C
  /** Each group: at least one of these columns must be in the file and filled in every row. */
  readonly required: readonly (readonly string[])[]
  /** The columns that together name a row. */
  readonly key: readonly string[]
  /** What an id-less row is called: this column, or (null) a hash of its content. */
  readonly idFrom: string | null
  /** Whether columns that are not declared are attributes of the row, not leftovers. */
  readonly attributes?: boolean
}

const declare = <C extends Columns>(declaration: TableDeclaration<C>): TableDeclaration<C> => declaration

const stance = choice(['supports', 'refutes', 'refines'], 'what it does to the claim of the theme or the configuration')
const polarity = choice(['enabling', 'hindering', 'both'], 'whether it helps or hinders')

/** The tables of a study folder, each declared once. Cells with several values separate them by `;`. */
export const tables = {
  transcripts: declare({
    file: 'transcripts.csv',
    what: 'which file is which conversation',
    columns: {
      id: text('name of the transcript'),
      file: text('file in transcripts/'),
      round: text('round of data collection, an id of study.json'),
      respondents: references('respondents', 'who was spoken with'),
      cases: references('cases', 'the cases it is about'),
      speakers: list('who stands behind a mark: R=10;I=interviewer'),
      consent: choice(
        ['verbatim', 'paraphrase', 'none'],
        'what was promised for this conversation as a whole, a focus group for example; it makes the consent of its speakers stricter, never looser',
      ),
      language: text('language of the conversation, when not the study’s'),
      date: date('day of the conversation, YYYY-MM-DD'),
      mode: text('live, video, telephone, document ...'),
      minutes: integer('length in minutes'),
      hash: text('SHA-256 of the file as last read'),
    },
    required: [['id'], ['file']],
    key: ['id'],
    idFrom: null,
  }),
  respondents: declare({
    file: 'respondents.csv',
    what: 'the people interviewed; every further column is an attribute',
    columns: {
      id: text('number or code of the person'),
      label: text('what the reader sees, when not "Respondent" with the id'),
      group: text('actor group'),
      consent: choice(['verbatim', 'paraphrase', 'none'], 'what may be printed of what was said'),
      cases: references('cases', 'the cases the person belongs to'),
    },
    required: [['id']],
    key: ['id'],
    idFrom: null,
    attributes: true,
  }),
  consents: declare({
    file: 'consents.csv',
    what: 'consent per purpose, finer than the column in respondents.csv',
    columns: {
      respondent: reference('respondents', 'the person'),
      purpose: choice(['quote', 'paraphrase', 'name', 'archive', 'reuse', 'recontact'], 'what is asked'),
      answer: choice(['yes', 'no', 'ask first'], 'the answer'),
      form: text('the form it was given on'),
      date: date('day it was given'),
      until: date('last day it holds'),
    },
    required: [['respondent'], ['purpose'], ['answer']],
    key: ['id'],
    idFrom: null,
  }),
  cases: declare({
    file: 'cases.csv',
    what: 'the units compared; every further column is an attribute',
    columns: { id: text('id of the case'), name: text('its name') },
    required: [['id']],
    key: ['id'],
    idFrom: null,
    attributes: true,
  }),
  topics: declare({
    file: 'topics.csv',
    what: 'the interview guide',
    columns: {
      id: text('id of the topic'),
      label: text('the question or topic'),
      parent: reference('topics', 'the topic it stands under'),
      role: role('role it asks about'),
    },
    required: [['id']],
    key: ['id'],
    idFrom: null,
  }),
  codes: declare({
    file: 'codes.csv',
    what: 'the codebook',
    columns: {
      id: text('id of the code; the name when left out'),
      name: text('name of the code; the id when left out'),
      role: role('role its codings play when they do not say'),
      parent: reference('codes', 'the code it stands under'),
      topic: reference('topics', 'the topic of the guide it belongs to'),
      definition: text('what it means'),
      when: text('when to use it'),
      whenNot: text('when not to use it'),
      typical: references('codings', 'codings that show at its best what the code means'),
      borderline: references('codings', 'codings that only just belong to it; their memo says why'),
      colour: text('#rrggbb'),
      sensitive: boolean('whether it tells something people keep to themselves'),
      retired: boolean('whether it is no longer used'),
    },
    required: [['id', 'name']],
    key: ['id'],
    idFrom: 'name',
  }),
  relations: declare({
    file: 'relations.csv',
    what: 'how codes relate',
    columns: {
      from: reference('codes', 'the code it starts from'),
      relation: text('what the one does to the other'),
      to: reference('codes', 'the code it ends at'),
      memo: text('why'),
    },
    required: [['from'], ['relation'], ['to']],
    key: ['id'],
    idFrom: null,
  }),
  codings: declare({
    file: 'codings.csv',
    what: 'fragments with their codes',
    columns: {
      id: text('id of the coding'),
      transcript: reference('transcripts', 'the transcript'),
      start: integer('first character, counted from 0 in UTF-16 code units of texts/ID.txt'),
      end: integer('first character after it'),
      quote: text('the words; alone they are enough to find the place'),
      code: reference('codes', 'the code'),
      role: role('role it plays here; the code’s own when left out'),
      polarity,
      level: text('micro, meso, macro ...'),
      beneficiary: text('for whom'),
      stance,
      elicited: choice(['volunteered', 'asked', 'agreed', 'amended', 'rejected'], 'how it came up'),
      expected: boolean('whether the programme meant it'),
      certainty: text('how sure the coder is'),
      coder: text('who coded'),
      pass: text('the pass that made it'),
      account: text('codings with the same account are one explanation of one source'),
      about: reference('cases', 'the case spoken of, when not the speaker’s own'),
      status: choice(['open', 'settled', 'superseded'], 'where it stands when coders disagreed'),
      settles: references('codings', 'the codings it settles'),
      lost: boolean('whether its words are gone from the text'),
      memo: text('a note of the coder'),
    },
    required: [['transcript'], ['code'], ['start', 'quote']],
    key: ['id'],
    idFrom: null,
  }),
  themes: declare({
    file: 'themes.csv',
    what: 'groups of codes that the report tells about',
    columns: {
      id: text('id of the theme; the label when left out'),
      label: text('heading in the report'),
      role: role('the chapter it stands in'),
      polarity,
      parent: reference('themes', 'the theme it stands under'),
      codes: references('codes', 'the codes it gathers'),
      claim: text('what it says'),
      bullet: text('its line in the summary box'),
      core: boolean('whether it is the core theme'),
    },
    required: [['label'], ['role'], ['codes']],
    key: ['id'],
    idFrom: 'label',
  }),
  quotes: declare({
    file: 'quotes.csv',
    what: 'what is printed, chosen by hand',
    columns: {
      id: text('id of the quote'),
      transcript: reference('transcripts', 'the transcript'),
      spans: spans('the characters it takes: 120-240;300-340'),
      text: text('the words as printed: … for what is left out, [words] for what is put in'),
      form: choice(['verbatim', 'cleaned', 'paraphrase'], 'how it is given'),
      translation: text('the words in the language of the report'),
      themes: references('themes', 'where it is printed'),
      configurations: list('the configurations it goes with'),
      attribution: choice(['number', 'role', 'role and case', 'pseudonym', 'none'], 'how the speaker is named'),
      approved: choice(
        ['not needed', 'asked', 'yes', 'changed', 'no', 'revised'],
        'what the speaker said of it; revised: the transcript changed, so that it is not printed until somebody looks',
      ),
      order: integer('place among the quotes of a theme'),
    },
    required: [['transcript'], ['spans', 'text']],
    key: ['id'],
    idFrom: null,
  }),
  theories: declare({
    file: 'theories.csv',
    what: 'versions of the programme theory',
    columns: {
      id: text('id of the version'),
      kind: choice(['initial', 'working', 'refined', 'middle-range'], 'what kind of version'),
      from: reference('theories', 'the version before it'),
      date: date('day it was written'),
      statement: text('the theory in words'),
      origin: text('where it comes from'),
      reason: text('why it changed'),
    },
    required: [['id']],
    key: ['id'],
    idFrom: null,
  }),
  configurations: declare({
    file: 'configurations.csv',
    what: 'context-mechanism-outcome configurations; per role of the study a column with codes and <role>Text with her words',
    columns: {
      id: text('id of the configuration'),
      theory: reference('theories', 'the version of the theory it belongs to'),
      statement: text('the configuration in a sentence'),
      beneficiary: text('for whom'),
      status: choice(['proposed', 'supported', 'contested', 'refuted', 'abandoned'], 'where it stands'),
      from: list('the configurations of the version before that it comes from'),
      change: choice(['new', 'kept', 'reworded', 'narrowed', 'widened', 'split', 'merged', 'dropped'], 'what happened to it'),
      reason: text('why'),
      rivalOf: text('the configuration it competes with'),
    },
    required: [['id']],
    key: ['id', 'theory'],
    idFrom: null,
  }),
  evidence: declare({
    file: 'evidence.csv',
    what: 'what a configuration rests on: one of coding, account or reference',
    columns: {
      configuration: text('the configuration'),
      theory: reference('theories', 'the version of the theory'),
      role: role('the role it is evidence for; the whole when left out'),
      coding: reference('codings', 'a coding'),
      account: text('an account'),
      reference: text('something else: a document, a figure'),
      stance,
      basis: choice(['said', 'inferred', 'other data'], 'what kind of evidence'),
      reasoning: text('how it was inferred'),
      weight: choice(['thin', 'fair', 'rich'], 'how much it carries'),
      note: text('a note'),
    },
    required: [['configuration'], ['coding', 'account', 'reference']],
    key: ['id'],
    idFrom: null,
  }),
  cells: declare({
    file: 'cells.csv',
    what: 'per case: the summary of a theme, or the verdict on a configuration',
    columns: {
      case: reference('cases', 'the case'),
      theme: reference('themes', 'the theme'),
      configuration: text('the configuration'),
      theory: reference('theories', 'its theory'),
      summary: text('her summary'),
      status: choice(
        ['observed', 'expected', 'absent', 'missing', 'fired', 'did not fire', 'fired otherwise', 'context absent', 'no data'],
        'what was seen',
      ),
    },
    required: [['case'], ['theme', 'configuration']],
    key: ['id'],
    idFrom: null,
  }),
  prompts: declare({
    file: 'prompts.csv',
    what: 'where the interviewer put a theory to the respondent',
    columns: {
      transcript: reference('transcripts', 'the transcript'),
      start: integer('first character'),
      end: integer('first character after it'),
      configuration: text('the configuration put'),
      theory: reference('theories', 'its theory'),
    },
    required: [['transcript']],
    key: ['id'],
    idFrom: null,
  }),
  answers: declare({
    file: 'answers.csv',
    what: 'which topics of the guide were asked in which conversation',
    columns: {
      transcript: reference('transcripts', 'the transcript'),
      topic: reference('topics', 'the topic'),
      start: integer('first character of the answer'),
      end: integer('first character after it'),
      status: choice(['asked', 'volunteered', 'not reached'], 'whether it was asked'),
    },
    required: [['transcript'], ['topic'], ['status']],
    key: ['id'],
    idFrom: null,
  }),
  responses: declare({
    file: 'responses.csv',
    what: 'member check and reflection: what people said of findings',
    columns: {
      round: text('the round'),
      respondent: reference('respondents', 'the person'),
      item: text('the finding put to the person'),
      response: choice(['agrees', 'adds', 'disputes', 'no view', 'no reply'], 'what the person said'),
      transcript: reference('transcripts', 'where it was said'),
      start: integer('first character'),
      end: integer('first character after it'),
      text: text('the reply'),
      action: text('what was done with it'),
      reason: text('why'),
    },
    required: [['respondent'], ['item']],
    key: ['id'],
    idFrom: null,
  }),
  reveals: declare({
    file: 'reveals.csv',
    what: 'what a coding gives away of the speaker',
    columns: {
      coding: reference('codings', 'the coding'),
      attribute: text('the attribute'),
      value: text('its value, or unique'),
    },
    required: [['coding'], ['attribute']],
    key: ['id'],
    idFrom: null,
  }),
  sampling: declare({
    file: 'sampling.csv',
    what: 'who was sought and reached',
    columns: {
      cell: text('the kind of person or case'),
      planned: integer('how many were sought'),
      reached: integer('how many took part'),
      refused: integer('how many refused'),
    },
    required: [['cell']],
    key: ['id'],
    idFrom: null,
  }),
} as const

export type TableName = keyof typeof tables

/** The type of a row, from the columns of its table. */
export type RowOf<T extends TableName> = {
  readonly [K in keyof (typeof tables)[T]['columns']]: (typeof tables)[T]['columns'][K] extends Column<infer V> ? V : never
} & { readonly id: string; readonly extra: Readonly<Record<string, string>> }

export const tableNames = Object.keys(tables) as readonly TableName[]

/**
 * The columns of a table in this study: configurations have one column of codes and one of words per role.
 *
 * @param roles the ids of the roles that configurations have a place for
 */
export function columnsOf(table: TableName, roles: readonly string[]): Columns {
  if (table !== 'configurations') return tables[table].columns
  const { id, theory, ...rest } = tables.configurations.columns
  const perRole: Record<string, Column> = {}
  for (const name of roles) {
    perRole[name] = references('codes', `codes in the role ${name}`)
    perRole[`${name}Text`] = text(`the ${name} in her words`)
  }
  return { id, theory, ...perRole, ...rest }
}
