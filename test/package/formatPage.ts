import {
  type Column,
  columnsOf,
  configurationRoles,
  newStudy,
  type StudyFile,
  type TableName,
  tableNames,
  tables,
} from '../../src/study/index.js'

/** Rows with these columns are found by name as well as by id. */
const named: readonly TableName[] = ['codes', 'themes', 'cases', 'topics', 'respondents']

/** What `study.json` may hold; the compiler knows whether a key is missing. */
const studyKeys: Readonly<Record<keyof StudyFile, readonly [holds: string, what: string]>> = {
  title: ['text, **needed**', 'the title of the evaluation, and of the report'],
  language: ['text, **needed**', 'the language of the conversations: `nl` or `en`'],
  questions: ['list of texts', 'what the evaluation asks'],
  roles: [
    'list of names, or of `{ id, label, parent, inConfiguration }`; or the name of a known scheme: `CMO`, `CMO-RR`, `ICAMO`, `CIMO`, `SCMO`',
    'the roles a fragment can play, when they are not `context`, `mechanism`, `outcome` and `future`. Configurations have a place for each of them except `future`, unless `inConfiguration` says otherwise',
  ],
  template: [
    'text, or one per language: `{ "nl": …, "en": … }`',
    'how the statement of a configuration without one is put together, with a role or `beneficiary` between braces: `If {context}, then {outcome}, because {mechanism}`. Words before a role without codes and words are left out. Needed only for a scheme of your own',
  ],
  rounds: [
    'list of `{ id, kind, title, purpose }`',
    'the steps of data collection in their order: interview, reflection, validation, member check, document. Only `id` is needed',
  ],
  consent: [
    '`verbatim`, `paraphrase` or `none`',
    'what holds for a respondent who has no consent of her own in the tables. Left out: `none`',
  ],
  basis: ['`interviews` or `quotes`', '`quotes` when only quotes are known and not the whole conversations: then no counts are printed'],
  cleaning: ['list of texts', 'the rules by which quotes were cleaned, for the methods chapter'],
  speakerPattern: ['text', 'a regular expression for the marks of speakers, when they are not recognised by themselves'],
  ethics: ['text', 'what an ethics committee decided'],
  invented: ['`true` or `false`', '`true` for a made-up study, such as an exercise: its register may then stand beside it'],
}

const kinds: Readonly<Record<Exclude<Column['kind'], 'choice' | 'reference' | 'references'>, string>> = {
  text: 'text',
  date: 'date as year-month-day',
  integer: 'whole number',
  boolean: 'true or false',
  role: 'a role of `study.json`',
  list: 'texts, separated by `;`',
  spans: 'places, separated by `;`',
}

function holds(column: Column): string {
  if (column.kind === 'choice') return (column.values ?? []).map(value => `\`${value}\``).join(', ')
  if (column.kind !== 'reference' && column.kind !== 'references') return kinds[column.kind]
  const of = column.of as TableName
  const what = named.includes(of) ? 'id or name' : 'id'
  return column.kind === 'reference'
    ? `${what} in \`${tables[of].file}\``
    : `${what}s in \`${tables[of].file}\`, separated by \`;\``.replace('id or names', 'ids or names')
}

const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
const grid = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')

function needed(table: TableName): string {
  const groups = [
    ...(tables[table].required as readonly (readonly string[])[]),
    ...(table === 'configurations' ? [['a role or its words']] : []),
  ]
  const words = groups.map(group =>
    group.length === 1 && group[0]!.includes(' ') ? group[0]! : group.map(name => `\`${name}\``).join(' or '),
  )
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What is said of a table besides its columns. */
const notes: Partial<Readonly<Record<TableName, string>>> = {
  transcripts:
    'In `speakers` each entry is a mark, `=`, and who that is: a respondent, `interviewer`, or `other` for a third person. Two people who share a mark get two entries: `R=13a;R=13b;I=interviewer`. `hash` is filled in by the library, to see that a file changed.',
  respondents:
    'Without this file the people are those named in `transcripts.csv`. Attributes are not printed unless you name them when you anonymise.',
  consents:
    'What stands here goes before the column `consent` of `respondents.csv`, and that goes before `consent` in `study.json`. When several rows answer one purpose, the strictest counts. What was agreed nowhere is not agreed. Where several people may have spoken, the strictest of them counts, and a promise for the whole conversation (`consent` in `transcripts.csv`) beside it. These two columns speak of quotes and paraphrases; the other purposes are agreed here or not at all, except that `none` for a conversation keeps it out of an archive too.',
  codes:
    'A code that has no id goes by its name; in every other file you may write the name as well, as long as no two codes share it. A name holds no `;`.',
  codings:
    'Give the place (`start` and `end`), or the words (`quote`), or both. Words alone are looked up in the transcript; when they are not there, or stand there more than once, an error says where to look. In a quote `…` stands for words left out and `[ ]` for words put in. `pass`, `status`, `settles` and `lost` are filled in by the library, and so is a column `words before` where a transcript was edited inside a fragment: what stood there when it was coded.',
  themes: 'A theme that has no id goes by its label.',
  quotes:
    'A coding says what a passage means; a quote says what is printed of it. The words of a `verbatim` quote must be those of the transcript; punctuation and capitals may differ. A `cleaned` quote may leave words out, not put words in. Without `text` the words of the transcript are printed.',
  configurations:
    'The columns shown are those of the usual roles; a study with other roles has a pair of columns for each of its own. One configuration may return in a later version of the theory, under the same id: `id` and `theory` together name a row.',
  evidence: 'Each row rests on one thing: fill exactly one of `coding`, `account` and `reference`.',
  cells: 'Each row is about one thing: fill `theme` or `configuration`, not both.',
}

function section(table: TableName): string {
  const { file, what } = tables[table]
  const columns = Object.entries(columnsOf(table, configurationRoles(newStudy({ title: '', language: 'en' }))))
  const attributes = 'attributes' in tables[table] && tables[table].attributes
  return [
    `### \`${file}\``,
    `${what.charAt(0).toUpperCase()}${what.slice(1)}. Needed in every row: ${needed(table)}.`,
    grid(
      ['column', 'holds', 'what it means'],
      columns.map(([name, column]) => [`\`${name}\``, holds(column), column.what]),
    ),
    ...(notes[table] === undefined ? [] : [notes[table]]),
    ...(attributes ? ['Any other column is an attribute, by which results can be divided.'] : []),
  ].join('\n\n')
}

/** The description of the study folder, from the declarations of its tables. */
export function formatPage(): string {
  return `${[
    '<!-- Made from src/study/tables.ts by test/package/format.test.ts. Change the declarations, then: WRITE_DOCS=1 npx vitest run test/package/format.test.ts -->',
    '# The folder of a study',
    'A study is a folder of plain files. You can open the tables in a spreadsheet, read the texts in any editor, and compare two versions of them with git. Two things are needed to start: `study.json` with a title and a language, and a folder `transcripts/` with the conversations. Every other file is there when you use it.',
    '`npx retroduct init my-study` makes such a folder; `npx retroduct check my-study` says what is in one and everything that is wrong with it.',
    '## Rules for all tables',
    [
      '- A table is a CSV file with a header row. Its columns are separated by commas, semicolons or tabs; the library sees which from the header.',
      '- Save tables as **CSV UTF-8**, so that é and ë survive.',
      '- Columns may stand in any order, and a column you do not use may be left out. Capitals in a header do not matter.',
      '- An empty cell means *not given*. It is not a zero.',
      '- A cell that holds several values separates them by `;`. The tables below say which columns do. Anywhere else a `;` is just a semicolon.',
      '- True or false may be written as `true`, `yes`, `ja`, `waar`, `1` and `false`, `no`, `nee`, `onwaar`, `0`.',
      '- A number may have a decimal comma or point, and no thousands separator.',
      '- Columns of your own are kept as they are. `check` says when the name of one is a slip away from a name in the lists below.',
      '- A first line `sep=;`, by which Excel knows the delimiter, may stand above the header.',
      '- Where no `id` is needed, rows without one get one made from what is written in them. Once something else in the study names such a row, the id is written in it when you save, in a column `id`.',
      '- Saving a study that did not change changes no file; saving one that did touches only the rows that did.',
    ].join('\n'),
    '## `study.json`',
    'The one file that is not a table: names and values between braces.',
    '```json\n{\n  "title": "Walk-in clinic",\n  "language": "en",\n  "rounds": [{ "id": "r1", "kind": "interview" }]\n}\n```',
    grid(
      ['key', 'holds', 'what it means'],
      Object.entries(studyKeys).map(([key, [value, what]]) => [`\`${key}\``, value, what]),
    ),
    '## Conversations',
    [
      '- `transcripts/` holds the files as you received them: Word (`.docx`), text (`.txt`, `.md`) or subtitles (`.vtt`, `.srt`). The library never changes them.',
      '- `texts/ID.txt` holds, per transcript, the text that was read from it. The library makes it when it saves. Places in a text are counted in these files, in characters from 0; letters outside the usual alphabets, such as emoji, may count as two. A place `120-240` begins at character 120 and ends just before character 240.',
      '- `texts/ID.turns.json` is there only when the turns cannot be read from that text again, as with subtitles that were brought from elsewhere: it says where each turn begins and ends, and whose it is. The library makes it too.',
      '- Do not change a transcript once something in it is coded: the places would no longer be where they were, so the study does not open. Put the file back as it was, or add the new one as another transcript.',
      '- A study that is saved in another folder takes the files of `transcripts/` along as they are. Where such a file can no longer be had, the text that was read from it is written in its place, as `ID.txt`.',
    ].join('\n'),
    '## Tables',
    ...tableNames.map(section),
    '## Your own text',
    '### `report/*.md`',
    'The text of the report, in Markdown, one file per chapter or theme. At its head stands what it belongs to:',
    '```\n---\nchapter: context\norder: 2\n---\nEvery network starts somewhere. {{words norms}} named the norm as the beginning.\n```',
    grid(
      ['at the head', 'what it means'],
      [
        ['`chapter`', 'the chapter it goes in: `introduction`, a role, `methods`, or a name of your own'],
        ['`theme`', 'the theme it is about, an id or label of `themes.csv`'],
        ['`order`', 'its place among the pages, as a number'],
      ],
    ),
    'Numbers and quotes are filled in from the data when the report is made, so that they are never out of date:',
    grid(
      ['write', 'and the report has'],
      [
        ['`{{quote q17}}`', 'the quote with that id in `quotes.csv`, with its label'],
        ['`{{n trust}}`', 'how many sources stand behind the theme, as a number'],
        ['`{{words trust}}`', 'the same in words: *three of the four*'],
        ['`{{box context}}`', 'the summary box of a role, on a line of its own'],
        ['`{{cmo C3}}`', 'the configuration; `{{cmo C3@t2}}` for a version of it'],
      ],
    ),
    'Where a text is missing the report has a heading that says *not written yet*. The library writes no interpretation.',
    '### `memos/*.md`',
    'Your notes, in Markdown. At the head: `about` (what it is about: a code, theme, configuration or transcript; several are separated by `;`) and `kind` (`theory`, `method`, `field` or `reflexive`). Memos are not printed and are not carried into what you publish.',
    '## `journal.jsonl`',
    'What was done in passes, one line each: who, on what day, and every change. The tables are the truth; the journal tells how they came to be. You need not read or edit it: `listPasses(study)` and `retroduct history` show it as a table. When you change a table by hand, the next pass that is saved notes so.',
    grid(
      ['key', 'what it means'],
      [
        ['`id`', 'made from all that stands beside it, so that a line that was changed by hand is known'],
        [
          '`kind`',
          '`open`, `axial`, `selective`, `theory`: a pass of yours; `import`: what the study began with; `edit`: tables changed by hand; `revise`: a transcript that changed; `merge`: work of several coders put together; `undo`; `withdraw`: a respondent who withdrew',
        ],
        ['`base`', 'the pass before it; empty for the first'],
        ['`coder`, `date`', 'who and on what day; empty when nobody said so, as for what a folder began with'],
        [
          '`changes`',
          'a call each: `call`, `note` (the call in words) and `patches` (the rows it changed, with what they said `from` and `to`; `text`: what was cut from a transcript and put in at which place)',
        ],
        ['`changes`, `undoes`', 'in an `undo`: the pass that was taken back'],
        ['`changes`, `brings`', 'in a `merge`: whose pass it was, of what kind, on what day'],
        ['`withdrawn`', 'a respondent withdrew, and with that content of this pass was taken out; it is a hash of what stood there'],
      ],
    ),
    '## The register of names, outside this folder',
    'The names to hide stand in `register.csv`. It is secret: keep it in a folder of its own, not in the folder of the study, and not where it is shared or under version control. The library warns when it finds it there, unless `study.json` says the study is `invented`.',
    grid(
      ['column', 'holds', 'what it means'],
      [
        ['`name`', 'text, **needed**', 'the name to hide: of a respondent, a third person, an organisation, a place, a project'],
        ['`variants`', 'texts, separated by `;`', 'other ways it is written: `Greta;mevrouw Vos;G. Vos`'],
        ['`type`', 'text', 'what kind of name it is, such as `PERSON`, `ORG`, `LOCATION`. Left out: `OTHER`'],
        ['`label`', 'text', 'what stands in its place. Left out: made from the respondent, or from the type and a letter'],
        ['`respondent`', 'id in `respondents.csv`', 'whose name it is'],
        [
          '`match`',
          '`anywhere`, `capital`, `recognised`, `keep`',
          '`capital` for a name that is also a word (Roos, Bloom): only where it is written with a capital, or recognised as a name. `recognised` for what is meant only where it is recognised as what it is: 58 as an age. `keep` for what was looked at and is to stay. Left out: `anywhere`',
        ],
        [
          '`where`',
          'ids of transcripts, separated by `;`',
          'the conversations in which the name means this person, when two people share it. Left out: all',
        ],
        [
          '`note`',
          'text',
          'a note for yourself. What is proposed says here how often it stands and how sure that is; with `decide:` in front it waits for you to look',
        ],
        [
          '`ladder`',
          'texts, separated by `;`',
          'ever coarser words that may stand in its place, from fine to coarse: `a town in the north;a town`. A report prints the last, an archive the first, in place of the label',
        ],
      ],
    ),
  ].join('\n\n')}\n`
}
