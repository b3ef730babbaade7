import { describe, expect, it } from 'vitest'
import { en } from '../../../src/language/en/index.js'
import type { Mark, Recogniser } from '../../../src/language/index.js'
import { anonymise, makeRegister } from '../../../src/privacy/index.js'
import { type Block, type Chapter, renderHtml, renderMarkdown, reviewPage } from '../../../src/report/index.js'
import { plainText } from '../../../src/report/plainText.js'
import { entry, studyOf, transcript } from '../../builders.js'

const study = studyOf([
  transcript('i1', [
    'I: Was Greta Vos there? And Sneek?',
    '1: Greta came. Grace was there too, with much grace, and Terpstra. Terpsta wrote. Odilianite ways, all of it.',
    '1: Otto <b>phoned</b> Parkinson.',
  ]),
  transcript('i2', ['2: Nobody came.', `2: ${'Terpstra said so. '.repeat(9)}`]),
])
const recognise: Recogniser = text =>
  [...text.matchAll(/Greta Vos|Greta|Grace|Otto|Parkinson|Terpstra/gu)].map(
    (found): Mark => ({
      type: 'PERSON',
      start: found.index,
      end: found.index + found[0].length,
      text: found[0],
      certainty: found[0] === 'Otto' ? 'look' : 'sure',
    }),
  )
const language = { ...en, recognise }
const register = makeRegister([
  entry('Greta Vos', { variants: ['Greta'], label: 'person 7', note: 'proposed: twice in 1 transcript, sure' }),
  entry('Grace', { label: 'person 8', match: 'capital', note: 'decide: also a word; proposed: once in 1 transcript, sure' }),
  entry('Terpstra', { label: 'person 9' }),
  entry('Odilia', { type: 'HOSPITAL', label: 'hospital 3', ladder: ['a hospital in the north', 'a hospital'] }),
  entry('Sneek', { type: 'LOCATION', label: 'place 1', ladder: ['Friesland', 'the north'] }),
  entry('Parkinson', { match: 'keep' }),
])
const page = reviewPage(study, { register, language })

const said = (blocks: readonly Block[]): string =>
  blocks
    .map(block => {
      if (block.kind === 'details') return `${block.isOpen ? '[open] ' : ''}${plainText(block.summary)}\n${said(block.blocks)}`
      if (block.kind === 'passage') return `${plainText(block.words)} (${plainText(block.where)})`
      return 'children' in block ? plainText(block.children) : ''
    })
    .join('\n')
const chapter = (id: string): string => said((page.chapters.find(one => one.id === id) as Chapter).blocks)

describe('the review page', () => {
  it('shows first what needs a decision, open, with each replacement in its sentence', () => {
    expect(page.chapters.map(one => plainText(one.title))).toEqual([
      'To decide (1)',
      'Recognised, and not in the register (1)',
      'Left standing as words (1)',
      'What a register cannot find (2)',
      'All other entries (4)',
      'What stays (1)',
      'Per transcript',
    ])
    expect(chapter('decide')).toContain('[open] Grace → ‹person 8› — person, row 3 (1)')
    expect(chapter('decide')).toContain('Grace → ‹person 8› was there too, with much grace, and Terpstra → ‹person 9›. (i1, turn 2)')
    expect(chapter('decide')).toContain('Note: decide: also a word')
  })

  it('lists what is not registered, what is left as a word, and words like names', () => {
    expect(chapter('unregistered')).toContain('Otto — person, perhaps (1)')
    expect(chapter('unregistered')).toContain('Otto <b>phoned</b> Parkinson. (i1, turn 3)')
    expect(chapter('left')).toContain('Grace (1)')
    expect(chapter('alike')).toContain('Terpsta — one letter from Terpstra (1)')
    expect(chapter('alike')).toContain('Odilianite — made from Odilia (1)')
    expect(chapter('kept')).toContain('Parkinson (row 7)')
  })

  it('shows what stands for an entry in a report and in an archive, and where it stands', () => {
    expect(chapter('entries')).toContain('In a report: ‹the north›. In an archive: ‹Friesland›')
    expect(chapter('entries')).toContain('Stands for it: ‹person 7›')
    expect(chapter('entries')).toContain('Also: Greta')
    expect(chapter('entries')).toContain('Replaced 10 × (transcripts: 2)')
    expect(chapter('entries')).toContain('In no transcript')
    // More than six places are folded once more.
    expect(chapter('entries')).toContain('4 more')
  })

  it('gives every turn with something in it a place, to which the places lead', () => {
    expect(chapter('transcripts')).toMatch(/^i1 \(3\)\n/u)
    const html = renderHtml(page)
    const links = [...html.matchAll(/<a href="#([^"]+)"/gu)].map(found => found[1]!)
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(found => found[1]!))
    expect(links.filter(link => !ids.has(link))).toEqual([])
    expect(links).toContain('i1-turn-2')
  })

  it('is for the team, says so, and escapes what people said', () => {
    expect(page.audience).toBe('team')
    const html = renderHtml(page)
    expect(html).toContain(en.texts.teamOnly)
    expect(html).not.toContain('<b>phoned')
    expect(html).toContain('<s>Grace</s> → <strong>‹person 8›</strong>')
    expect(renderMarkdown(page)).toContain('~~Grace~~ → **‹person 8›**')
  })

  it('says when there is nothing to decide', () => {
    const calm = reviewPage(study, { register: makeRegister([]), language: { ...en, recognise: () => [] } })
    expect(said(calm.chapters[0]!.blocks)).toContain(en.review.nothingToDecide)
    expect(said(calm.chapters[1]!.blocks)).toContain(en.review.nothingUnregistered)
  })

  it('refuses a study that was anonymised', () => {
    const safe = anonymise(study, { register, language }).study
    expect(() => reviewPage(safe, { register, language })).toThrow(/Give the study itself/u)
  })
})
