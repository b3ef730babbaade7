import type { Problem } from './error.js'
import type { Quote, Study, Transcript } from './model.js'
import { configurationRoles } from './newStudy.js'
import { checkTemplates } from './statementTemplate.js'
import { tables } from './tables.js'

const row = (index: number) => index + 2

/** Rounds that transcripts and responses name must be in study.json. */
export function checkRounds(study: Study): Problem[] {
  const rounds = new Set(study.rounds.map(round => round.id))
  const unknown = (file: string, index: number): Problem => ({
    what: 'this round is not in study.json',
    hint: 'add it to "rounds" in study.json, or correct it here',
    file,
    row: row(index),
    column: 'round',
  })
  const wrong = (rows: readonly { readonly round: string | null }[], file: string) =>
    rows.flatMap((one, i) => (one.round === null || rounds.has(one.round) ? [] : [unknown(file, i)]))
  return [...wrong(study.transcripts, tables.transcripts.file), ...wrong(study.responses, tables.responses.file)]
}

/** Roles and rounds are named once, and a role stands under one that exists. */
export function checkFrame(study: Study): Problem[] {
  const file = 'study.json'
  const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i)
  const above = new Map(study.roleFacts.map(role => [role.id, role.parent]))
  return [
    ...twice(study.rounds.map(round => round.id)).map(() => ({
      what: 'two rounds have the same id',
      hint: 'give one of them another',
      file,
      column: 'rounds',
    })),
    ...twice(study.roleFacts.map(role => role.id)).map(() => ({
      what: 'two roles have the same id',
      hint: 'give one of them another',
      file,
      column: 'roles',
    })),
    ...study.roleFacts
      .filter(role => role.id in tables.configurations.columns)
      .map(() => ({ what: 'a role is called like a column of configurations.csv', hint: 'give it another id', file, column: 'roles' })),
    ...study.roleFacts
      .filter(role => role.parent !== null && !above.has(role.parent))
      .map(() => ({
        what: 'a role stands under one that does not exist',
        hint: 'add that role, or correct "parent"',
        file,
        column: 'roles',
      })),
    ...checkTemplates(study.templates, configurationRoles(study)),
  ]
}

/** Where something was asked or answered lies inside its text. */
export function checkPlaces(study: Study): Problem[] {
  const lengths = new Map(study.transcripts.map(one => [one.id, one.text.length]))
  return (['prompts', 'answers', 'responses'] as const).flatMap(table =>
    study[table].flatMap(({ transcript, start, end }, i): Problem[] => {
      const length = lengths.get(transcript ?? '')
      const fits =
        start === null && end === null ? true : start !== null && end !== null && start >= 0 && start < end && end <= (length ?? 0)
      if (fits || length === undefined) return []
      return [
        {
          what: 'this place lies outside the text',
          hint: `give a start below the end, and an end of at most ${length}`,
          file: tables[table].file,
          row: row(i),
          column: 'start',
        },
      ]
    }),
  )
}

/** Turns must lie inside their text, in order, without overlap, and name respondents that exist. */
export function checkTurns(study: Study): Problem[] {
  const people = new Set(study.respondents.map(one => one.id))
  return study.transcripts.flatMap(({ id, text, turns }) => {
    let end = 0
    const problems: Problem[] = []
    for (const turn of turns) {
      if (turn.start < end || turn.end < turn.start || turn.end > text.length)
        problems.push({
          what: 'a turn lies outside the text or over another turn',
          hint: 'read the transcript again',
          transcript: id,
          at: { start: turn.start, end: turn.end },
        })
      if (turn.respondents.some(one => !people.has(one)))
        problems.push({
          what: 'a turn names a respondent that is not in respondents.csv',
          hint: 'add the person to respondents.csv, or correct "speakers" in transcripts.csv',
          transcript: id,
          at: { start: turn.start, end: turn.end },
        })
      end = turn.end
    }
    return problems
  })
}

/** Codings must have a place inside their text. */
export function checkCodings(study: Study): Problem[] {
  const texts = new Map(study.transcripts.map(one => [one.id, one.text]))
  return study.codings.flatMap((coding, index) => {
    const text = texts.get(coding.transcript)
    const place = { file: tables.codings.file, row: row(index) }
    if (coding.settles.includes(coding.id))
      return [{ what: 'this coding settles itself', hint: 'name the codings it settles', column: 'settles', ...place }]
    if (text === undefined || (coding.start < coding.end && coding.end <= text.length)) return []
    return [
      {
        what: 'this fragment lies outside the text',
        hint: `give a start below the end, and an end of at most ${text.length}`,
        file: tables.codings.file,
        row: row(index),
        column: 'end',
        transcript: coding.transcript,
      },
    ]
  })
}

/** Quotes must lie inside their text, and those given as said must say what the text says. */
export function checkQuotes(study: Study): Problem[] {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  return study.quotes.flatMap((quote, index) => {
    const transcript = transcripts.get(quote.transcript ?? '')
    if (transcript === undefined) return []
    const problem = quoteProblem(quote, transcript)
    return problem === null ? [] : [{ ...problem, file: tables.quotes.file, row: row(index) }]
  })
}

/** What is wrong with the spans or the words of a quote, or null. */
export function quoteProblem(quote: Quote, transcript: Transcript): Problem | null {
  if (quote.spans.some(span => span.start >= span.end || span.end > transcript.text.length))
    return {
      what: 'a span of this quote lies outside the text',
      hint: `the text has ${transcript.text.length} characters`,
      column: 'spans',
    }
  if (quote.spans.some((span, i) => i > 0 && span.start < quote.spans[i - 1]!.end))
    return { what: 'the spans of this quote are not in the order of the text, or overlap', hint: 'put them in order', column: 'spans' }
  const isHeld = quote.approved === 'changed' || (quote.form !== 'paraphrase' && (quote.approved === 'asked' || quote.approved === 'no'))
  if (isHeld && quote.spans.length === 0)
    return {
      what: 'it is not known which words of the text the speaker changed or did not clear',
      hint: 'fill spans, so that they are not printed elsewhere',
      column: 'spans',
    }
  if (quote.text === null || quote.spans.length === 0 || quote.form === 'paraphrase') return null
  if (quote.approved === 'changed' || quote.approved === 'revised') return null
  const said = quote.spans.map(span => transcript.text.slice(span.start, span.end)).join(' … ')
  const omissions = quote.text.match(/…|\.{3}/gu)?.length ?? 0
  const words = quote.form === 'cleaned' ? isShortened(quote.text, said) : sameWords(quote.text, said)
  const faithful = words && omissions >= quote.spans.length - 1
  return faithful
    ? null
    : {
        what: 'the words of this quote are not the words of the text',
        hint: 'mark what is left out with … and what is put in with [ ], or give the form paraphrase',
        column: 'text',
      }
}

// Insertions between brackets are the analyst's; punctuation, case and white space may follow house style.
const wordsOf = (text: string): string[] => text.replace(/\[[^[\]]*\]/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? []

function sameWords(quote: string, said: string): boolean {
  return wordsOf(quote).join('').toLowerCase() === wordsOf(said).join('').toLowerCase()
}

/** Whether the quote is what was said with words left out, in the same order. */
function isShortened(quote: string, said: string): boolean {
  const source = wordsOf(said).map(word => word.toLowerCase())
  let at = 0
  return wordsOf(quote).every(word => {
    at = source.indexOf(word.toLowerCase(), at) + 1
    return at > 0
  })
}

/** A theme stands in a chapter and gathers codes; where only quotes are known it has its quotes. */
export function checkThemes(study: Study): Problem[] {
  return study.themes.flatMap((theme, i): Problem[] => {
    const place = { file: tables.themes.file, row: row(i) }
    const codes =
      theme.codes.length === 0 ? [{ what: 'this theme gathers no codes', hint: 'name its codes', column: 'codes', ...place }] : []
    return theme.role === null
      ? [...codes, { what: 'this theme has no role', hint: 'say in which chapter it stands', column: 'role', ...place }]
      : codes
  })
}

/** What names a configuration must name one that exists, in the version of the theory it says. */
export function checkConfigurations(study: Study): Problem[] {
  const keys = new Set(study.configurations.map(one => `${one.id}\n${one.theory ?? ''}`))
  const ids = new Set(study.configurations.map(one => one.id))
  const theories = new Set(study.theories.map(one => one.id))
  const missing = (file: string, index: number, column = 'configuration'): Problem => ({
    what: 'this configuration is not in configurations.csv',
    hint: 'add it there with the same theory, or correct it here',
    file,
    row: row(index),
    column,
  })
  const named = (rows: readonly { readonly configuration: string | null; readonly theory: string | null }[], file: string) =>
    rows.flatMap((one, i) => {
      // A version of the theory that is not there is told by itself.
      if (one.configuration === null || (one.theory !== null && !theories.has(one.theory))) return []
      const found = one.theory === null ? ids.has(one.configuration) : keys.has(`${one.configuration}\n${one.theory}`)
      return found ? [] : [missing(file, i)]
    })
  return [
    ...named(study.evidence, tables.evidence.file),
    ...named(study.cells, tables.cells.file),
    ...named(study.prompts, tables.prompts.file),
    ...study.quotes.flatMap((one, i) =>
      one.configurations.every(id => ids.has(id)) ? [] : [missing(tables.quotes.file, i, 'configurations')],
    ),
    ...study.configurations.flatMap((one, i) =>
      one.rivalOf === null || ids.has(one.rivalOf) ? [] : [missing(tables.configurations.file, i, 'rivalOf')],
    ),
    ...study.configurations.flatMap((one, i) =>
      one.from.every(id => ids.has(id)) ? [] : [missing(tables.configurations.file, i, 'from')],
    ),
  ]
}

/** Evidence rests on exactly one thing; a verdict or summary of a case is about exactly one thing. */
export function checkEvidence(study: Study): Problem[] {
  const accounts = new Set([...study.codings, ...study.lost].map(coding => coding.account))
  const filled = (values: readonly unknown[]) => values.filter(value => value !== null).length
  return [
    ...study.evidence.flatMap((one, i): Problem[] => {
      const place = { file: tables.evidence.file, row: row(i) }
      if (filled([one.coding, one.account, one.reference]) !== 1)
        return [{ what: 'evidence rests on one thing', hint: 'fill one of coding, account and reference', ...place }]
      if (one.account !== null && !accounts.has(one.account))
        return [
          { what: 'no coding has this account', hint: 'give the account in codings.csv, or correct it here', column: 'account', ...place },
        ]
      return []
    }),
    ...study.cells.flatMap((one, i): Problem[] =>
      filled([one.theme, one.configuration]) === 1
        ? []
        : [{ what: 'a cell is about one thing', hint: 'fill theme or configuration', file: tables.cells.file, row: row(i) }],
    ),
  ]
}
