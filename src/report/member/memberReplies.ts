import { behindTheme, sourcesOf, themesInOrder } from '../../analysis/index.js'
import { compareNatural, needStudy, type Response, type Study } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { configurationNamed, evidenceOf, supportOf } from '../../theory/index.js'
import { type MemberItem, memberItem, statementNow } from './memberItem.js'

/** What came back on one finding, beside what it rested on without that. */
export interface MemberReplies {
  readonly item: string
  readonly kind: 'theme' | 'configuration' | 'other finding'
  readonly statement: string
  /** The independent sources behind it, from the interviews; null for a finding in words of its own, and when only quotes are known. */
  readonly sources: number | null
  /** To how many people it was put. */
  readonly put: number
  /** How many of those belong to the sources behind it, and so were heard already. */
  readonly heardBefore: number | null
  readonly agrees: number
  readonly adds: number
  readonly disputes: number
  readonly noView: number
  /** People who were asked and never answered. */
  readonly noReply: number
}

/**
 * Counts what came back when findings were put to people: per finding who agrees, adds, disputes and has no view, and who did not reply. These
 * stand beside the independent sources behind the finding and are never added to them: who agrees with what we made of her words says
 * that we heard well, not that one more source said so.
 *
 * People are counted, each once in a column; who said several things of a finding stands in several. What was put as `C3` is counted with
 * the newest version of C3.
 *
 * @example
 * const asked = theoryPass(study, { coder: 'MV', date: '2020-09-01' }, pass => {
 *   pass.response('10', 'C1', { response: 'agrees' })
 *   pass.response('12', 'C1', { response: 'disputes', text: 'Only in the first year.' })
 * })
 * const [{ sources, put, agrees, disputes }] = memberReplies(asked)
 * ;[sources, put, agrees, disputes]
 * //=> [2, 2, 1, 1]
 */
export function memberReplies(study: Study): Table<MemberReplies> {
  needStudy(study, 'memberReplies')
  const rows = groupsIn(study).map(group => rowOf(study, group))
  return new Table<MemberReplies>({
    title: 'Replies to findings',
    columns: ['item', 'kind', 'statement', 'sources', 'put', 'heardBefore', 'agrees', 'adds', 'disputes', 'noView', 'noReply'],
    rows,
    basis: 'people who replied in responses.csv; sources are those behind the finding without any reply, and replies are not added to them',
    of: study,
  })
}

interface Group {
  readonly item: MemberItem | null
  readonly name: string
  readonly responses: readonly Response[]
}

/** The findings that were put to people: themes in the order of the report, configurations as listed, then what was put in other words. */
function groupsIn(study: Study): readonly Group[] {
  const groups = new Map<object | string, { item: MemberItem | null; name: string; responses: Response[] }>()
  for (const response of study.responses) {
    const name = response.item?.trim() ?? ''
    const item = memberItem(study, name)
    const key = item === null ? name : item.kind === 'theme' ? item.theme : item.configuration
    const group = groups.get(key) ?? { item, name: item === null ? name : nameOf(study, item), responses: [] }
    group.responses.push(response)
    groups.set(key, group)
  }
  const themes = themesInOrder(study)
  const place = ({ item }: Group) => {
    if (item === null) return themes.length + study.configurations.length
    return item.kind === 'theme' ? themes.indexOf(item.theme) : themes.length + study.configurations.indexOf(item.configuration)
  }
  return [...groups.values()].sort((a, b) => place(a) - place(b) || compareNatural(a.name, b.name))
}

/** `C3`, and with its version where another C3 is the newest. */
function nameOf(study: Study, item: MemberItem): string {
  if (item.kind === 'theme') return item.theme.id
  const { id, theory } = item.configuration
  return configurationNamed(study, id) === item.configuration || theory === null ? id : `${id}@${theory}`
}

function rowOf(study: Study, { item, name, responses }: Group): MemberReplies {
  const people = (test: (one: Response) => boolean) =>
    new Set(responses.filter(one => one.respondent !== null && test(one)).map(one => one.respondent!))
  const replied = people(one => one.response !== null && one.response !== 'no reply')
  const put = people(() => true)
  const behind = item === null || study.basis === 'quotes' ? null : sourcesBehind(study, item)
  const ids = new Set(behind?.map(one => one.id))
  const { homeOf } = sourcesOf(study)
  return {
    item: name,
    kind: item?.kind ?? 'other finding',
    statement: item === null ? '' : statementNow(study, null, item),
    sources: behind?.length ?? null,
    put: put.size,
    heardBefore: behind === null ? null : [...put].filter(one => ids.has(homeOf(one).id)).length,
    agrees: people(one => one.response === 'agrees').size,
    adds: people(one => one.response === 'adds').size,
    disputes: people(one => one.response === 'disputes').size,
    noView: people(one => one.response === 'no view').size,
    noReply: [...put].filter(one => !replied.has(one)).length,
  }
}

function sourcesBehind(study: Study, item: MemberItem) {
  return item.kind === 'theme' ? behindTheme(study, item.theme).supports : supportOf(study, evidenceOf(study, item.configuration)).sources
}
