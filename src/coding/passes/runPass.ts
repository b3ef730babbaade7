import { nearName, type Study, StudyError } from '../../study/index.js'
import type { Draft, PassMade } from './draft.js'

/** Runs the work of a pass, which must be done when it returns. */
export function runPass<P extends object>(draft: Draft, pass: P, work: (pass: P) => unknown, kind: PassMade): Study {
  if (typeof work !== 'function') {
    draft.problem('the work of this pass is missing', `write it third: ${kind}Pass(study, { coder, date }, pass => { … })`, {
      call: `${kind}Pass`,
    })
    return draft.finish(kind)
  }
  const result = work(heldTo(draft, pass, kind))
  if (typeof (result as PromiseLike<unknown> | undefined)?.then === 'function') {
    // The work goes on after the pass is over; its failure is of no further use.
    ;(result as PromiseLike<unknown>).then(undefined, () => {})
    throw new StudyError([
      {
        what: 'the work of a pass returned a promise',
        hint: 'do what takes time (reading files) before the pass, and use no async function here',
      },
    ])
  }
  return draft.finish(kind)
}

/** How each call is written in which passes. */
const forms: Readonly<Record<string, readonly [form: string, ...kinds: PassMade[]]>> = {
  fragment: ["('interview-1', 'the words') or ('interview-1', { start, end })", 'open', 'selective', 'theory'],
  turn: ["('interview-1', 2)", 'open', 'selective', 'theory'],
  answer: ["('interview-1', 'topic')", 'open', 'selective', 'theory'],
  define: ["('trust', { role, definition })", 'open', 'axial'],
  code: ["(fragment, 'trust', { role })", 'open'],
  inVivo: ['(fragment, { role })', 'open'],
  link: ["(fragment, { context: 'norms', mechanism: 'trust' }) or ([{ at: fragment, code, role }, …])", 'open'],
  account: ['([id, id])', 'open'],
  asked: ["('interview-1', 'topic', { status, at })", 'open'],
  prompt: ["(fragment, 'C1', { theory })", 'open'],
  remove: ['([id, id])', 'open', 'axial'],
  merge: ["(['trust', 'trusting'], 'trust')", 'axial'],
  split: ["('trust', { by: 'group' }) or ('trust', { into: 'distrust', when: coding => … })", 'axial'],
  nest: ["('trust', 'relations')", 'axial'],
  rename: ["('trust', 'mutual trust')", 'axial'],
  retire: ["('trust')", 'axial'],
  unretire: ["('trust')", 'axial'],
  relate: ["('norms', 'causes', 'urgency', { memo })", 'axial'],
  unrelate: ["('norms', 'urgency', 'causes')", 'axial'],
  move: ["([id, id], 'trust')", 'axial'],
  recode: ['([id, id], { level })', 'axial'],
  settle: ['([id, id], { role, memo })', 'axial'],
  theme: ["('Trust', { role, codes: ['trust'] })", 'selective'],
  addCodes: ["('Trust', ['trusting'])", 'selective'],
  removeCodes: ["('Trust', ['trusting'])", 'selective'],
  removeTheme: ["('Trust', { to: 'Relations' })", 'selective'],
  order: ["(['Trust', 'Time'])", 'selective'],
  quote: ["('Trust', fragment, { form })", 'selective'],
  removeQuote: ["('q1', { from: 'Trust' })", 'selective'],
  cell: ["('case', 'Trust', { summary, status })", 'selective'],
  configure: ["({ context: ['norms'], mechanism: ['trust'] }, { id: 'C1' })", 'selective', 'theory'],
  evidence: ["('C1', [id, id], { role, stance })", 'selective', 'theory'],
  removeEvidence: ["('C1', [id, id], { role })", 'selective', 'theory'],
  theory: ["('refined', { kind, reason })", 'theory'],
  carry: ["('C1', { change, reason })", 'theory'],
  carryRest: ['()', 'theory'],
  verdict: ["('case', 'C1', { status })", 'theory'],
  response: ["('respondent', 'C1', { response, text, action, reason })", 'theory'],
}

/** The pass as the work gets it: a call that it does not know, or cannot read, is noted with what was meant instead of breaking off. */
function heldTo<P extends object>(draft: Draft, pass: P, kind: PassMade): P {
  return new Proxy(pass, {
    get: (target, name) => {
      const does: unknown = Reflect.get(target, name)
      if (typeof name !== 'string' || name === 'then' || (does !== undefined && typeof does !== 'function')) return does
      return (...given: readonly unknown[]) => {
        draft.begin(name)
        try {
          if (typeof does === 'function') return does.apply(target, given)
          draft.problem(`there is no such call in ${a(kind)} pass`, elsewhere(name, kind))
        } catch (error) {
          if (!(error instanceof TypeError)) throw error
          draft.problem('this call was given something else than it takes', `write pass.${name}${forms[name]?.[0] ?? ''}`)
        }
        return ''
      }
    },
  })
}

function elsewhere(name: string, kind: PassMade): string {
  const own = Object.keys(forms).filter(one => forms[one]!.includes(kind))
  const [form, ...kinds] = Object.hasOwn(forms, name) ? forms[name]! : []
  const near = nearName(name, own)
  if (near !== null) return `did you mean pass.${near}?`
  if (form !== undefined) return `pass.${name} belongs in ${a(kinds[0]!)} pass: ${kinds.map(one => `${one}Pass`).join(', ')}`
  return `it has: ${own.join(', ')}`
}

const a = (kind: PassMade) => (/^[ao]/u.test(kind) ? `an ${kind}` : `a ${kind}`)
