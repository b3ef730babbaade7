import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRegister, openStudy } from '../../../src/files/index.js'
import { en } from '../../../src/language/en/index.js'
import { nl } from '../../../src/language/nl/index.js'
import { anonymise } from '../../../src/privacy/index.js'
import { type Block, buildReport, configurationDossier, plainText, renderHtml, renderMarkdown } from '../../../src/report/index.js'
import { type SafeStudy, type Study, StudyError } from '../../../src/study/index.js'
import { gatherEvidence } from '../../../src/theory/index.js'
import { shuffled, theoryStudy } from '../../theory/theoryStudy.js'
import { configuration, full, page } from '../fullStudy.js'
import { under } from '../reportText.js'

const root = join(import.meta.dirname, '../../..')
const team = { audience: 'team', language: en } as const
const dutch = { audience: 'team', language: nl } as const
let study: Study
let safe: SafeStudy
beforeAll(async () => {
  study = await openStudy(join(root, 'fixtures/zorgnetwerk'))
  const register = await openRegister(join(root, 'fixtures/zorgnetwerk.secret/register.csv'))
  safe = anonymise(study, { register, language: nl, today: '2026-01-01' }).study
})
const markdown = (id: string, of: Study = study) => `\n${renderMarkdown(configurationDossier(of, id, dutch))}`

/** The items of lists, wherever they stand. */
function evidenceItems(blocks: readonly Block[]): readonly (readonly Block[])[] {
  return blocks.flatMap(block =>
    block.kind === 'list'
      ? block.items.flatMap(item => [item, ...evidenceItems(item)])
      : 'blocks' in block
        ? evidenceItems(block.blocks)
        : [],
  )
}

describe('a dossier of configurations', () => {
  it('has a page for each that is named, once, or for all of the newest version, and how to read it', () => {
    const ids = (...names: Parameters<typeof configurationDossier>[1][]) =>
      names.map(one => configurationDossier(study, one, dutch).chapters.map(chapter => chapter.id))
    const newest = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map(id => `${id}@verfijnd`)
    expect(ids(undefined)).toEqual([[...newest, 'reading']])
    expect(ids('C1', 'C1@eerste', 'C1@initial')).toEqual([
      ['C1@verfijnd', 'reading'],
      ['C1@eerste', 'reading'],
      ['C1@eerste', 'reading'],
    ])
    expect(ids(['C6', 'C1@eerste', 'C6@verfijnd', study.configurations[0]!])).toEqual([['C6@verfijnd', 'C1@eerste', 'reading']])
  })

  it('names every configuration that is not there at once, and refuses a study that was not anonymised', () => {
    const wrong = () => configurationDossier(study, ['C1', 'C77', 'X', 'c2'], dutch)
    expect(wrong).toThrow(StudyError)
    expect(wrong).toThrow(/3 problems:.*number 2 .*number 3 .*number 4 .*Did you mean 'C2'/su)
    expect(() => configurationDossier(study as SafeStudy, 'C1')).toThrow(/was not anonymised/u)
  })

  it('tells from the first wording to this one, with what changed and why', () => {
    const wordings = under(markdown('C2'), '### Van de eerste verwoording naar deze')
    expect(wordings).toMatch(/1\. \*\*eerste, aanvankelijk\*\*\n\n {3}Als het bestuur achter het netwerk staat/u)
    expect(wordings).toMatch(/2\. \*\*verfijnd\*\*\n\n {3}Alleen als steun uren betekent/u)
    expect(wordings).toContain(
      'Vergeleken met de vorige versie: ingeperkt. mechanisme: ‘een trekker die doorzet’ erbij. Reden: Een netwerk met volle steun',
    )
    expect(wordings).toContain('Waarom de theorie veranderde: De eis verklaarde het begin')
    expect(wordings.match(/Waarom de theorie/gu)).toHaveLength(1)
    // The first version has no history; a new one says that it is.
    expect(under(markdown('C2@eerste'), '### Van de eerste')).toContain('Er is geen eerdere verwoording bewaard.')
    expect(under(markdown('C5'), '### Van de eerste')).toMatch(/nieuw\. Reden: .*\n\nEr is geen eerdere/u)
  })

  it('says that a reason is not written yet, and states what has no statement', () => {
    const configurations = study.configurations.map(one =>
      one.id === 'C2' ? { ...one, statement: null, reason: one.theory === 'verfijnd' ? null : one.reason } : one,
    )
    const wordings = under(markdown('C2', { ...study, configurations }), '### Van de eerste verwoording naar deze')
    expect(wordings).toContain('Reden: *(nog niet geschreven)*')
    expect(wordings).toContain('Als het bestuur staat zichtbaar achter het netwerk, dan')
    expect(wordings.match(/samengesteld uit de woorden per rol/gu)).toHaveLength(2)
  })

  it('counts per role what the evidence counts', () => {
    for (const id of ['C1', 'C2', 'C3', 'C5', 'C6']) {
      const { parts, restsOn } = gatherEvidence(study, id)
      const text = under(markdown(id), '### Waar dit op rust')
      expect(text).toContain(`Rust op ${nl.count(restsOn, 'source')}.`)
      const [given = '', coded = ''] = text.split('Bronnen per rol, van wat').at(-1)!.split('Bronnen per rol, van alles')
      for (const [from, table] of [
        ['evidence', given],
        ['codings', coded],
      ] as const)
        for (const one of parts.filter(part => part.from === from && part.stance === 'supports')) {
          const name = one.part === 'whole' ? 'als geheel' : nl.names.roles[one.part]
          const inferred = parts.some(part => part.from === from && part.inferredOnly > 0) ? ` ${one.inferredOnly} |` : ''
          expect(table).toContain(`| ${name} | ${one.sources.length} | ${one.volunteered} | ${one.asked} | ${one.agreedOnly} |${inferred}`)
        }
    }
  })

  it('shows the evidence role by role, how it came up, for and against apart', () => {
    const evidence = under(markdown('C3'), '### Het bewijs')
    const [pro = '', rest = ''] = evidence.split('*Nuancerend*')
    expect(pro).toMatch(/als geheel.*als geheel.*mechanisme.*mechanisme/su)
    expect(pro).toContain('**mechanisme**: afgeleid door de onderzoeker, ')
    expect(pro).toContain('Redenering: Niemand noemt de angst')
    expect(pro).toContain('**als geheel**: desgevraagd gezegd, alleen beaamd, dun')
    expect(rest.split('*Tegen*')[1]).toContain('Notitie: Taken verdeeld, maar voor een deel verder rijden.')
    expect(markdown('C5')).toContain('uit zichzelf gezegd')
  })

  it('lays rivals side by side, from either side', () => {
    for (const [id, other] of [
      ['C1', 'C6'],
      ['C6', 'C1'],
    ] as const) {
      const rivals = under(markdown(id), '### Rivalen naast elkaar')
      expect(rivals).toContain(`|  | ${id} | ${other} |`)
      expect(rivals).toMatch(/\| mechanisme \| .*\|.*\|/u)
      expect(rivals).toContain('| Netwerk huidlymfomen | ')
    }
    const [c1, c6] = ['C1', 'C6'].map(id => gatherEvidence(study, id).restsOn)
    expect(under(markdown('C1'), '### Rivalen')).toContain(`| Rust op | ${nl.count(c1!, 'source')} | ${nl.count(c6!, 'source')} |`)
    expect(under(markdown('C2'), '### Rivalen')).toContain('Er is geen rivaal opgeschreven.')
  })

  it('tells what was seen per case and, to the team, of which cases nothing was written down', () => {
    const cases = under(markdown('C5'), '### In de casussen')
    expect(cases).toContain('- **Netwerk huidlymfomen**: trad op. Een avond over eigen missers opende de deur')
    expect(cases).toContain('Nog geen oordeel: Netwerk galwegtumoren, Netwerk spierziekten bij kinderen.')
  })

  it('tells who was asked and who said nothing of it', () => {
    const asked = under(markdown('C2'), '### Aan wie het is gevraagd')
    expect(asked).toContain('Voorgelegd aan 2 bronnen, in 2 gesprekken.')
    expect(asked).toMatch(/\| zei er niets over \| \d+ \| .+ \| .+ \|/u)
    const none = { ...study, prompts: [], answers: [] }
    const text = under(markdown('C2', none), '### Aan wie het is gevraagd')
    expect(text).toContain(
      'Er is niet bijgehouden dat het aan iemand is voorgelegd. Wie naar deze onderwerpen gevraagd is, is niet bijgehouden.',
    )
    expect(text).not.toContain('|')
  })

  it('gives the memos about it to the team, in any of its versions', () => {
    expect(under(markdown('C2'), '### Memo’s')).toMatch(/\*theorie-01, 2023-09-18, theory\*\n\nIk heb C2 versmald\./u)
    expect(markdown('C1')).not.toContain('### Memo’s')
    const memos = [page('later', 'Second'), page('m', 'Of the first version')].map((one, i) => ({
      ...one,
      about: ['C1@first', 'C2'].slice(i, i + 1).concat('C1'),
      extra: { date: i === 0 ? '2024-01-02' : '2023-01-02' },
    }))
    const text = renderMarkdown(configurationDossier({ ...full, memos }, 'C1', team))
    expect(text).toMatch(/Of the first version.*Second/su)
  })
})

describe('to readers', () => {
  it('goes without memos, notes, names behind numbers and cases of few people', () => {
    const report = configurationDossier(safe)
    expect(report.audience).toBe('public')
    const [text, html] = [renderMarkdown(report), renderHtml(report)]
    for (const output of [text, html]) {
      expect(output).not.toMatch(/Notitie:|Memo’s|Ik heb C2 versmald|Nog geen oordeel/u)
      // Two people speak for it.
      expect(output).not.toContain('Netwerk spierziekten bij kinderen')
      expect(output).toContain('Netwerk huidlymfomen')
      expect(output).toContain('Casussen met minder dan drie mensen staan hier niet bij.')
    }
    expect(text).not.toContain('| Wie |')
    expect(markdown('C1')).toContain('| Wie |')
    const named = /weersproken: \d+ bron(?:nen)? \(/u
    expect(text).toMatch(/weersproken: \d+ bron(?:nen)?\./u)
    expect(text).not.toMatch(named)
    expect(markdown('C1')).toMatch(named)
  })

  it('is written in the language asked for, and prints no count where only quotes are known', () => {
    const text = renderMarkdown(configurationDossier(safe, 'C1', { language: en }))
    expect(text).toContain('### From the first wording to this one')
    expect(text).not.toMatch(/Waar dit op rust|bronnen/u)
    const quotes = renderMarkdown(configurationDossier({ ...full, basis: 'quotes' }, undefined, team))
    expect(quotes).not.toMatch(/\d+ sources?|Rests on|What goes against it|Who was asked/u)
    expect(quotes).toContain('### From the first wording to this one')
  })

  it('no piece of evidence puts a quote that is given to a role beside one given to a number', () => {
    const report = [configurationDossier(safe), buildReport(safe)]
    const items = report.flatMap(one => one.chapters.flatMap(chapter => evidenceItems(chapter.blocks)))
    const labels = items.map(item => new Set(item.flatMap(block => (block.kind === 'quote' ? [plainText(block.label)] : []))))
    expect(labels.filter(one => one.size > 1)).toEqual([])
    const words = 'Ik geef een kind uit handen'
    const own = items.filter(item => JSON.stringify(item).includes(words))
    expect(own.length).toBeGreaterThan(1)
    // To the team it is one account.
    const all = configurationDossier(study, 'C1', dutch).chapters.flatMap(chapter => evidenceItems(chapter.blocks))
    expect(
      all.filter(item => JSON.stringify(item).includes(words) && item.filter(block => block.kind === 'quote').length > 1),
    ).toHaveLength(1)
  })

  it('says for whom it is in the file, as every report', () => {
    expect(renderHtml(configurationDossier(study, 'C1', dutch))).toContain('Alleen voor het team')
    expect(renderHtml(configurationDossier(safe, 'C1'))).toContain('Gepseudonimiseerd')
  })
})

describe('of a study that holds little', () => {
  it('says what is not there', () => {
    const bare = {
      ...full,
      configurations: [configuration('C9', null)],
      evidence: [],
      cells: [],
      quotes: [],
      theories: [],
      pages: [],
      memos: [],
    }
    const text = `\n${renderMarkdown(configurationDossier(bare, 'C9', team))}`
    expect(under(text, '## C9')).toContain('No passage supports this yet.')
    expect(text).toContain('No rival was written down.')
    expect(text).not.toMatch(/### The evidence|### Quotes|undefined|null/u)
  })
})

describe('laws', () => {
  it('what order codings and evidence stand in changes no line', () => {
    fc.assert(
      fc.property(theoryStudy, fc.nat(), (made, seed) => {
        const lines = (one: Study) =>
          renderMarkdown(configurationDossier(one, undefined, team))
            .split('\n')
            .sort()
        const theirs = lines({ ...shuffled(made, seed), cases: made.cases })
        expect(theirs).toEqual(lines(made))
        expect(theirs.join('\n')).not.toMatch(/undefined|\bnull\b|NaN|\{\w+\}/u)
      }),
      { numRuns: 60, seed: 11 },
    )
  })
})
