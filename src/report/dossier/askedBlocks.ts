import { groupCounts, labelOf, type Source } from '../../analysis/index.js'
import { audienceOf, type Configuration, compareNatural } from '../../study/index.js'
import { whoWasAsked } from '../../theory/index.js'
import type { Block, Inline } from '../block.js'
import type { Making } from '../making.js'
import { className } from '../named.js'
import { fixed, joined, say, text } from '../say.js'

type Line = readonly Inline[]

/** Who the theory was put to or was asked about it, what they said of it, and who said nothing. Only a team is told who. */
export function askedBlocks(making: Making, configuration: Configuration): readonly Block[] {
  const { study, language } = making
  const { texts, names } = language
  const { put, conversations, asked, said, silent } = whoWasAsked(study, configuration)
  const facts = [
    put.length === 0
      ? [fixed(texts.putToNobody)]
      : say(texts.putTo, {
          sources: fixed(language.count(put.length, 'source')),
          conversations: fixed(language.count(conversations, 'conversation')),
        }),
    asked === null ? [fixed(texts.askedUnknown)] : say(texts.askedAbout, { sources: fixed(language.count(asked.length, 'source')) }),
  ]
  const isTeam = audienceOf(study) === 'team'
  const answers: readonly (readonly [string, readonly Source[]])[] = [
    [names.stances.supports!, said.supports],
    [names.stances.refines!, said.refines],
    [names.stances.refutes!, said.refutes],
    [texts.saidNothing, silent],
  ]
  const heads = [texts.headAnswer, texts.headSources, texts.headGroup, ...(isTeam ? [texts.headWho] : [])]
  const rows = answers.map(([answer, sources]) => [
    [fixed(answer)],
    [fixed(sources.length)],
    groupsOf(making, sources),
    ...(isTeam ? [whoOf(making, sources)] : []),
  ])
  const nobody = put.length === 0 && (asked === null || asked.length === 0)
  return [
    { kind: 'paragraph', children: joined(facts, ' ') },
    ...(nobody
      ? []
      : [
          {
            kind: 'table',
            caption: null,
            head: heads.map(head => [fixed(head)]),
            rows,
            numeric: heads.map((_, i) => i === 1),
          } as const,
        ]),
  ]
}

function groupsOf(making: Making, sources: readonly Source[]): Line {
  const { texts } = making.language
  return joined(
    groupCounts(making.study, sources).map(({ group, sources: n }) =>
      say(texts.groupCount, { group: className(making, 'group', group), n }),
    ),
    ', ',
  )
}

/** The sources one behind the other, in the order of numbers; a pair is one. */
function whoOf({ study }: Making, sources: readonly Source[]): Line {
  const labels = sources.map(source => labelOf(study, source.respondents)).sort(compareNatural)
  return joined(
    labels.map(label => [text(label)]),
    '; ',
  )
}
