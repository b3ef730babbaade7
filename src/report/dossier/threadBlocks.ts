import type { Role } from '../../study/index.js'
import { cautionsOn, type EvidencePart, type GatheredEvidence } from '../../theory/index.js'
import type { Block, Inline } from '../block.js'
import type { Making } from '../making.js'
import { className, isOther, roleNamed } from '../named.js'
import { fixed, joined, say, text } from '../say.js'

/** Where the sources come from, who tells the whole chain, and what should be known before it is called supported. */
export function threadBlocks(making: Making, { parts, threads }: GatheredEvidence): readonly Block[] {
  const { texts } = making.language
  const whole = parts.find(one => one.part === 'whole' && one.stance === 'supports')
  const caution = cautionsOn(parts, threads)
  const roles = (names: readonly Role[]) =>
    joined(
      names.map(role => roleNamed(making, role)),
      ', ',
    )
  const told = [whole === undefined || whole.sources.length === 0 ? [] : whereFrom(making, whole), threadSentences(making, threads)].filter(
    sentences => sentences.length > 0,
  )
  const cautions: readonly (readonly Inline[])[] = [
    ...(caution.nobodySaid ? [[fixed(texts.nobodySaid)]] : []),
    ...(caution.allAgreed ? [[fixed(texts.allAgreed)]] : []),
    ...(caution.nothingFor.length === 0 ? [] : [say(texts.nothingFor, { roles: roles(caution.nothingFor) })]),
    ...(caution.inferred.length === 0 ? [] : [say(texts.onlyInferred, { roles: roles(caution.inferred) })]),
    ...(caution.isStitched ? [[fixed(texts.stitched)]] : []),
    ...(caution.hidesThreads ? [[fixed(texts.notAllThreads)]] : []),
  ]
  return [
    ...told.map(sentences => ({ kind: 'paragraph', children: joined(sentences, ' ') }) as const),
    ...(cautions.length === 0
      ? []
      : [
          {
            kind: 'list',
            ordered: false,
            items: cautions.map(children => [{ kind: 'paragraph', children } as const]),
          } as const,
        ]),
  ]
}

/** The groups, rounds and cases of what supports it; what is only put together of small ones says nothing. */
function whereFrom(making: Making, { byGroup, rounds, cases }: EvidencePart): readonly (readonly Inline[])[] {
  const { texts } = making.language
  const listed = (lines: readonly (readonly Inline[])[]) => joined(lines, ', ')
  const groups = byGroup.map(({ group, sources: n }) => say(texts.groupCount, { group: className(making, 'group', group), n }))
  const isTold = (all: readonly (string | null)[]) => all.some(one => one !== null && !isOther(making, one))
  return [
    ...(isTold(byGroup.map(one => one.group)) ? [say(texts.byGroup, { groups: listed(groups) })] : []),
    ...(rounds.length === 0 ? [] : [say(texts.codebookRounds, { rounds: listed(rounds.map(one => [text(one)])) })]),
    ...(isTold(cases) ? [say(texts.inCasesNamed, { cases: listed(cases.map(one => [className(making, 'case', one)])) })] : []),
  ]
}

function threadSentences({ language: { texts, count } }: Making, threads: GatheredEvidence['threads']): readonly (readonly Inline[])[] {
  const { roles, inOneAccount, inOwnCodings, partly, isStitched, isWhole } = threads
  if (roles.length < 2) return []
  const told = (template: string, n: number) => (n === 0 ? [] : [say(template, { sources: fixed(count(n, 'source')) })])
  const isNone = inOneAccount.length + inOwnCodings.length === 0 && !isStitched && isWhole
  return [
    ...told(texts.threadsAccount, inOneAccount.length),
    ...told(texts.threadsOwn, inOwnCodings.length),
    ...(isNone ? [[fixed(texts.threadsNone)]] : []),
    ...told(texts.threadsPartly, partly.length),
  ]
}
