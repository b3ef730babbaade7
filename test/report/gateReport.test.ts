import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import type { Block } from '../../src/report/index.js'
import { buildReport, leavesOf, Report, renderHtml, renderMarkdown } from '../../src/report/index.js'
import { carryGuard, type Guard, type Look, type SafeStudy, type Study, StudyError } from '../../src/study/index.js'
import { full, page } from './fullStudy.js'

const secret = 'Zorbina'

/** A guard that knows one name, and keeps what it was shown. */
function guardAgainst(name: string, looks: readonly Look[] = ['parts', 'finished']): Guard & { readonly seen: string[] } {
  const seen: string[] = []
  return {
    seen,
    check: (leaves, look) => {
      const problems = []
      for (const leaf of leaves) {
        seen.push(`${look}: ${leaf.text}`)
        if (looks.includes(look) && leaf.text.includes(name)) problems.push({ what: 'a name', hint: 'hide it', call: leaf.where })
      }
      return problems
    },
  }
}

const safe = (study: Study, guard: Guard) => carryGuard({ ...study }, guard) as SafeStudy
const first = <T extends { readonly id: string }>(rows: readonly T[], facts: Partial<T>): readonly T[] =>
  rows.map((row, i) => (i === 0 ? { ...row, ...facts } : row))
const written = (text: string) => [page('context', text, { chapter: 'context' })]
const [t1] = full.transcripts
const inText = { ...t1!, text: t1!.text.replace('They came', secret.padEnd('They came'.length)) }

/** A planted name in every kind of text a report takes from a study. */
const plants: readonly (readonly [string, Partial<Study>])[] = [
  ['title', { title: secret }],
  ['question', { questions: [secret] }],
  ['ethics', { ethics: secret }],
  ['cleaning rule', { cleaning: [secret] }],
  ['label of a role', { roleFacts: first(full.roleFacts, { label: secret }) }],
  ['label of a theme', { themes: first(full.themes, { label: secret }) }],
  ['claim', { themes: first(full.themes, { claim: secret }) }],
  ['bullet', { themes: first(full.themes, { bullet: secret }) }],
  ['words of a coding', { transcripts: [inText, ...full.transcripts.slice(1)], quotes: [] }],
  ['text of a quote', { quotes: first(full.quotes, { text: secret }) }],
  [
    'translation',
    { quotes: first(full.quotes, { translation: secret }), transcripts: full.transcripts.map(one => ({ ...one, language: 'nl' })) },
  ],
  ['label of a respondent', { respondents: first(full.respondents, { label: secret }) }],
  // A group of few people is not printed at all.
  ['group', { respondents: full.respondents.map(one => ({ ...one, group: secret })) }],
  ['code', { codes: first(full.codes, { name: secret }) }],
  ['definition', { codes: first(full.codes, { definition: secret }) }],
  ['when', { codes: first(full.codes, { when: secret }) }],
  ['when not', { codes: first(full.codes, { whenNot: secret }) }],
  ['transcript', { transcripts: full.transcripts.map(one => (one.id === 't1' ? { ...one, mode: secret } : one)) }],
  ['round', { rounds: full.rounds.map(round => ({ ...round, title: secret })) }],
  ['kind of round', { rounds: full.rounds.map(round => ({ ...round, kind: secret })) }],
  ['purpose', { rounds: full.rounds.map(round => ({ ...round, purpose: secret })) }],
  ['sampling', { sampling: first(full.sampling, { cell: secret, reached: 3 }) }],
  ['theory', { theories: full.theories.map(theory => ({ ...theory, statement: secret })) }],
  ['reason of a theory', { theories: full.theories.map(theory => ({ ...theory, reason: secret })) }],
  ['id of a configuration', { configurations: full.configurations.map(one => ({ ...one, id: secret })) }],
  ['statement', { configurations: full.configurations.map(one => ({ ...one, statement: secret })) }],
  ['words of a role', { configurations: full.configurations.map(one => ({ ...one, mechanismText: secret })) }],
  ['beneficiary', { configurations: full.configurations.map(one => ({ ...one, beneficiary: secret })) }],
  ['reason', { configurations: full.configurations.map(one => ({ ...one, reason: secret })) }],
  ['rival', { configurations: full.configurations.map(one => ({ ...one, rivalOf: secret })) }],
  ['reasoning', { evidence: full.evidence.map(one => ({ ...one, reasoning: secret })) }],
  ['reference', { evidence: full.evidence.map(one => (one.reference === null ? one : { ...one, reference: secret })) }],
  ['case', { cases: first(full.cases, { name: secret }) }],
  ['summary of a cell', { cells: first(full.cells, { summary: secret }) }],
  ['her text', { pages: written(`Text of ${secret}.`) }],
  ['her heading', { pages: written(`# ${secret}\n\nx`) }],
  ['her lower heading', { pages: written(`x\n\n## ${secret}`) }],
  ['her list', { pages: written(`- a\n- b ${secret}`) }],
  ['her table head', { pages: written(`| ${secret} |\n| --- |\n| x |`) }],
  ['her table cell', { pages: written(`| x |\n| --- |\n| ${secret} |`) }],
  ['her quotation', { pages: written(`> ${secret}`) }],
  ['her code', { pages: written(`\`${secret}\``) }],
  ['her code block', { pages: written(`\`\`\`\n${secret}\n\`\`\``) }],
  ['her link', { pages: written(`[x](https://example.org/${secret})`) }],
  ['her link text', { pages: written(`[${secret}](https://example.org)`) }],
  ['her image', { pages: written(`![${secret}](x.png)`) }],
  ['her HTML', { pages: written(`<b title="${secret}">x</b>`) }],
  ['a name half in bold', { pages: written('Text of Zor**bina**.') }],
  ['a name with an entity in it', { pages: written('Text of Z&#111;rbina.') }],
  ['her own chapter', { pages: [page('x', 'Text.', { chapter: secret })] }],
]

describe.each([
  ['renderMarkdown', renderMarkdown],
  ['renderHtml', renderHtml],
])('%s', (_, render) => {
  test('lets a report through that holds no name', () => {
    expect(render(buildReport(safe(full, guardAgainst(secret)), { language: en }))).toContain('Outside rules')
  })

  test.each(plants)('refuses a name in the %s, by its parts alone', (_what, facts) => {
    const report = buildReport(safe({ ...full, ...facts }, guardAgainst(secret, ['parts'])), { language: en })
    expect(() => render(report)).toThrow(StudyError)
    try {
      render(report)
    } catch (error) {
      expect((error as StudyError).message).not.toContain(secret)
      expect((error as StudyError).problems[0]?.call).toMatch(/^report, /u)
    }
  })

  test.each(plants)('refuses a name in the %s, by the finished output alone', (_what, facts) => {
    const report = buildReport(safe({ ...full, ...facts }, guardAgainst(secret, ['finished'])), { language: en })
    expect(() => render(report)).toThrow(StudyError)
  })

  test('asks nobody about a report for the team, and says that it is for the team', () => {
    const report = buildReport({ ...full, title: secret }, { audience: 'team', language: en })
    expect(render(report)).toContain(secret)
    expect(render(report)).toContain('For the team only')
  })

  test('is asked in both looks', () => {
    const guard = guardAgainst(secret)
    render(buildReport(safe(full, guard), { language: en }))
    expect(guard.seen.some(text => text.startsWith('parts: '))).toBe(true)
    expect(guard.seen.some(text => text.startsWith('finished: '))).toBe(true)
  })
})

test('fixed texts, numbers and marks of the pack are not shown to the guard as parts', () => {
  const guard = guardAgainst(secret)
  renderMarkdown(buildReport(safe(full, guard), { language: en }))
  const parts = guard.seen.filter(text => text.startsWith('parts: '))
  for (const fixed of ['What helps', 'Behind this theme', 'Configurations', 'not written yet', '“'])
    expect(parts.filter(text => text.includes(fixed))).toEqual([])
})

test('a person may be called what a style or a class is called', () => {
  for (const name of ['Georgia', 'verbatim', 'region', 'viewport', 'audience public'])
    expect(renderHtml(buildReport(safe(full, guardAgainst(name)), { language: en }))).toContain(name)
  const georgia = safe({ ...full, title: 'Georgia' }, guardAgainst('Georgia', ['finished']))
  expect(() => renderHtml(buildReport(georgia, { language: en }))).toThrow(StudyError)
})

test('every kind of block is looked at, also in a report made otherwise', () => {
  const line = [{ kind: 'text', text: secret }] as const
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 3, children: line },
    { kind: 'paragraph', children: [{ kind: 'strong', children: line }] },
    { kind: 'note', children: [{ kind: 'tag', children: line }] },
    { kind: 'unwritten', children: line },
    { kind: 'quote', form: 'verbatim', words: line, label: [], translation: null, stance: null },
    { kind: 'quote', form: 'verbatim', words: [], label: line, translation: null, stance: null },
    { kind: 'quote', form: 'verbatim', words: [], label: [], translation: line, stance: null },
    { kind: 'table', caption: line, head: [], rows: [], numeric: [] },
    { kind: 'theme', level: 3, title: [], marks: [line], blocks: [] },
    { kind: 'box', title: line, blocks: [] },
    { kind: 'list', ordered: false, items: [[{ kind: 'quotation', blocks: [{ kind: 'preformatted', text: secret }] }]] },
    { kind: 'paragraph', children: [{ kind: 'link', href: secret, children: [] }] },
  ]
  for (const block of blocks) {
    const report = new Report({ title: 'x', basis: '', chapters: [{ id: 'a', title: [], blocks: [block] }], language: en, of: {} })
    expect([block.kind, [...leavesOf(report)].filter(leaf => leaf.text === secret).length]).toEqual([block.kind, 1])
  }
})
