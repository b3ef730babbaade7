import { foldMark, markBase } from './foldMark.js'

const asking = new Set(
  (
    'i int interviewer interviewster interviewers iv q v vraag question vraagsteller moderator mod onderzoeker onderzoekster researcher ' +
    'facilitator gespreksleider asker evaluator'
  ).split(' '),
)

const answering = new Set(
  'r resp respondent respondente a antwoord answer geinterviewde interviewee deelnemer deelneemster participant informant p'.split(' '),
)

/** Words and letters that also begin an ordinary line: one of them alone proves nothing. */
const weak = new Set('a q v p vraag question antwoord answer mod'.split(' '))

/** Whether a folded mark, with or without a number or something in brackets behind it, is a word for the side that asks or the side that answers. */
export function roleOf(folded: string): 'asks' | 'answers' | null {
  const base = markBase(folded.split('(', 1)[0]!.trim())
  if (asking.has(base)) return 'asks'
  return answering.has(base) ? 'answers' : null
}

/** Whether a folded mark is a role word that needs more evidence than standing there once. */
export function isWeakRole(folded: string): boolean {
  return weak.has(folded)
}

/** Whether the right-hand side of an entry of `speakers` (`I=interviewer`) means the side that asks. */
export function meansAsker(target: string): boolean {
  const folded = foldMark(target)
  return folded.length > 1 && asking.has(markBase(folded)) && folded !== 'int' && folded !== 'iv'
}
