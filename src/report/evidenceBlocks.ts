import { type Coding, type Evidence, isUnlinked, type Stance } from '../study/index.js'
import { mayTie, saidIn, supportOf } from '../theory/index.js'
import type { Block, Inline } from './block.js'
import type { Making } from './making.js'
import { named, roleNamed } from './named.js'
import { type PrintedQuote, printCoding } from './printedQuote.js'
import { quoteBlock } from './quoteBlock.js'
import { fixed, joined, say, text } from './say.js'
import { untiedOrder, wordOrder } from './untiedOrder.js'

interface PrintedPassage {
  readonly coding: Coding
  readonly printed: PrintedQuote
}

/** How much is told of a piece of evidence. */
export interface EvidenceTelling {
  /** How it came up, whatever it is; unless given only that somebody agreed. */
  readonly elicited?: boolean
  /** Notes about it, which only a team has. */
  readonly notes?: boolean
}

/** The evidence of a configuration, what is for it, refines it and speaks against it apart. */
export function evidenceBlocks(making: Making, evidence: readonly Evidence[], telling: EvidenceTelling = {}): readonly Block[] {
  const { texts } = making.language
  const parts: readonly (readonly [string, Stance])[] = [
    [texts.forIt, 'supports'],
    [texts.refiningIt, 'refines'],
    [texts.againstIt, 'refutes'],
  ]
  return parts.flatMap(([title, stance]) => {
    const own = evidence.filter(one => (one.stance ?? 'supports') === stance)
    const items = isUnlinked(making.study)
      ? untiedItems(making, own, telling)
      : [...own.flatMap(one => tiedItem(making, one, telling)), ...looseItems(making, own)]
    if (items.length === 0) return []
    return [{ kind: 'note', children: [fixed(title)] } as const, { kind: 'list', ordered: false, items } as const]
  })
}

/** On how many sources the evidence for a configuration rests; nothing when only quotes are known. */
export function restsOn({ study, language, counts }: Making, evidence: readonly Evidence[]): readonly Block[] {
  if (!counts) return []
  const { sources: behind, agreedOnly: agreed } = supportOf(study, evidence)
  const sources = behind.length
  const values = { sources: fixed(language.count(sources, 'source')), agreed: fixed(language.count(agreed, 'source')) }
  const template = sources === 0 ? language.texts.restsOnNothing : agreed > 0 ? language.texts.restsOnAgreed : language.texts.restsOn
  return [{ kind: 'paragraph', children: say(template, values) }]
}

/** The passages of a piece of evidence, as they are printed. */
export function passagesOf({ study, language }: Making, evidence: Evidence): readonly PrintedPassage[] {
  return saidIn(study, evidence).flatMap(({ coding }) => {
    const printed = printCoding(study, language, coding)
    return printed === null ? [] : [{ coding, printed: { ...printed, stance: null } }]
  })
}

/** The passages of an account are of one source: where nothing may be tied together each stands for itself, without its reasoning. */
function untiedItems(making: Making, evidence: readonly Evidence[], telling: EvidenceTelling): readonly (readonly Block[])[] {
  const items = evidence.flatMap((one): readonly (readonly Block[])[] => {
    const passages = passagesOf(making, one)
    if (passages.length < 2) return [evidenceItem(making, one, telling)]
    const head: Block = { kind: 'paragraph', children: evidenceHead(making, one, telling) }
    return passages.map(({ printed }) => [head, quoteBlock(making, printed)])
  })
  return untiedOrder(making.study, items)
}

/** A piece of evidence with those of its passages that may stand together; none when none may. */
function tiedItem(making: Making, evidence: Evidence, telling: EvidenceTelling): readonly (readonly Block[])[] {
  const passages = passagesOf(making, evidence)
  const tied = passages.filter(one => !isLoose(making, passages, one))
  return passages.length > 0 && tied.length === 0 ? [] : [evidenceItem(making, evidence, telling, tied)]
}

/**
 * The passages of accounts that a quote gives to a role only: beside the others of their account a reader would know whose they are. Each
 * stands by itself behind the rest, with the role it plays and nothing of the account, in an order that follows from its words.
 */
function looseItems(making: Making, evidence: readonly Evidence[]): readonly (readonly Block[])[] {
  const items = evidence.flatMap(one => {
    const passages = passagesOf(making, one)
    return passages
      .filter(passage => isLoose(making, passages, passage))
      .map(({ coding, printed }): readonly Block[] => [
        { kind: 'paragraph', children: [{ kind: 'strong', children: roleNamed(making, coding.role) }] },
        quoteBlock(making, printed),
      ])
  })
  return wordOrder(items)
}

function isLoose({ study }: Making, all: readonly PrintedPassage[], { coding }: PrintedPassage): boolean {
  return all.length > 1 && !mayTie(study)(coding)
}

function evidenceItem(
  making: Making,
  evidence: Evidence,
  telling: EvidenceTelling,
  passages = passagesOf(making, evidence),
): readonly Block[] {
  const { texts } = making.language
  const quotes = passages.map(({ printed }) => quoteBlock(making, printed))
  return [
    { kind: 'paragraph', children: evidenceHead(making, evidence, telling) },
    ...quotes,
    ...(evidence.reasoning === null
      ? []
      : [{ kind: 'paragraph', children: say(texts.reasoning, { reasoning: evidence.reasoning }) } as const]),
    ...(evidence.note === null || telling.notes !== true
      ? []
      : [{ kind: 'paragraph', children: say(texts.note, { note: evidence.note }) } as const]),
  ]
}

const waysToSay = ['volunteered', 'asked', 'agreed', 'amended', 'rejected'] as const

/** "mechanism: inferred by the analyst, thin". What was not given is not said. */
function evidenceHead(making: Making, evidence: Evidence, { elicited: isTold }: EvidenceTelling): readonly Inline[] {
  const { names, texts } = making.language
  const role = evidence.role === null ? [fixed(texts.wholly)] : roleNamed(making, evidence.role)
  const heard = new Set(saidIn(making.study, evidence).map(({ coding }) => coding.elicited))
  const ways = waysToSay.filter(one => heard.has(one))
  const told = isTold === true ? ways : ways.filter(one => one === 'agreed' && evidence.coding !== null)
  const facts = [
    // How it was said says that it was.
    isTold === true && ways.length > 0 && evidence.basis === 'said' ? [] : named(names.bases, evidence.basis),
    ...told.map(one => named(names.elicited, one)),
    named(names.weights, evidence.weight),
    evidence.reference === null ? [] : [text(evidence.reference)],
  ].filter(fact => fact.length > 0)
  const strong: Inline = { kind: 'strong', children: role }
  return facts.length === 0 ? [strong] : [strong, fixed(': '), ...joined(facts, ', ')]
}
