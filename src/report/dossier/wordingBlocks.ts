import type { Configuration } from '../../study/index.js'
import { roleChanges, type Wording, wordingsOf } from '../../theory/index.js'
import type { Block, Inline } from '../block.js'
import { statementOf } from '../configurationBlock.js'
import type { Making } from '../making.js'
import { codeName, named, roleNamed } from '../named.js'
import { plainText } from '../plainText.js'
import { fixed, joined, say, sentences, text } from '../say.js'

type Line = readonly Inline[]

/** How a configuration was worded in each version of the theory, the first first, with what changed and the reason for it. */
export function wordingBlocks(making: Making, configuration: Configuration): readonly Block[] {
  const wordings = wordingsOf(making.study, configuration)
  const { texts } = making.language
  if (wordings.length < 2) return [...factsOf(making, configuration, null), { kind: 'paragraph', children: [fixed(texts.oneWording)] }]
  return [
    {
      kind: 'list',
      ordered: true,
      items: wordings.map((one, i) => wordingItem(making, one, wordings[i - 1] ?? null)),
    },
  ]
}

function wordingItem(making: Making, { theory, configurations }: Wording, before: Wording | null): readonly Block[] {
  const { language } = making
  const kind = named(language.names.theories, theory?.kind ?? null)
  const isSame = theory === null || plainText(kind).toLowerCase() === theory.id.toLowerCase()
  const version: Line =
    theory === null ? [fixed(language.texts.theory)] : [text(theory.id), ...(isSame || kind.length === 0 ? [] : [fixed(', '), ...kind])]
  return [
    { kind: 'paragraph', children: [{ kind: 'strong', children: version }] },
    ...configurations.flatMap((one): readonly Block[] => {
      const said = statementOf(making, one)
      // Merged ones are told apart by their ids.
      const id: Line = configurations.length > 1 ? [text(one.id), fixed(': ')] : []
      return said.length === 0 ? [] : [{ kind: 'paragraph', children: [...id, ...said] }]
    }),
    ...(before === null ? [] : configurations.flatMap(one => factsOf(making, one, before))),
    ...(before === null || theory === null || theory.reason === null
      ? []
      : [{ kind: 'paragraph', children: say(language.texts.theoryReason, { reason: theory.reason }) } as const]),
  ]
}

/** What changed and why; that a reason was not written is said. */
function factsOf(making: Making, configuration: Configuration, before: Wording | null): readonly Block[] {
  const { texts, names } = making.language
  const { change, reason } = configuration
  const unwritten: Line = [{ kind: 'tag', children: [fixed(texts.notWritten)] }]
  const asksReason = before !== null && change !== null && change !== 'kept' && change !== 'new'
  const facts: readonly Line[] = [
    ...(change === null ? [] : [say(texts.change, { change: named(names.changes, change) })]),
    ...(before?.configurations.length === 1 ? codesOf(making, before.configurations[0]!, configuration) : []),
    ...(reason !== null ? [say(texts.reason, { reason })] : asksReason ? [say(texts.reason, { reason: unwritten })] : []),
  ]
  return facts.length === 0 ? [] : [{ kind: 'paragraph', children: sentences(facts) }]
}

function codesOf(making: Making, before: Configuration, after: Configuration): readonly Line[] {
  const { texts } = making.language
  const list = (codes: readonly string[]) =>
    joined(
      codes.map(code => [fixed('‘'), text(codeName(making, code)), fixed('’')]),
      ', ',
    )
  return roleChanges(making.study, before, after).flatMap(({ role, added, taken }) => {
    const line = (template: string, codes: readonly string[]) =>
      codes.length === 0 ? [] : [say(template, { role: roleNamed(making, role), codes: list(codes) })]
    return [...line(texts.codesAdded, added), ...line(texts.codesTaken, taken)]
  })
}
