import { behindTheme, countable, passagesIn, unsettled } from '../../analysis/index.js'
import { type Configuration, compareNatural, type Pass, type Study } from '../../study/index.js'
import { evidenceOf, gatherEvidence, negativeCases, newestConfigurations, newestTheory } from '../../theory/index.js'
import { memberReplies } from '../member/memberReplies.js'
import { called, counts, type Telling, type Told } from './telling.js'

const notWork: ReadonlySet<string> = new Set<Pass['kind']>(['import', 'edit'])

/** Item 13: coders, codes and passes, versions of the theory with their reasons, and what is not settled. */
export function analysisTold({ study, language, fact, lacks, rowOf }: Telling): Told {
  const coders = new Set(study.codings.map(one => one.coder).filter(one => one !== ''))
  const codes = study.codes.filter(one => one.retired !== true)
  const defined = codes.filter(one => one.definition !== null).length
  const work = study.journal.filter(pass => !notWork.has(pass.kind)).map(pass => called(language.names.passes, pass.kind, ''))
  const settled = study.codings.filter(one => one.status === 'settled').length
  const open = new Set(unsettled(study).rows.flatMap(row => [row.coding, row.otherCoding]))
  const later = study.theories.flatMap((one, at) => (one.from === null ? [] : [{ ...one, at }]))
  const passages = passagesIn(countable(study).map(one => one.coding))
  return {
    facts: [
      ...(coders.size === 0 ? [] : [fact('coders', { n: coders.size }, 'codings.csv, coder')]),
      ...(codes.length === 0 ? [] : [fact('codes', { n: codes.length, defined, passages }, 'codes.csv, codings.csv')]),
      ...(work.length === 0 ? [] : [fact('passes', { counts: counts(work) }, 'journal.jsonl')]),
      ...(settled === 0 ? [] : [fact('settled', { n: settled }, 'codings.csv, status')]),
      ...later.flatMap(one =>
        one.reason === null ? [] : [fact('version', { id: one.id, reason: one.reason }, rowOf('theories', one.id, one.at))],
      ),
    ],
    missing: [
      ...(defined === codes.length ? [] : [lacks('noDefinitions', { n: codes.length - defined })]),
      ...(work.length === 0 ? [lacks('noPasses')] : []),
      ...(open.size === 0 ? [] : [lacks('unsettled', { n: passagesIn(study.codings.filter(one => open.has(one.id))) })]),
      ...later.flatMap(one => (one.reason === null ? [lacks('noReason', { id: one.id })] : [])),
    ],
  }
}

/** Item 15: themes and configurations, what is for and against each, what goes against it, and what people answered. */
export function findingsTold(telling: Telling): Told {
  const { study, language, fact, lacks } = telling
  const configurations = newestConfigurations(study).filter(one => one.change !== 'dropped')
  if (study.themes.length + configurations.length === 0) return { facts: [], missing: [lacks('noFindings')] }
  const roles = study.roles.filter(role => study.themes.some(one => one.role === role))
  const perRole = roles.map(role => `${called(language.names.roles, role, '')} ${study.themes.filter(one => one.role === role).length}`)
  const unwritten = study.themes.filter(one => one.bullet === null).length
  const statuses = configurations.map(one => called(language.names.statuses, one.status, language.texts.notStated)).sort(compareNatural)
  const replies = [...memberReplies(study)]
  const people = new Set(study.responses.map(one => one.respondent)).size
  const disputing = new Set(study.responses.filter(one => one.response === 'disputes').map(one => one.respondent)).size
  const each = configurations.map(one => configurationTold(telling, one))
  return {
    facts: [
      ...(perRole.length === 0 ? [] : [fact('themes', { counts: perRole.join(', ') }, 'themes.csv')]),
      ...(statuses.length === 0 ? [] : [fact('configurations', { counts: counts(statuses) }, 'configurations.csv, status')]),
      ...each.flatMap(one => one.facts),
      ...(replies.length === 0 ? [] : [fact('replies', { n: replies.length, people, disputes: disputing }, 'responses.csv')]),
    ],
    missing: [...(unwritten === 0 ? [] : [lacks('unwritten', { n: unwritten })]), ...each.flatMap(one => one.missing)],
  }
}

function configurationTold({ study, fact, lacks }: Telling, one: Configuration): Told {
  const { id } = one
  const rows = evidenceOf(study, one)
  const { parts, restsOn } = gatherEvidence(study, one)
  const whole = (stance: string) =>
    parts.find(part => part.part === 'whole' && part.from === 'evidence' && part.stance === stance)?.sources.length ?? 0
  const inferred = rows.filter(row => row.basis === 'inferred').length
  const against = negativeCases(study, one).rows.length
  const newest = newestTheory(study)
  const isLater = newest !== null && newest.from !== null && one.theory === newest.id
  return {
    facts: [
      ...(rows.length === 0 || !isCounted(study)
        ? []
        : [fact('evidence', { id, for: restsOn, refining: whole('refines'), against: whole('refutes'), inferred }, `evidence.csv, ${id}`)]),
      ...(against === 0 || !isCounted(study) ? [] : [fact('negative', { id, n: against }, `negativeCases(study, '${id}')`)]),
    ],
    missing: [
      ...(rows.length === 0 ? [lacks('noEvidence', { id })] : []),
      ...(rows.length > 0 && rows.every(row => (row.stance ?? 'supports') === 'supports') ? [lacks('noCounter', { id })] : []),
      ...(one.status === null ? [lacks('noStatus', { id })] : []),
      ...(isLater && one.change === null ? [lacks('noChange', { id })] : []),
    ],
  }
}

/** Item 17: of limitations the tables know what is thin; of the future the themes about it. */
export function limitsTold({ study, fact, lacks }: Telling): Told {
  const thin = isCounted(study) ? study.themes.filter(one => behindTheme(study, one).supports.length < 2).length : 0
  const future = study.themes.filter(one => one.role === 'future').length
  return {
    facts: future === 0 ? [] : [fact('future', { n: future }, 'themes.csv, role')],
    missing: thin === 0 ? [] : [lacks('oneSource', { n: thin })],
  }
}

const isCounted = (study: Study) => study.basis === 'interviews'
