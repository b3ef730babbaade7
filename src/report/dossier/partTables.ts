import type { Stance } from '../../study/index.js'
import type { EvidencePart } from '../../theory/index.js'
import type { Block } from '../block.js'
import type { Making } from '../making.js'
import { roleNamed } from '../named.js'
import { fixed } from '../say.js'

/** Per role and for the whole: sources for, refining and against, and how what is for it came up. */
export function partTables(making: Making, parts: readonly EvidencePart[]): readonly Block[] {
  const { texts } = making.language
  return [...tableOf(making, parts, 'evidence', texts.evidencePerRole), ...tableOf(making, parts, 'codings', texts.codingsPerRole)]
}

function tableOf(making: Making, all: readonly EvidencePart[], from: EvidencePart['from'], caption: string): readonly Block[] {
  const { texts } = making.language
  const parts = all.filter(one => one.from === from)
  if (parts.length === 0) return []
  const names = [...new Set(parts.map(one => one.part))]
  const asksInferred = parts.some(one => one.stance === 'supports' && one.inferredOnly > 0)
  const heads = [texts.headRole, texts.headSupport, texts.headVolunteered, texts.headAsked, texts.headOnlyAgreed]
  if (asksInferred) heads.push(texts.headInferred)
  heads.push(texts.headRefine, texts.headRefute)
  const rows = names.map(part => {
    const of = (stance: Stance) => parts.find(one => one.part === part && one.stance === stance)
    const supports = of('supports')
    const numbers = [supports?.sources.length ?? 0, supports?.volunteered ?? 0, supports?.asked ?? 0, supports?.agreedOnly ?? 0]
    if (asksInferred) numbers.push(supports?.inferredOnly ?? 0)
    numbers.push(of('refines')?.sources.length ?? 0, of('refutes')?.sources.length ?? 0)
    return [part === 'whole' ? [fixed(texts.wholly)] : roleNamed(making, part), ...numbers.map(n => [fixed(n)])]
  })
  return [
    {
      kind: 'table',
      caption: [fixed(caption)],
      head: heads.map(head => [fixed(head)]),
      rows,
      numeric: heads.map((_, i) => i > 0),
    },
  ]
}
