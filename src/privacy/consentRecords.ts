import { type Consent, type Study, tables } from '../study/index.js'
import { archivePromises } from './closedTo.js'
import { withoutConsent } from './consent.js'
import { consentFor, endsBeforeItBegins, hasEnded, type Purpose } from './consentFor.js'
import type { ConflictKind } from './consentReasons.js'
import type { Entry } from './entry.js'
import type { Profile } from './profile.js'

/** Something wrong with what was recorded, whatever is printed. */
export interface RecordConflict {
  readonly kind: ConflictKind
  readonly respondent: string
  readonly promised: string
  readonly where: string
  readonly planned: string
  readonly printed: string
  readonly why: string
  readonly todo: string
}

/** What does not fit in the records of consent themselves. */
export function consentRecords(
  study: Study,
  options: { readonly profile: Profile; readonly today: string | undefined; readonly register: readonly Entry[] },
): readonly RecordConflict[] {
  const { profile, today, register } = options
  return [
    ...unrecorded(study),
    ...overdue(study, today),
    ...contradicting(study),
    ...(profile === 'archive' ? reuseUnasked(study, today) : []),
    ...namesPrinted(study, register, today),
  ]
}

function unrecorded(study: Study): readonly RecordConflict[] {
  return withoutConsent(study).map(one => ({
    kind: 'no consent is recorded',
    respondent: one.id,
    promised: 'nothing is recorded',
    where: `${tables.respondents.file}, row ${study.respondents.indexOf(one) + 2}`,
    planned: 'what this person said',
    printed: 'nothing literal',
    why: 'what was agreed nowhere is not agreed',
    todo: 'record what was agreed in consents.csv, or in the column consent',
  }))
}

function overdue(study: Study, today: string | undefined): readonly RecordConflict[] {
  return study.consents.flatMap((one, i): readonly RecordConflict[] => {
    const isTurned = endsBeforeItBegins(one)
    if (one.respondent === null || one.answer === 'no' || !(isTurned || hasEnded(one, today))) return []
    return [
      {
        kind: isTurned ? 'a consent ends before it begins' : 'a consent has ended',
        respondent: one.respondent,
        promised: saidIn(one),
        where: `${tables.consents.file}, row ${i + 2}`,
        planned: `what this consent was for: ${one.purpose}`,
        printed: 'nothing it was for',
        why: isTurned ? 'until is before date, so nobody knows what was agreed' : 'it no longer holds',
        todo: isTurned ? 'correct date or until' : 'ask for it again, or leave it out',
      },
    ]
  })
}

function contradicting(study: Study): readonly RecordConflict[] {
  const groups = new Map<string, number[]>()
  study.consents.forEach((one, i) => {
    const key = JSON.stringify([one.respondent, one.purpose])
    groups.set(key, [...(groups.get(key) ?? []), i])
  })
  return [...groups.values()].flatMap((places): readonly RecordConflict[] => {
    const rows = places.map(i => study.consents[i]!)
    const { respondent, purpose } = rows[0]!
    if (respondent === null || purpose === null || new Set(rows.map(one => one.answer)).size < 2) return []
    return [
      {
        kind: 'answers contradict each other',
        respondent,
        promised: rows.map(saidIn).join('; '),
        where: `${tables.consents.file}, rows ${places.map(i => i + 2).join(' and ')}`,
        planned: `what the milder answer allows: ${purpose}`,
        printed: 'what the strictest answer allows',
        why: 'of several answers the strictest counts',
        todo: 'take the row out that does not hold, or give it a last day in until',
      },
    ]
  })
}

/** An archive is there to be used again: whether that may be done is best known before it has the texts. */
function reuseUnasked(study: Study, today: string | undefined): readonly RecordConflict[] {
  return study.respondents.flatMap((one, i): readonly RecordConflict[] => {
    const isArchived = archivePromises(study, { respondent: one.id }, today).every(promise => promise.answer === 'yes')
    if (!isArchived || consentFor(study, 'reuse', { respondent: one.id }, today) === 'yes') return []
    return [
      {
        kind: 'reuse was not asked',
        respondent: one.id,
        promised: 'archive: yes; reuse: nothing is recorded',
        where: `${tables.respondents.file}, row ${i + 2}`,
        planned: 'speech in an archive that others use',
        printed: 'the speech: it was agreed to archive it',
        why: 'it is not known whether others may use it',
        todo: 'ask, or have the archive close it to others',
      },
    ]
  })
}

function namesPrinted(study: Study, register: readonly Entry[], today: string | undefined): readonly RecordConflict[] {
  const conflict = (respondent: string, where: string, todo: string): RecordConflict => ({
    kind: 'a name without consent',
    respondent,
    promised: `name: ${consentFor(study, 'name', { respondent }, today)}`,
    where,
    planned: 'the name',
    printed: 'the name, unless the register holds it',
    why: 'this person did not agree to be named',
    todo,
  })
  const mayBeNamed = (respondent: string) => consentFor(study, 'name', { respondent }, today) === 'yes'
  return [
    ...study.respondents.flatMap((one, i) =>
      isCalled(study, one.id, one.label) && !mayBeNamed(one.id)
        ? [conflict(one.id, `${tables.respondents.file}, row ${i + 2}, column label`, 'give a label that is no name, such as a number')]
        : [],
    ),
    ...register.flatMap((one, i) =>
      one.respondent !== null && one.match === 'keep' && !mayBeNamed(one.respondent)
        ? [conflict(one.respondent, `register, row ${i + 2}, column match`, 'let the register replace the name: it says to keep it')]
        : [],
    ),
  ]
}

/** Whether a label is what a person is called before her turns: that is a name, unless it is a number, a mark or a word for who speaks. */
export function isCalled(study: Study, respondent: string, label: string | null): boolean {
  if (label === null) return false
  const fold = (text: string) => text.trim().toLowerCase()
  const person = study.respondents.find(one => one.id === respondent)
  const others = [respondent, person?.group ?? ''].map(fold)
  return study.transcripts.some(({ turns }) =>
    turns.some(({ speaker, respondents }) => {
      if (!respondents.includes(respondent) || speaker === null) return false
      const mark = fold(speaker)
      return /^\p{Lu}.*\p{L}{2}/u.test(speaker.trim()) && !/\d/u.test(mark) && !others.includes(mark) && fold(label) === mark
    }),
  )
}

function saidIn({ purpose, answer, form, date, until }: Consent & { readonly purpose: Purpose | null }): string {
  const facts = [form, date, until === null ? null : `until ${until}`].filter(one => one !== null)
  return `${purpose}: ${answer ?? 'no'}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`
}
