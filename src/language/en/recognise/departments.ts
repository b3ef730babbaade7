import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely } from './findings.js'
import type { Reading } from './reading.js'
import { follows, isCapital, isPossessive, isStrange, said } from './stretches.js'
import { headOf, near } from './triggers.js'

const { department, specialty, care2, role } = headOf.bit
const wardName = /^(?:[A-Z]?\d{1,2}[A-Z]?|[A-Z])$/u
const units =
  /^(?:a&e|ae|icu|itu|hdu|nicu|picu|ccu|amu|mau|sau|pacu|camhs|ed|er|radiology|maternity|oncology|cardiology|paediatrics|pediatrics|neurology|pathology|haematology|hematology|geriatrics|orthopaedics|orthopedics|physiotherapy|outpatients|theatres|pharmacy|procurement|payroll|facilities|estates|admissions|endoscopy|dialysis|psychiatry|obstetrics|gynaecology|dermatology|urology|rheumatology|gastroenterology|antenatal|postnatal|ophthalmology|audiology|phlebotomy|finance|housekeeping|catering|hr)$/iu
const places = /^(?:in|on|from|to|at|with|for|down|up|over|of|into|the|our|run|runs|ran|manages|managed|leads|led)$/iu
const floors = /^(?:north|south|east|west|tower|a|b|c|d)$/iu

/** Departments: wards with a name or a number, and what a department is for. */
export function findDepartments(reading: Reading, found: Findings): void {
  const { ahead, tokens, head, near: close } = reading
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if (found.claimed[i] !== 0) continue
    if ((head[i]! & department) !== 0) i = Math.max(i, byNoun(reading, i, found) - 1)
    else if ((head[i]! & specialty) !== 0 && i > 0) i = Math.max(i, bySpecialty(reading, i, found) - 1)
    else if (
      (close[i]! & near.bit.number) !== 0 &&
      i + 1 < tokens.count &&
      follows(reading, i + 1) &&
      floors.test(said(reading, i + 1)) &&
      i > 0 &&
      /^(?:on|runs|ran|up|to|from|manages|over)$/u.test(said(reading, i - 1)) &&
      tokens.length[i + 1]! > 3
    ) {
      // "four west": floor and wing.
      found.tokens(i, i + 2, 'DEPARTMENT', likely)
    }
  }
}

function byNoun(reading: Reading, at: number, found: Findings): number {
  const { tokens, head, near: close } = reading
  const ward = /^wards?$/iu.test(said(reading, at))
  const to = at + 1
  if (
    /^(?:ward|unit|team|suite|dept|department)$/iu.test(said(reading, at)) &&
    to < tokens.count &&
    (tokens.gap[to]! & ~(gap.space | gap.hyphen)) === 0
  ) {
    const name = said(reading, to)
    if (wardName.test(name.toUpperCase()) && !/^[ai]$/iu.test(name) && (ward || /\d/u.test(name) || isCapital(reading, at))) {
      found.tokens(at, to + 1, 'DEPARTMENT', likely, 1)
      return to + 1
    }
    if (ward && (close[to]! & near.bit.number) !== 0) {
      found.tokens(at, to + 1, 'DEPARTMENT', likely, 1)
      return to + 1
    }
  }
  if (to < tokens.count && follows(reading, to) && (head[to]! & role) !== 0) return 0
  let from = at
  let named = false
  while (from > 0 && at - from < 5 && follows(reading, from)) {
    const next = from - 1
    const strange = reading.plain[at] === 1 && (isStrange(reading, next) || /^(?:saint|st)$/u.test(said(reading, next)))
    const capital = isCapital(reading, next) && (close[next]! & (near.bit.stop | near.bit.article | near.bit.possessive)) === 0
    const owner = isPossessive(reading, next) && (isCapital(reading, next - 1) || isStrange(reading, next - 1))
    if (strange || capital || owner || (head[next]! & (specialty | care2)) !== 0) {
      from = next
      if (strange || capital || (head[next]! & specialty) !== 0) named = true
    } else if (
      /^(?:and|&|of|s)$/iu.test(said(reading, next)) &&
      from < at &&
      next > 0 &&
      ((head[next - 1]! & (specialty | care2)) !== 0 || isCapital(reading, next - 1))
    )
      from = next
    // "acute receiving unit"
    else if (
      from === at &&
      next > 0 &&
      (head[next - 1]! & specialty) !== 0 &&
      follows(reading, next) &&
      (close[next]! & near.bit.stop) === 0
    )
      from = next
    else break
  }
  // "on bluebell ward"
  if (
    ward &&
    from === at &&
    at > 1 &&
    follows(reading, at) &&
    (close[at - 1]! & (near.bit.stop | near.bit.article | near.bit.possessive | near.bit.number | near.bit.colour | near.bit.day)) === 0 &&
    /^(?:on|to|from|off|of|in|onto|at)$/iu.test(said(reading, at - 2)) &&
    tokens.shape[at - 1] !== shape.digits
  ) {
    from = at - 1
    named = true
  }
  if (ward && from < at && isCapital(reading, from)) named = true
  if (from === at || !named) {
    // "department of medicine"
    if (said(reading, to) === 'of' && to + 1 < tokens.count && (head[to + 1]! & specialty) !== 0 && !ward) {
      found.tokens(at, to + 2, 'DEPARTMENT', likely, 1)
      return to + 2
    }
    return 0
  }
  while (from < at && (close[from]! & near.bit.stop) !== 0) from++
  found.tokens(from, at + 1, 'DEPARTMENT', likely, 1)
  return at + 1
}

function bySpecialty(reading: Reading, at: number, found: Findings): number {
  const { tokens, head } = reading
  const next = at + 1
  if (
    next < tokens.count &&
    follows(reading, next) &&
    (head[next]! & (department | role | care2 | headOf.bit.care3 | headOf.bit.care)) !== 0
  )
    return 0
  if (!units.test(said(reading, at)) || !places.test(said(reading, at - 1)) || tokens.shape[at] === shape.digits) return 0
  // "to radiology": where somebody works or was.
  if (/^(?:the|of|for|with)$/iu.test(said(reading, at - 1)) && !/^(?:a&e|icu|itu|hdu|nicu|picu|ccu|amu|mau)$/iu.test(said(reading, at)))
    return 0
  found.tokens(at, at + 1, 'DEPARTMENT', likely)
  return at + 1
}
