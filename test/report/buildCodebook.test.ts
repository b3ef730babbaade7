import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { openPass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { anonymise } from '../../src/privacy/index.js'
import {
  type Block,
  buildCodebook,
  codebookTable,
  plainText,
  type Report,
  renderHtml,
  renderMarkdown,
  type SectionBlock,
} from '../../src/report/index.js'
import { type Respondent, type Study, StudyError } from '../../src/study/index.js'
import { by, entry, respondent, studyOf, transcript } from '../builders.js'
import { full } from './fullStudy.js'

const team = { audience: 'team', language: en } as const

function sectionsOf(report: Report): ReadonlyMap<string, SectionBlock> {
  const blocks = report.chapters.flatMap(chapter => chapter.blocks)
  return new Map(blocks.flatMap(block => (block.kind === 'code' ? [[plainText(block.title), block] as const] : [])))
}

function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'quote') return [plainText(block.words) + (block.label.length > 0 ? ` (${plainText(block.label)})` : '')]
    if (block.kind === 'table') return block.rows.map(row => row.map(plainText).join(' | '))
    if (block.kind === 'list') return block.items.flatMap(linesOf)
    if (block.kind === 'quotation') return linesOf(block.blocks)
    if (!('children' in block)) return []
    const lines = block.children.map(one => (one.kind === 'break' ? '\n' : plainText([one]))).join('')
    return lines.split('\n')
  })
}

const section = (report: Report, name: string) => linesOf(sectionsOf(report).get(name)!.blocks)

describe('the codebook of the team', () => {
  const related: Study = {
    ...full,
    relations: [{ id: 'r', from: 'rules', relation: 'makes possible', to: 'talk', memo: 'said by two', extra: {} }],
    memos: [{ id: 'm', text: 'Ask about *holidays*. {{quote q1}}', about: ['rules'], extra: { kind: 'method' } }],
  }
  const report = buildCodebook(related, team)

  it('has an overview of the tree, the codes, and those no longer used apart', () => {
    expect(report.chapters.map(chapter => chapter.id)).toEqual(['about', 'overview', 'codes', 'retired'])
    expect(linesOf(report.chapters[1]!.blocks).map(line => line.split(' | ')[0])).toEqual([
      'new rules',
      '– evening work',
      'talking no longer used',
    ])
    expect(report.chapters[3]!.blocks.map(block => (block.kind === 'code' ? plainText(block.title) : ''))).toEqual(['talking'])
    expect(sectionsOf(report).get('evening work')!.level).toBe(4)
  })

  it('says what is written of a code, and of what is not that it is not yet', () => {
    const rules = section(report, 'new rules')
    expect(rules).toContain('Definition: Rules from outside')
    expect(rules).toContain('When to use, When not to use: not written yet')
    expect(section(report, 'evening work')).toContain('Definition, When to use, When not to use: not written yet')
    // Nobody is asked to define a code that is no longer used.
    expect(section(report, 'talking').join()).not.toContain('not written yet')
  })

  it('says where it stands, its roles, topic, themes and relations, with a word for the direction', () => {
    expect(section(report, 'evening work')[1]).toBe('Under: new rules')
    const rules = section(report, 'new rules')
    for (const line of ['Topic of the guide: Rules', 'In the themes: Outside rules', 'makes possible: talking'])
      expect(rules).toContain(line)
    expect(section(report, 'talking')).toContain('new rules → makes possible → this code')
    expect(section(report, 'talking')).toContain('Used as: mechanism, outcome')
  })

  it('counts by role, together, and with the codes under it', () => {
    // Counted by hand: rules in t1 (1), t2 (2) twice, t3 (one source of two people); evenings in t1.
    expect(section(report, 'new rules')).toEqual(expect.arrayContaining(['context | 3 | 3-4 | 4', 'with the codes under it | 3 | 3-4 | 5']))
    expect(section(report, 'talking')).toEqual(
      expect.arrayContaining(['mechanism | 1 | 1 | 1', 'outcome | 1 | 1 | 1', 'in all roles | 1 | 1 | 1']),
    )
    const divided = section(buildCodebook(related, { ...team, by: 'group' }), 'new rules')
    expect(divided).toEqual(expect.arrayContaining(['nurse | 1 | 1 | 1', 'doctor | 1 | 1 | 2', 'board | 1 | 1-2 | 1']))
    const quotesOnly = buildCodebook({ ...related, basis: 'quotes' }, team)
    expect(section(quotesOnly, 'new rules').join()).not.toContain('| 3 |')
  })

  it('prints memos only when asked, and never follows a reference in one', () => {
    expect(section(report, 'new rules').join()).not.toMatch(/holidays|said by two/u)
    const asked = section(buildCodebook(related, { ...team, memos: true }), 'new rules')
    expect(asked).toContain('makes possible: talking (said by two)')
    expect(asked).toContain('Ask about holidays. {{quote q1}}')
  })

  it('names who coded to the team', () => {
    expect(linesOf(report.chapters[0]!.blocks)).toContain('Coders: AB, CD.')
  })

  it('is refused of a study that was not anonymised, and of a tree that is a circle', () => {
    expect(() => buildCodebook(full as never, { language: en })).toThrow(/was not anonymised/u)
    const codes = full.codes.map(code => (code.id === 'rules' ? { ...code, parent: 'evenings' } : code))
    expect(() => buildCodebook({ ...full, codes }, team)).toThrow(StudyError)
  })

  it('speaks Dutch', () => {
    const dutch = buildCodebook(related, { audience: 'team', language: nl })
    expect(dutch.title).toBe('Codeboek: The open door')
    expect(section(dutch, 'evening work').join()).toContain('nog niet geschreven')
  })
})

const long = 'and that is what we kept coming back to in every talk we had'
const interviews = ['10', '11', '12'].map(id =>
  transcript(`i${id}`, [`${id}: Marigold${id} helped, ${long}. Tulip${id} did not, ${long}. Clover${id} came late, ${long}.`]),
)
const words = (flower: string, id: string) => `${flower}${id}`

/** Three people who each say something of marigolds and tulips; only 10 speaks of clover. */
function coded(people: Readonly<Record<string, Partial<Respondent>>> = {}, facts: Partial<Study> = {}): Study {
  const respondents = ['10', '11', '12'].map(id => respondent(id, people[id]))
  return openPass(studyOf(interviews, { respondents, ...facts }), by, pass => {
    const code = (id: string, flower: string, name: string, end: string) => {
      const one = interviews.find(interview => interview.id === `i${id}`)!
      const start = one.text.indexOf(words(flower, id))
      return pass.code(pass.fragment(one.id, { start, end: one.text.indexOf(end, start) }), name, {
        role: 'mechanism',
        memo: `memo on ${flower}${id}`,
      })
    }
    const marigolds = ['10', '11', '12'].map(id => code(id, 'Marigold', 'marigolds', '. Tulip'))
    const tulips = ['10', '11', '12'].map(id => code(id, 'Tulip', 'tulips', '. Clover'))
    const clover = code('10', 'Clover', 'clover', '.\n')
    pass.define('marigolds', { typical: [marigolds[1]!], borderline: [marigolds[2]!] })
    pass.define('clover', { typical: [clover] })
    void tulips
  })
}

const shownTo = (study: Study, register = [entry('Nobody Atall')]) => {
  const { study: safe } = anonymise(study, { register, language: en })
  const report = buildCodebook(safe)
  return { report, all: renderHtml(report) + renderMarkdown(report) + codebookTable(safe).toCsv() }
}

describe('examples', () => {
  it('are those that were marked; a borderline one says why, to the team', () => {
    const lines = section(buildCodebook(coded(), team), 'marigolds')
    const at = lines.indexOf('Typical example')
    expect(lines[at + 1]).toMatch(/^“Marigold11 .*” \(Respondent 11\)$/u)
    expect(lines[at + 2]).toBe('Borderline example')
    expect(lines[at + 3]).toMatch(/^“Marigold12 /u)
    expect(lines[at + 4]).toBe('Why: memo on Marigold12')
    expect(lines.join()).not.toContain('An example')
    expect(shownTo(coded()).all).not.toContain('memo on')
  })

  it('are chosen by rule where none is marked: of who was quoted least, then the first', () => {
    // 11 and 12 are quoted under marigolds, so that under tulips it is 10.
    const lines = section(buildCodebook(coded(), team), 'tulips')
    expect(lines.slice(lines.indexOf('An example'))).toEqual([expect.stringMatching(/^An example$/u), expect.stringMatching(/^“Tulip10 /u)])
  })

  it('are of another when the first to be chosen may not be quoted', () => {
    const { report, all } = shownTo(coded({ 10: { consent: 'none' } }))
    expect(all).not.toContain('10 did not')
    expect(section(report, 'tulips').join()).toMatch(/An example,“Tulip1[12] /u)
    // Of this passage a few words were refused; what is left is long enough.
    const start = interviews[0]!.text.indexOf('Tulip10')
    const row = { translation: null, themes: [], configurations: [], attribution: null, order: null, extra: {} }
    const quote = {
      ...row,
      id: 'q',
      transcript: 'i10',
      spans: [{ start, end: start + 15 }],
      text: null,
      form: null,
      approved: 'no' as const,
    }
    expect(section(shownTo(coded({}, { quotes: [quote] })).report, 'tulips').join()).toMatch(/An example,“Tulip1[12] /u)
  })

  it.each(['none', 'paraphrase'] as const)('are not shown of people with consent %s, marked or not', consent => {
    const { report, all } = shownTo(coded({ 10: { consent }, 11: { consent }, 12: { consent } }))
    expect(all).not.toMatch(/(?:Marigold|Tulip|Clover)1/u)
    expect(section(report, 'marigolds')).toContain('A marked example may not be shown here.')
    expect(section(report, 'marigolds').join()).not.toMatch(/Typical|An example/u)
  })

  it('are not shown of people who are to be asked first', () => {
    const consents = ['10', '11', '12'].map((id, i) => ({
      id: `n${i}`,
      respondent: id,
      purpose: 'quote' as const,
      answer: 'ask first' as const,
      form: null,
      date: null,
      until: null,
      extra: {},
    }))
    expect(shownTo(coded({}, { consents })).all).not.toMatch(/(?:Marigold|Tulip|Clover)1/u)
  })

  it.each(['no', 'asked', 'changed'] as const)('are not words of a quote that is approved: %s; also not to the team', approved => {
    const start = interviews[1]!.text.indexOf('Marigold11') + 3
    const row = { translation: null, themes: [], configurations: [], attribution: null, order: null, extra: {} }
    const quote = { ...row, id: 'q', transcript: 'i11', spans: [{ start, end: start + 20 }], text: null, form: null, approved }
    const study = coded({}, { quotes: [quote] })
    expect(shownTo(study).all).not.toContain('Marigold11')
    const lines = section(buildCodebook(study, team), 'marigolds').join()
    expect(lines).not.toContain('“Marigold11')
    expect(lines).toContain('A marked example may not be shown here.')
  })

  it('are named as the most guarded quote of their words says', () => {
    const start = interviews[1]!.text.indexOf('Marigold11')
    const row = { translation: null, themes: [], configurations: [], order: null, extra: {} }
    const quote = {
      ...row,
      id: 'q',
      transcript: 'i11',
      spans: [{ start, end: start + 20 }],
      text: null,
      form: null,
      approved: 'yes' as const,
      attribution: 'none' as const,
    }
    const lines = section(shownTo(coded({}, { quotes: [quote] })).report, 'marigolds')
    expect(lines[lines.indexOf('Typical example') + 1]).toMatch(/^“Marigold11 .*”$/u)
  })

  it('are not shown to readers of a code that rests on one source, which the team does see', () => {
    expect(shownTo(coded()).all).not.toContain('Clover10')
    expect(section(shownTo(coded()).report, 'clover')).toContain('A marked example may not be shown here.')
    expect(section(buildCodebook(coded(), team), 'clover').join()).toContain('“Clover10')
  })

  it('are not shown to readers of a sensitive code, of a code under it, or of words that are also coded with one', () => {
    const plain = coded()
    const flagged = (ids: readonly string[], facts: object): Study => ({
      ...plain,
      codes: plain.codes.map(code => (ids.includes(code.id) ? { ...code, ...facts } : code)),
    })
    expect(shownTo(plain).all).toContain('Tulip10')
    expect(shownTo(flagged(['tulips'], { sensitive: true })).all).not.toMatch(/Tulip1/u)
    const under = flagged(['tulips'], { parent: 'clover' })
    const codes = under.codes.map(code => (code.id === 'clover' ? { ...code, sensitive: true } : code))
    expect(shownTo({ ...under, codes }).all).not.toMatch(/Tulip1/u)
    // A few words within what is typical of marigolds are coded as sensitive.
    const touched = openPass(plain, by, pass => {
      pass.define('illness', { role: 'context' })
      pass.code(pass.fragment('i11', 'Marigold11 helped'), 'illness')
    })
    const ill = { ...touched, codes: touched.codes.map(code => (code.id === 'illness' ? { ...code, sensitive: true } : code)) }
    expect(shownTo(touched).all).toContain('“Marigold11')
    expect(shownTo(ill).all).not.toContain('Marigold11')
  })

  it('divide no sensitive code by group, to readers', () => {
    const base = coded({ 10: { group: 'gardener' }, 11: { group: 'gardener' }, 12: { group: 'florist' } })
    // Groups of fewer than three people are not told to readers.
    const more = ['gardener', 'florist', 'florist'].map((group, i) => respondent(String(20 + i), { group }))
    const study = {
      ...base,
      respondents: [...base.respondents, ...more],
      codes: base.codes.map(code => (code.id === 'tulips' ? { ...code, sensitive: true } : code)),
    }
    const { study: safe } = anonymise(study, { register: [entry('Nobody Atall')], language: en })
    const report = buildCodebook(safe, { by: 'group' })
    expect(section(report, 'tulips').join()).not.toContain('florist')
    expect(section(report, 'marigolds').join()).toContain('florist')
    expect(section(buildCodebook(study, { ...team, by: 'group' }), 'tulips').join()).toContain('florist')
  })
})

describe('a registered name', () => {
  const name = 'Zwaardvis'
  it.each([
    ['name', { name: `about ${name}` }],
    ['definition', { definition: `what ${name} did` }],
    ['when', { when: `${name} speaks` }],
    ['when not', { whenNot: `of ${name}'s ward` }],
  ])('in the %s of a code is replaced', (_, facts) => {
    const base = coded()
    const study = { ...base, codes: base.codes.map(code => (code.id === 'tulips' ? { ...code, ...facts } : code)) }
    const { all } = shownTo(study, [entry(name, { label: 'a colleague' })])
    expect(all).not.toContain(name)
    expect(all).toContain('a colleague')
    expect(renderHtml(buildCodebook(study, team))).toContain(name)
  })

  it('in an example, a memo or a relation does not go out', () => {
    const said = transcript('i10', [`10: We waited for ${name} all those years and nothing came of it.`])
    const other = transcript('i11', [`11: They also waited for ${name} all those years, with others.`])
    const study: Study = openPass(studyOf([said, other]), by, pass => {
      const first = pass.code(pass.fragment('i10', `We waited for ${name} all those years`), 'waiting', {
        role: 'context',
        memo: `${name} again`,
      })
      pass.code(pass.fragment('i11', `They also waited for ${name} all those years`), 'waiting', { role: 'context' })
      pass.define('hope', { role: 'mechanism' })
      pass.define('waiting', { borderline: [first] })
    })
    const more: Study = {
      ...study,
      memos: [{ id: 'm', text: `${name} called.`, about: ['waiting'], extra: {} }],
      relations: [{ id: 'r', from: 'waiting', relation: `for ${name}`, to: 'hope', memo: `${name} says`, extra: {} }],
    }
    const { all, report } = shownTo(more, [entry(name, { label: 'a colleague' })])
    expect(section(report, 'waiting').join()).toContain('We waited for ‹a colleague› all those years')
    expect(all).not.toContain(name)
    expect(all).not.toMatch(/called|again/u)
  })
})

describe('a codebook with everything in its names', () => {
  const nasty = ['a | b', '# one', '<b>two</b>', '*three*', '[four](http://x.example)', 'five\nsix', '1. seven']
  const study = studyOf([], {
    codes: nasty.map((name, i) => ({
      ...full.codes[0]!,
      id: `k${i}`,
      name,
      parent: i === 0 ? null : `k${i - 1}`,
      topic: null,
      definition: name,
    })),
  })
  const report = buildCodebook(study, team)

  it('is one heading a code in Markdown, at most six deep, and a table of as many columns', () => {
    const tokens = marked.lexer(renderMarkdown(report))
    const headings = tokens.flatMap(token => (token.type === 'heading' ? [token.depth as number] : []))
    expect(headings.slice(-nasty.length)).toEqual([3, 4, 5, 6, 6, 6, 6])
    const table = tokens.find(token => token.type === 'table')!
    expect(table).toMatchObject({ header: { length: 4 }, rows: { length: nasty.length } })
  })

  it('leads from the overview and the path to every code in HTML', () => {
    const html = renderHtml(report)
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(match => match[1]))
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(match => match[1])
    expect(links.length).toBeGreaterThan(nasty.length * 2)
    expect(links.filter(link => !ids.has(link))).toEqual([])
    expect(html).not.toContain('<b>')
  })
})

describe('codebookTable', () => {
  it('has a row per code in the order of the tree, with a column per level', () => {
    const table = codebookTable(full)
    expect(table.columns.slice(0, 6)).toEqual(['id', 'name', 'parent', 'level 1', 'level 2', 'role'])
    expect(table.rows.map(row => [row.id, row['level 1'], row['level 2'], row.sources, row.people, row.codings])).toEqual([
      ['rules', 'new rules', undefined, 3, '3-4', 4],
      ['evenings', 'new rules', 'evening work', 1, '1', 1],
      ['talk', 'talking', undefined, 1, '1', 1],
    ])
    expect(table.rows[2]).toMatchObject({ usedAs: ['mechanism', 'outcome'], themes: ['Talking'], retired: true })
    expect(codebookTable({ ...full, basis: 'quotes' }).rows[0]).toMatchObject({ sources: null, people: '', codings: null })
  })
})
