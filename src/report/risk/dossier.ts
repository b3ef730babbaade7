import type { Language } from '../../language/index.js'
import { type Claim, type LabelRisk, riskFacts } from '../../privacy/index.js'
import { fill } from './fill.js'
import { type Question, questionsFor } from './questions.js'
import { sayTrial } from './sayTrial.js'

/** Something printed under a label, and where. */
export interface DossierItem {
  /** The title of the output. */
  readonly output: string
  readonly place: string
  readonly label: string
  readonly words: string
  /** What stands beside the words. */
  readonly columns: Readonly<Record<string, string>>
}

/** A fact told of whoever stands behind a label. */
export interface DossierFact {
  readonly attribute: string
  readonly value: string
  readonly unique: boolean
  /** Where it comes from: a column, the wording of the label, an entity in the words, a row of `reveals.csv`, a mention, an earlier release. */
  readonly from: Claim['from']
  /** Which: the column, the label, the entity, the row of `reveals.csv` counted from 1, the release. */
  readonly by: string
}

/** What can be put together about whoever stands behind a label, for a person to judge. */
export interface Dossier {
  readonly label: string
  /** How many people stand behind it. */
  readonly people: number
  /** Whether a reader can add up what stands under it. */
  readonly links: boolean
  /** How many of those who took part may be meant. */
  readonly k: number
  /** The same to one of them who rules herself out, at least one; one where others sat in the conversation and heard who said it. */
  readonly insider: number
  /** How many of all known people of the group; null when they are not given. */
  readonly population: number | null
  /** Who fits, in general terms. */
  readonly who: string
  readonly facts: readonly DossierFact[]
  readonly printed: readonly DossierItem[]
  /** Singling out, linking and inferring: what there is to see. */
  readonly singleOut: readonly string[]
  readonly link: readonly string[]
  readonly infer: readonly string[]
  readonly questions: readonly Question[]
  /** The single change that helps most; null when none does. */
  readonly change: DossierChange | null
  /** All it says, without places, in an order that does not depend on that of the study: what a signature is bound to. */
  readonly text: string
}

export interface DossierChange {
  readonly what: string
  /** What would be the number of this label, and the smallest of all labels. */
  readonly k: number
  readonly smallest: number
}

/** Writes the dossier of a label. */
export function dossierOf(risk: LabelRisk, people: number, language: Language): Dossier {
  const label = risk.label === '' ? language.risk.noLabel : risk.label
  const who = [...new Set(risk.claims.map(claim => sayClaim(claim, language)))].sort().join('; ')
  const printed = risk.items.map(({ printed: { output, place, label: shown, words, columns } }) => ({
    output,
    place,
    label: shown,
    words,
    columns,
  }))
  const headings = { singleOut: singlingOut(risk, who, people, language), link: linking(risk, language), infer: inferring(risk, language) }
  const questions = questionsFor(risk, who, language)
  const change = risk.best === null ? null : { what: sayTrial(risk.best.trial, language), k: risk.best.k, smallest: risk.best.smallest }
  const facts = risk.claims.map(({ attribute, shown, unique, from, by }) => ({ attribute, value: shown, unique, from, by }))
  const { k, insider, population, behind, links } = risk
  const said = { label, people: behind, links, k, insider, population, who }
  return { ...said, facts, printed, ...headings, questions, change, text: textOf(said, printed, headings, questions, change) }
}

/** A claim in words. */
export function sayClaim({ attribute, shown, unique, values }: Claim, { risk }: Language): string {
  if (unique) return fill(risk.uniqueFact, { attribute })
  if (attribute === riskFacts.together) return risk.together
  if (attribute === riskFacts.label) return fill(risk.wording, { value: values.join(' / ') })
  return fill(risk.fact, { attribute, value: shown })
}

function singlingOut(one: LabelRisk, who: string, n: number, { risk }: Language): readonly string[] {
  const { behind, links, heard, k, population, rarest } = one
  // Who was not there rules out only herself.
  const insider = Math.max(1, k - 1)
  const stands = !links ? risk.anybody : behind === 1 ? risk.onePerson : fill(risk.several, { n: behind })
  const alone = rarest === null || one.claims.length < 2 ? [] : [fill(risk.rarest, { fact: sayShort(rarest.claim, risk), k: rarest.k })]
  return [
    stands,
    who === '' ? fill(risk.fitsAll, { k, n, insider }) : fill(risk.fits, { k, n, insider, facts: who }),
    ...(heard ? [risk.heard] : []),
    ...alone,
    ...(population === null ? [] : [fill(risk.population, { population })]),
  ]
}

function sayShort(claim: Claim, risk: Language['risk']): string {
  if (claim.unique) return fill(risk.uniqueFact, { attribute: claim.attribute })
  return claim.attribute === riskFacts.together ? risk.together : `${claim.attribute} ${claim.shown}`
}

function linking({ links, items, earlier }: LabelRisk, { risk }: Language): readonly string[] {
  const before = [...new Set(earlier.map(one => fill(risk.earlier, { label: one.label, release: one.release })))].sort()
  return [links ? fill(risk.addsUp, { n: items.length }) : risk.standsAlone, ...before]
}

function inferring({ claims, items, oneSided }: LabelRisk, language: Language): readonly string[] {
  const { risk } = language
  const reveals = claims
    .filter(claim => claim.from === 'reveal')
    .map(claim => fill(risk.revealed, { fact: sayClaim(claim, language), row: Number(claim.by) + 1 }))
  const entities = [
    ...new Set(items.flatMap(one => [...one.entities, ...one.claims.filter(claim => claim.from === 'entity').map(claim => claim.by)])),
  ]
  const all = [
    ...reveals,
    ...entities.sort().map(entity => fill(risk.inBrackets, { entity })),
    ...oneSided.map(({ people, group, side, theme }) => fill(risk.oneSided, { n: people, group, side: risk[side], theme })),
  ]
  return all.length === 0 ? [risk.nothing] : all
}

type Said = Pick<Dossier, 'label' | 'people' | 'links' | 'k' | 'insider' | 'population' | 'who'>

/** Without places, and sorted: a row that moves is no other dossier, a word that changes is. */
function textOf(
  said: Said,
  printed: readonly DossierItem[],
  { singleOut, link, infer }: Pick<Dossier, 'singleOut' | 'link' | 'infer'>,
  questions: readonly Question[],
  change: DossierChange | null,
): string {
  const items = printed.map(({ output, label, words, columns }) => JSON.stringify([output, label, words, Object.entries(columns).sort()]))
  const told = {
    ...said,
    printed: [...new Set(items)].sort(),
    singleOut,
    link: [...link].sort(),
    infer: [...infer].sort(),
    questions: questions.map(one => `${one.reader}: ${one.question}`).sort(),
    change,
  }
  return JSON.stringify(told)
}
