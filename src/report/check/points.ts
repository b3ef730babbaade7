import { groupOf, speakerLabel } from '../../analysis/index.js'
import type { Language, PromiseKind } from '../../language/index.js'
import { counted, type Study } from '../../study/index.js'
import { type CheckedCount, clipped } from './checkCounts.js'
import { type CheckedQuotation, isUnnamed, wrongSpeaker } from './checkQuotations.js'
import type { CheckedTheme } from './checkThemes.js'
import type { ReportText } from './readReport.js'

/** Something to look at in a report. */
export interface ReportPoint {
  /** The line of the text, or the paragraph of the Word file; null for what is missing. */
  readonly line: number | null
  readonly kind:
    | 'quotation not found'
    | 'quotation altered'
    | 'quotation in several places'
    | 'not said by a respondent'
    | 'wrong speaker'
    | 'no speaker stated'
    | 'no such speaker'
    | 'half of a pair'
    | 'group not stated'
    | 'not cleared'
    | 'promise not kept'
    | 'name'
    | 'may identify'
    | 'count not borne out'
    | 'theme not told'
    | 'dissent not told'
  readonly what: string
  /** The words of the report. */
  readonly words: string
  readonly todo: string
}

type Point = Omit<ReportPoint, 'line' | 'words'>

/** What there is to say of quotations and of who is said to have spoken. */
export function quotePoints(study: Study, language: Language, quoted: readonly CheckedQuotation[]): readonly ReportPoint[] {
  return quoted.flatMap(one => {
    const points = [...statePoints(one), ...speakerPoints(study, language, one), ...closedPoints(one)]
    return points.map(point => ({ line: one.line, ...point, words: clipped(one.quotation.words) }))
  })
}

function statePoints({ matched, attribution }: CheckedQuotation): readonly Point[] {
  switch (matched.state) {
    case 'found':
      return []
    case 'altered':
      return [
        {
          kind: 'quotation altered',
          what: `said → printed: ${matched.differs || 'the order of the words'}`,
          todo: 'print the words as they were said, or mark what was left out with … and what was put in with [ ]',
        },
      ]
    case 'several places':
      return [
        {
          kind: 'quotation in several places',
          what: 'these words stand in more than one place',
          todo: 'see that it is the passage that is meant',
        },
      ]
    case 'asked by the interviewer':
      return [
        { kind: 'not said by a respondent', what: 'these are words of the interviewer', todo: 'take it out: a question is no evidence' },
      ]
    default:
      return attribution === null
        ? [
            {
              kind: 'quotation not found',
              what: 'in no transcript, and nobody is named',
              todo: 'say where it comes from, when it is from elsewhere',
            },
          ]
        : [
            {
              kind: 'quotation not found',
              what: 'these words stand in no transcript',
              todo: 'look them up, or print it as a paraphrase without marks',
            },
          ]
  }
}

function speakerPoints(study: Study, language: Language, checked: CheckedQuotation): readonly Point[] {
  const { attribution, matched } = checked
  if (attribution === null) {
    const found = matched.speakers.length > 0 && !isUnnamed(study, checked)
    return found
      ? [{ kind: 'no speaker stated', what: `said by ${speakerLabel(study, language, matched.speakers)}`, todo: 'say who spoke' }]
      : []
  }
  const points: Point[] = []
  const other = wrongSpeaker(study, language, checked)
  if (other !== null)
    points.push({ kind: 'wrong speaker', what: `given to ${attribution.printed}; said by ${other}`, todo: 'correct who spoke' })
  if (attribution.unknown.length > 0)
    points.push({
      kind: 'no such speaker',
      what: `${attribution.unknown.join(', ')} is nobody in respondents.csv`,
      todo: 'correct the number, or add who it is',
    })
  if (attribution.partOf.length > 0)
    points.push({
      kind: 'half of a pair',
      what: `${attribution.printed} is no respondent: ${speakerLabel(study, language, attribution.partOf)} spoke together`,
      todo: 'name both, or the one who spoke',
    })
  const ungrouped = attribution.respondents.filter(
    id => study.respondents.find(one => one.id === id)?.group === null || groupOf(study, [id]) === null,
  )
  if (ungrouped.length > 0 && study.respondents.some(one => one.group !== null))
    points.push({
      kind: 'group not stated',
      what: `no group is stated of ${speakerLabel(study, language, ungrouped)}`,
      todo: 'say in respondents.csv and in the report from which group she speaks',
    })
  return points
}

function closedPoints({ closed }: CheckedQuotation): readonly Point[] {
  return closed === null ? [] : [{ kind: 'not cleared', what: closed, todo: 'take it out, paraphrase where that was agreed, or ask' }]
}

const broken: Readonly<Record<PromiseKind, (quoted: number) => string>> = {
  'no literal quotes': quoted => `it says that nobody is quoted literally, and holds ${counted(quoted, 'quotations')} of respondents`,
  'nothing leads back': quoted =>
    `it says that nothing leads back to a person or project; whether ${counted(quoted, 'quotations')} of respondents lead nowhere, somebody has to have looked`,
  anonymous: () => 'it calls the data anonymous: whoever knows the people may know them again, so that "pseudonymised" is what can be said',
}

/** What the report itself says of quoting and of names, beside what it does. */
export function promisePoints(
  language: Language,
  { text, lineAt, sentences }: ReportText,
  quoted: readonly CheckedQuotation[],
): readonly ReportPoint[] {
  const own = quoted.filter(one => one.attribution !== null || one.matched.transcript !== null)
  const outside = (at: number) => !quoted.some(({ quotation }) => quotation.before <= at && at < quotation.after)
  return language.reading.promises.flatMap(({ kind, words }) =>
    Array.from(text.matchAll(words))
      .filter(match => outside(match.index) && (kind === 'anonymous' || own.length > 0))
      .map((match): ReportPoint => {
        const sentence = sentences.find(one => one.start <= match.index && match.index < one.end)
        return {
          line: lineAt(match.index),
          kind: 'promise not kept',
          what: broken[kind](own.length),
          words: clipped(sentence === undefined ? match[0] : text.slice(sentence.start, sentence.end)),
          todo: kind === 'anonymous' ? 'say pseudonymised' : 'keep to what was promised, or ask the people again',
        }
      }),
  )
}

/** Counts that the study does not bear out. */
export function countPoints(counts: readonly CheckedCount[]): readonly ReportPoint[] {
  return counts
    .filter(one => one.holds === 'no')
    .map(one => ({
      line: one.line,
      kind: 'count not borne out' as const,
      what: `"${one.says}": ${one.theme}: ${one.why}`,
      words: one.sentence,
      todo: 'say what the study bears out, or code what is missing',
    }))
}

/** What is nowhere in the report. */
export function themePoints(themes: readonly CheckedTheme[]): readonly ReportPoint[] {
  return themes.flatMap((one): readonly ReportPoint[] => {
    const isTold = one.quoted > 0 || one.named > 0
    if (!isTold)
      return [
        {
          line: null,
          kind: 'theme not told',
          what: `${one.theme}: ${one.supports} sources support it, ${one.refutes} refute it`,
          words: '',
          todo: 'tell it, or say in the methods what was left out and why',
        },
      ]
    if (one.dissent !== 'not told') return []
    return [
      {
        line: null,
        kind: 'dissent not told',
        what: `${one.theme}: ${one.supports} sources support it, ${one.refutes} refute it (${one.refutedBy})`,
        words: '',
        todo: 'say who sees it otherwise',
      },
    ]
  })
}
