import { type Configuration, configurationRoles } from '../../study/index.js'
import { evidenceOf, gatherEvidence, rivalsOf } from '../../theory/index.js'
import type { Block, Inline } from '../block.js'
import { isToldCase, roleOf, statementOf } from '../configurationBlock.js'
import type { Making } from '../making.js'
import { codeName, named, roleNamed } from '../named.js'
import { fixed, joined, text } from '../say.js'

type Line = readonly Inline[]

/** A configuration and those that compete with it, a column each: what they say, what they rest on, and what was seen per case. */
export function rivalBlocks(making: Making, configuration: Configuration): readonly Block[] {
  const { study, language } = making
  const { texts } = language
  const rivals = rivalsOf(study, configuration)
  if (rivals.length === 0) return [{ kind: 'paragraph', children: [fixed(texts.noRival)] }]
  const all = [configuration, ...rivals]
  const row = (head: Line, cell: (one: Configuration) => Line): readonly Line[] => [head, ...all.map(cell)]
  const rows = [
    row([fixed(texts.headStatement)], one => statementOf(making, one)),
    ...configurationRoles(study).map(role => row(roleNamed(making, role), one => roleCell(making, one, role))),
    row([fixed(texts.rowForWhom)], one => named(language.names.beneficiaries, one.beneficiary)),
    row([fixed(texts.headStatus)], one => named(language.names.statuses, one.status)),
    ...(making.counts ? countRows(making, row) : []),
    ...caseRows(making, all, row),
  ].filter(([, ...cells]) => cells.some(cell => cell.length > 0))
  return [
    {
      kind: 'table',
      caption: null,
      head: [[], ...all.map(one => [text(one.id)])],
      rows,
      numeric: [false, ...all.map(() => false)],
    },
  ]
}

type Row = (head: Line, cell: (one: Configuration) => Line) => readonly Line[]

/** Her words, else her codes: what two rivals have in common is seen at once. */
function roleCell(making: Making, configuration: Configuration, role: string): Line {
  const { codes, words } = roleOf(configuration, role)
  if (words !== null) return [text(words)]
  return joined(
    codes.map(code => [text(codeName(making, code))]),
    ', ',
  )
}

function countRows({ study, language }: Making, row: Row): readonly (readonly Line[])[] {
  const { texts } = language
  const gathered = (one: Configuration) => gatherEvidence(study, one)
  const sources = (n: number): Line => [fixed(language.count(n, 'source'))]
  const against = (one: Configuration, stance: 'refines' | 'refutes') =>
    gathered(one).parts.find(part => part.part === 'whole' && part.stance === stance)?.sources.length ?? 0
  return [
    row([fixed(texts.rowRestsOn)], one =>
      evidenceOf(study, one).length === 0 ? [fixed(texts.noEvidence)] : sources(gathered(one).restsOn),
    ),
    row([fixed(texts.headRefine)], one => sources(against(one, 'refines'))),
    row([fixed(texts.headRefute)], one => sources(against(one, 'refutes'))),
    row([fixed(texts.rowWholeChain)], one => {
      const { threads } = gathered(one)
      return threads.roles.length < 2 ? [] : sources(threads.inOneAccount.length + threads.inOwnCodings.length)
    }),
  ]
}

/** What was seen of each, in the cases of which something was written down. */
function caseRows({ study, language }: Making, all: readonly Configuration[], row: Row): readonly (readonly Line[])[] {
  const verdictOf = (id: string, one: Configuration) =>
    study.cells.find(cell => cell.case === id && cell.configuration === one.id && (cell.theory === null || cell.theory === one.theory))
  return study.cases
    .filter(({ id }) => isToldCase(study, id) && all.some(one => verdictOf(id, one) !== undefined))
    .map(({ id, name }) => row([text(name ?? id)], one => named(language.names.statuses, verdictOf(id, one)?.status ?? null)))
}
