import fc from 'fast-check'
import { queryCodings } from '../../src/analysis/index.js'
import {
  axialPass,
  blindCopy,
  mergeCoders,
  openPass,
  readCodebook,
  reviseCodebook,
  reviseTranscript,
  selectivePass,
  theoryPass,
  undoPass,
} from '../../src/coding/index.js'
import { withdrawRespondent } from '../../src/privacy/index.js'
import { codebookTable } from '../../src/report/index.js'
import { type Study, StudyError } from '../../src/study/index.js'
import type { Files } from '../files/studyFolder.js'

/** Two interviews, of which one with two people behind one mark, and one with two who speak in turn. */
export const start: Files = {
  'study.json': '{ "title": "Walk-in clinic", "language": "en", "rounds": [{ "id": "first" }, { "id": "check" }], "consent": "verbatim" }',
  'transcripts/i1.txt':
    'I: What came first here?\nP1: The norm came and we sat round the table within one month.\nI: Did that help you all?\nP1: Yes, people began to trust each other because we learned names.\nP2: I stayed away at first, since nobody had asked me anything.\n',
  'transcripts/i2.txt':
    'I: How was it for the two of you?\nR: We came in late, but by then every door stood open for us.\nI: And now?\nR: Now we open doors for others, every single week.\n',
  'transcripts/i3.txt': 'I: And in the south?\nP2: Nothing changed there, whatever they may have told you before.\n',
  'transcripts.csv':
    'id,file,round,respondents,cases,speakers\ni1,i1.txt,first,1;2,north,P1=1;P2=2;I=interviewer\ni2,i2.txt,first,3a;3b,south,R=3a;R=3b;I=interviewer\ni3,i3.txt,check,2,south,P2=2;I=interviewer\n',
  'respondents.csv':
    'id,group,consent,cases\n1,nurse,verbatim,north\n2,doctor,paraphrase,north\n3a,patient,verbatim,south\n3b,patient,,south\n',
  'cases.csv': 'id,name\nnorth,The north\nsouth,The south\n',
  'topics.csv': 'id,label\nstart,How it began\n',
  'memos/one.md': 'The norm seems to press and to help.\n',
}

/** A study in which every table that work fills has rows, so that most steps find something to do. */
export function begun(study: Study): Study {
  const by = { coder: 'MV', date: '2020-05-01' }
  const coded = openPass(study, by, pass => {
    pass.code(pass.fragment('i1', 'The norm came'), 'alpha', { role: 'context', memo: 'pressing' })
    pass.code(pass.fragment('i1', 'sat round the table within one month'), 'gamma', { role: 'mechanism' })
    pass.code(pass.fragment('i2', 'every door stood open'), 'delta', { role: 'outcome', polarity: 'enabling' })
    pass.code(pass.fragment('i3', 'Nothing changed there'), 'omega', { role: 'outcome' })
    pass.link(pass.turn('i1', 4), { context: 'alpha', mechanism: 'gamma', outcome: 'delta' })
    pass.asked('i1', 'start', { at: pass.turn('i1', 2) })
  })
  const again = openPass(coded, { ...by, coder: 'JT' }, pass => {
    pass.code(pass.fragment('i1', 'The norm came'), 'alpha', { role: 'mechanism' })
    pass.define('alpha', { typical: [coded.codings[0]!.id], borderline: [coded.codings[4]!.id] })
  })
  const themed = selectivePass(again, by, pass => {
    pass.theme('First', { role: 'context', codes: ['alpha'], bullet: 'Norms press.' })
    pass.theme('Other', { role: 'outcome', codes: ['delta', 'omega'] })
    pass.quote('First', coded.codings[0]!.id)
    pass.quote('Other', pass.fragment('i2', 'Now we open doors for others'))
    pass.cell('north', 'First', { summary: 'seen here' })
  })
  const refined = theoryPass(themed, by, pass => {
    pass.theory('v0', { kind: 'initial', statement: 'Norms bring people together.' })
    pass.configure({ context: ['alpha'], mechanism: ['gamma'] }, { id: 'C1' })
    pass.configure({ outcome: ['delta', 'omega'] }, { id: 'C2', rivalOf: 'C1' })
    pass.evidence('C1', coded.codings[0]!.id, { stance: 'supports', reasoning: 'as they say' })
    pass.evidence('C1', coded.codings[4]!.account!, { stance: 'supports' })
    pass.theory('v1', { kind: 'refined', reason: 'heard more', from: 'v0' })
    pass.carry('C1', { change: 'narrowed', roles: { context: ['gamma'] }, reason: 'said so' })
    pass.carryRest()
    pass.verdict('south', 'C1', { status: 'fired' })
    pass.response('1', 'C1', { round: 'check', response: 'adds', text: 'adds the names' })
    pass.response('2', 'First', { round: 'check', response: 'agrees', at: pass.turn('i3', 2) })
  })
  return openPass(refined, by, pass => pass.prompt(pass.fragment('i1', 'Did that help you all'), 'C1'))
}

const nat = fc.nat(30)
const names = ['alpha', 'gamma', 'delta', 'omega', 'kappa'] as const
const roles = ['context', 'mechanism', 'outcome'] as const

/** What can be done to a study in memory. */
const works = [
  ...['code', 'code', 'code', 'invivo', 'link', 'account', 'remove', 'asked', 'prompt', 'define', 'examples'],
  ...['merge', 'split', 'nest', 'rename', 'retire', 'relate', 'recode', 'settle', 'settle again', 'move found'],
  ...[
    'theme',
    'theme',
    'quote',
    'quote',
    'cell',
    'configure',
    'evidence',
    'evidence account',
    'remove evidence',
    'remove theme',
    'remove quote',
  ],
  ...['theory', 'carry', 'verdict', 'response', 'response said'],
  ...['undo', 'undo one', 'undo two', 'revise', 'revise', 'revise back', 'codebook'],
] as const
export const work = fc.record({ kind: fc.constantFrom(...works), n: nat, m: nat, k: nat, coder: fc.constantFrom('MV', 'JT') })
export type Work = typeof work extends fc.Arbitrary<infer W> ? W : never

/** Does a step as a pass of its own; a step that the study refuses changes nothing. */
export function attempt(study: Study, act: () => Study): Study {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    return study
  }
}

export const doWork = (study: Study, one: Omit<Work, 'coder'> & { readonly coder: string }): Study =>
  attempt(study, () => worked(study, one))

function worked(study: Study, { kind, n, m, k, coder }: Omit<Work, 'coder'> & { readonly coder: string }): Study {
  const by = { coder, date: '2020-05-04' }
  const pick = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)]
  const id = (i: number) => pick(study.codings, i)?.id ?? 'none'
  const code = (i: number) => pick(names, i)!
  const old = (i: number) => pick(study.codes, i)?.id ?? 'none'
  const role = roles[k % 3]!
  const text = pick(study.transcripts, n)
  const talk = text?.id ?? 'none'
  const theme = pick(['First', 'Other'], n)!
  const configuration = pick(['C1', 'C2'], m)!
  const words = () => {
    const found = [...(text?.text ?? '').matchAll(/\p{L}+/gu)]
    const first = found[m % found.length]!
    const last = found[Math.min(found.length - 1, (m % found.length) + (k % 9))]!
    return { start: first.index, end: last.index + last[0].length }
  }
  const open = (does: Parameters<typeof openPass>[2]) => openPass(study, by, does)
  const axial = (does: Parameters<typeof axialPass>[2]) => axialPass(study, by, does)
  const selective = (does: Parameters<typeof selectivePass>[2]) => selectivePass(study, by, does)
  const theory = (does: Parameters<typeof theoryPass>[2]) => theoryPass(study, by, does)
  const acts: Readonly<Record<Work['kind'], () => Study>> = {
    code: () =>
      open(
        pass => void pass.code(pass.fragment(talk, words()), code(n), { role, polarity: k % 2 === 0 ? 'enabling' : null, memo: 'seen' }),
      ),
    invivo: () => open(pass => void pass.inVivo(pass.fragment(talk, words()), { role })),
    link: () => open(pass => void pass.link(pass.turn(talk, 2 * (1 + (m % 2))), { context: code(n), mechanism: code(k) })),
    account: () => open(pass => void pass.account([id(n), id(m)])),
    remove: () => axial(pass => pass.remove([id(n)])),
    asked: () => open(pass => pass.asked(talk, 'start', m % 3 === 0 ? {} : { at: pass.turn(talk, 1 + (m % 4)) })),
    prompt: () => open(pass => pass.prompt(pass.fragment(talk, words()), configuration)),
    define: () => axial(pass => pass.define(code(n), { definition: `what ${code(m)} means`, role })),
    examples: () =>
      open(pass => {
        const one = pick(study.codings, n)
        if (one !== undefined) pass.define(one.code, m % 2 === 0 ? { typical: [one.id] } : { borderline: [one.id] })
      }),
    merge: () => axial(pass => pass.merge([old(n)], old(m))),
    split: () => axial(pass => pass.split(old(n), { by: m % 2 === 0 ? 'group' : 'respondent', several: old(k), unknown: 'not known' })),
    nest: () => axial(pass => pass.nest(old(n), m % 3 === 0 ? null : old(k))),
    rename: () => axial(pass => pass.rename(old(n), `${code(m)} ${k % 3}`)),
    retire: () => axial(pass => (m % 2 === 0 ? pass.retire(old(n)) : pass.unretire(old(n)))),
    relate: () => axial(pass => pass.relate(old(n), 'causes', old(m), { memo: 'so they say' })),
    recode: () => axial(pass => pass.recode([id(n)], { code: code(m), role, memo: 'moved' })),
    settle: () =>
      axial(pass => {
        const first = pick(study.codings, n)
        const rest = study.codings.filter(one => one.transcript === first?.transcript && one.status !== 'superseded' && one !== first)
        const ids = [first?.id ?? 'none', pick(rest, m)?.id ?? 'none']
        pass.settle(ids, { code: old(k), role, polarity: null, account: null, memo: 'agreed', at: { start: 3, end: 20 } })
      }),
    'settle again': () =>
      axial(
        pass =>
          void pass.settle(
            pick(
              study.codings.filter(one => one.status === 'settled'),
              n,
            )?.id ?? 'none',
            { role, memo: 'agreed anew' },
          ),
      ),
    'move found': () =>
      axial(pass =>
        pass.move(
          queryCodings(study, q => q.and(q.role(role), q.not(q.transcript(talk)))),
          code(m),
        ),
      ),
    theme: () => selective(pass => void pass.theme(theme, { role, codes: [old(m), old(k)], bullet: `about ${code(k)}` })),
    quote: () => selective(pass => void pass.quote(theme, m % 2 === 0 ? id(k) : pass.fragment(talk, words()))),
    cell: () => selective(pass => pass.cell(m % 2 === 0 ? 'north' : 'south', theme, { summary: `seen ${k}` })),
    configure: () =>
      selective(pass => void pass.configure({ context: [old(n)], mechanism: [old(k)] }, { id: configuration, statement: `says ${n}` })),
    evidence: () => selective(pass => pass.evidence(configuration, id(n), { stance: 'supports', reasoning: 'so it seems' })),
    'evidence account': () =>
      selective(pass =>
        pass.evidence(configuration, study.codings.find(one => one.account !== null)?.account ?? 'none', { stance: 'refutes' }),
      ),
    'remove evidence': () =>
      selective(pass => pass.removeEvidence(configuration, study.evidence[n % Math.max(1, study.evidence.length)]?.coding ?? 'none')),
    'remove theme': () => selective(pass => pass.removeTheme(theme, m % 2 === 0 ? {} : { to: pick(['First', 'Other'], n + 1)! })),
    'remove quote': () => selective(pass => pass.removeQuote(pick(study.quotes, n)?.id ?? 'none')),
    theory: () =>
      theory(pass => {
        pass.theory(`v${study.theories.length}`, {
          kind: 'working',
          reason: 'heard more',
          ...(study.theories.length > 0 ? { from: study.theories.at(-1)!.id } : {}),
        })
        if (study.theories.length > 0) pass.carryRest()
        else pass.configure({ context: [old(m)] }, { id: configuration })
      }),
    carry: () =>
      theory(pass => {
        pass.theory(`v${study.theories.length}`, { kind: 'refined', reason: 'heard more', from: study.theories.at(-1)?.id ?? 'none' })
        pass.carry(configuration, { change: 'narrowed', roles: { context: [old(k)] }, reason: 'said so' })
        pass.carryRest()
      }),
    verdict: () => theory(pass => pass.verdict('south', configuration, { status: m % 2 === 0 ? 'fired' : 'did not fire' })),
    response: () =>
      theory(pass =>
        pass.response(pick(study.respondents, n)?.id ?? 'none', configuration, { round: 'check', response: 'adds', text: 'adds a thing' }),
      ),
    'response said': () =>
      theory(pass => pass.response(text?.respondents[0] ?? 'none', theme, { round: 'check', response: 'agrees', at: pass.turn(talk, 2) })),
    undo: () => undoPass(study, by),
    'undo one': () => undoPass(study, by, pick(study.journal, n)?.id ?? 'none'),
    'undo two': () => undoPass(study, by, { last: 2 }),
    revise: () => reviseTranscript(study, talk, retyped(text?.text ?? '', m, k), by).study,
    'revise back': () => {
      const revise = study.journal.findLast(pass => pass.kind === 'revise')
      return undoPass(study, by, revise?.id ?? 'none')
    },
    codebook: () => {
      const csv = codebookTable(study).toCsv()
      const same = reviseCodebook(study, by, readCodebook(csv))
      if (same !== study) throw new Error('a codebook that was not touched changed the study')
      return reviseCodebook(
        study,
        by,
        `id,name,definition\n${old(n)},${pick(study.codes, n)?.name ?? old(n)},read anew ${m}\nnew ${k},new ${k},made outside\n`,
      )
    },
  }
  return acts[kind]()
}

/** A text in which a word was put in, changed or taken out, or a sentence of one moved. */
export function retyped(text: string, at: number, how: number): string {
  const words = [...text.matchAll(/(?<=[\p{L},]) \p{Ll}+/gu)]
  if (words.length === 0) return text
  const { index, 0: word } = words[at % words.length]!
  const put = [` well, really${word}`, ` ${word.trim().toUpperCase()}`, '', `${word}${word}`][how % 4]!
  return text.slice(0, index) + put + text.slice(index + word.length)
}

// A text that one of them changed is refused by a merge, and would leave little to merge.
const each = fc.array(fc.oneof({ weight: 30, arbitrary: work.filter(one => !one.kind.startsWith('revise')) }, work), {
  minLength: 1,
  maxLength: 4,
})
/** What is done with a study as a whole, in memory or in folders. */
export const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('work' as const), work }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('apart' as const), each: fc.tuple(each, each), blind: fc.boolean(), disk: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('save' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retype' as const), n: nat, m: nat, k: nat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('by hand' as const), n: nat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('page', 'back in time'), n: nat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('elsewhere', 'as JSON') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('withdraw' as const),
      who: fc.constantFrom('1', '2', '3a', '3b'),
      scope: fc.constantFrom('everything', 'quotes', 'archive'),
    }),
  },
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const by = { coder: 'MV', date: '2020-06-01' }

export function withdraw(study: Study, who: string, scope: 'everything' | 'quotes' | 'archive'): Study {
  return attempt(study, () => withdrawRespondent(study, who, { scope, by }).study)
}

/** The study that each coder works on, whole or blind. */
export const copyFor = (study: Study, coder: string, blind: boolean) =>
  blind ? blindCopy(study, coder, { show: ['configurations', 'themes'] }) : study
export const joined = (study: Study, sides: readonly Study[]) => attempt(study, () => mergeCoders(study, sides, by).study)
