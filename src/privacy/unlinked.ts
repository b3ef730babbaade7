import { smallGroups } from '../analysis/index.js'
import type { Language } from '../language/index.js'
import { type Leaf, type Problem, type Study, throwProblems } from '../study/index.js'
import { membersOf } from '../transcript/index.js'
import type { NameFinder } from './findNames.js'
import { foldedWords } from './fold.js'
import { respondentLabel } from './replacements.js'

/** What readers see for people: a number or label of their own, or only a group, so that nothing of one person can be put together. */
export type Labels = 'numbered' | 'unlinked'

/** Refuses options that do not go together: whole transcripts show at a glance what one person said. */
export function checkLabels(options: { readonly labels?: Labels; readonly profile?: string }): void {
  const { labels, profile } = options
  const call = 'anonymise'
  throwProblems([
    ...(labels === undefined || labels === 'numbered' || labels === 'unlinked'
      ? []
      : [{ what: 'this is not a way to label people', hint: "give labels: 'numbered' or 'unlinked'", call }]),
    ...(labels === 'unlinked' && profile === 'archive'
      ? [
          {
            what: 'an archive holds whole transcripts, in which everything that a person said stands together',
            hint: "make the archive with labels: 'numbered', and the report with labels: 'unlinked'",
            call,
          },
        ]
      : []),
  ])
}

/** The study with a group in the place of every label, as far as its name holds no registered name and three people or more are in it. */
export function unlinkedStudy(study: Study, finder: NameFinder, { texts }: Language): Study {
  const small = smallGroups(study)
  const label = (group: string | null) => (group === null || small.has(group) || finder.find(group).length > 0 ? texts.aRespondent : group)
  return { ...study, respondents: study.respondents.map(one => ({ ...one, label: label(one.group) })) }
}

/**
 * Looks for the labels that people would have with a number: in the text of the researcher too these would put together what the rest
 * keeps apart.
 */
export function numberedLabels(study: Study, language: Language): (leaf: Leaf) => readonly Problem[] {
  const own = (id: string) => respondentLabel(study, id, language)
  const together = study.transcripts.flatMap(one => [membersOf(one), ...one.turns.map(turn => turn.respondents)])
  const all = [...study.respondents.map(one => own(one.id)), ...together.map(ids => language.joinLabels(ids.map(own)))]
  const labels = [...new Set(all.filter(label => /\p{N}/u.test(label)).map(fold))]
  return leaf => {
    const text = ` ${fold(leaf.text)} `
    if (!labels.some(label => text.includes(` ${label} `))) return []
    return [
      {
        what: 'this would print the label of one respondent, and labels are unlinked',
        hint: 'say "a nurse", or anonymise with labels: \'numbered\'',
        call: leaf.where,
      },
    ]
  }
}

function fold(text: string): string {
  return foldedWords(text).join(' ')
}
