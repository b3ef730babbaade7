import type { Block, Chapter } from '../block.js'
import { Report } from '../report.js'
import { fixed, text } from '../say.js'
import type { Dossier, DossierItem } from './dossier.js'
import type { DossiersFacts } from './dossiers.js'
import { fill } from './fill.js'

/** The dossiers as a report: a chapter per label. */
export function dossierReport(facts: DossiersFacts, basis: string): Report {
  const { dossiers, language } = facts
  return new Report({
    title: language.risk.title,
    chapters: [...versions(facts), ...dossiers.map((one, i) => chapterOf(one, i, facts))],
    basis: `${basis}. ${language.risk.noVerdict}`,
    language,
    of: {},
  })
}

function versions({ differences, language: { risk } }: DossiersFacts): readonly Chapter[] {
  if (differences.length === 0) return []
  const blocks = differences.flatMap(({ release, added, gone, classes }): readonly Block[] => [
    paragraph(fill(risk.difference, { release, added, gone })),
    ...list(classes.map(one => fill(risk.differenceClass, { ...one }))),
  ])
  return [{ id: 'versions', title: [fixed(risk.versions)], blocks }]
}

function chapterOf(dossier: Dossier, i: number, { language }: DossiersFacts): Chapter {
  const { risk } = language
  const { change, questions } = dossier
  const about = (reader: (typeof questions)[number]['reader']) => questions.filter(one => one.reader === reader).map(one => one.question)
  return {
    id: `label-${i + 1}`,
    title: [text(dossier.label), fixed(` (k ${dossier.k})`)],
    blocks: [
      heading(risk.singleOut),
      ...list(dossier.singleOut),
      heading(risk.link),
      ...list(dossier.link),
      heading(risk.infer),
      ...list(dossier.infer),
      heading(risk.change),
      paragraph(change === null ? risk.noChange : `${change.what} ${fill(risk.gives, { k: change.k, smallest: change.smallest })}`),
      heading(risk.readers),
      ...(['outsider', 'insider', 'superior'] as const).flatMap(reader => [note(risk[reader]), ...list(about(reader))]),
      heading(risk.printed),
      ...dossier.printed.flatMap(itemBlocks),
    ],
  }
}

/** Where it stands, what stands beside it, and the words. */
function itemBlocks({ output, place, label, words, columns }: DossierItem): readonly Block[] {
  const beside = Object.entries(columns).map(([column, cell]) => `${column}: ${cell}`)
  const where = note([`${output}, ${place}`, ...beside].join('; '))
  if (words === '') return [where, paragraph(label)]
  const quote: Block = { kind: 'quote', form: 'verbatim', words: [text(words)], label: [text(label)], translation: null, stance: null }
  return [where, quote]
}

const heading = (words: string): Block => ({ kind: 'heading', level: 3, children: [fixed(words)] })
const paragraph = (words: string): Block => ({ kind: 'paragraph', children: [text(words)] })
const note = (words: string): Block => ({ kind: 'note', children: [text(words)] })

function list(lines: readonly string[]): readonly Block[] {
  return lines.length === 0 ? [] : [{ kind: 'list', ordered: false, items: lines.map(line => [paragraph(line)]) }]
}
