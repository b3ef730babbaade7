import type { Span, Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { type Register, showOnly } from './entry.js'
import type { Found } from './findNames.js'
import type { Looks } from './looks.js'
import { type Replacing, replacementFor } from './replacements.js'
import type { SafeTranscript } from './safeTranscript.js'

export interface LogRow {
  /** The row of the register, its header being row 1. */
  readonly row: number
  readonly type: string
  readonly becomes: string
  readonly replacements: number
  readonly transcripts: number
}

export interface ReviewRow {
  readonly transcript: string
  readonly turn: number
  readonly passage: string
  readonly found: string
  readonly becomes: string
  readonly why: string
}

/** How often each entry of the register was replaced, and in how many transcripts. Holds no original text. */
export function logTable(
  register: Register,
  labels: readonly string[],
  texts: ReadonlyMap<string, SafeTranscript>,
  reason: string | null,
): Table<LogRow> {
  const replacements = register.map(() => 0)
  const transcripts = register.map(() => new Set<string>())
  for (const [id, { found }] of texts) {
    for (const one of found) {
      for (const entry of one.entries) {
        replacements[entry] = replacements[entry]! + 1
        transcripts[entry]!.add(id)
      }
    }
  }
  return new Table<LogRow>({
    title: 'Replacements',
    columns: ['row', 'type', 'becomes', 'replacements', 'transcripts'],
    rows: register.map((entry, i) => ({
      row: i + 2,
      type: entry.type,
      becomes: labels[i]!,
      replacements: replacements[i]!,
      transcripts: transcripts[i]!.size,
    })),
    basis: reason === null ? `${register.length} entries of the register, ${texts.size} transcripts` : `No names: ${reason}`,
    of: {},
  })
}

/** Every replacement in its passage, and what recognisers marked that is not in the register. It shows only counts. */
export function reviewTable(
  study: Study,
  texts: ReadonlyMap<string, SafeTranscript>,
  replacing: Replacing,
  looks: Looks,
): Table<ReviewRow> {
  const rows = study.transcripts.flatMap(transcript => {
    const { id, text, turns } = transcript
    const row = (span: Span, becomes: string, why: string): ReviewRow => ({
      transcript: id,
      turn: turns.findIndex(turn => turn.start <= span.start && span.start < turn.end) + 1,
      passage: text.slice(Math.max(0, span.start - 60), span.end + 60).replace(/\s+/gu, ' '),
      found: text.slice(span.start, span.end),
      becomes,
      why,
    })
    const named = (texts.get(id)?.found ?? []).map(one => row(one, replacementFor(one, text, replacing), reasonFor(one)))
    const open = looks.unregistered(text, id).map(mark => row(mark, '', `${mark.type}, ${mark.certainty}: not in the register`))
    return [...named, ...open]
  })
  const table = new Table<ReviewRow>({
    title: 'Replacements to look at',
    columns: ['transcript', 'turn', 'passage', 'found', 'becomes', 'why'],
    rows,
    basis: `${rows.length} places in ${study.transcripts.length} transcripts`,
    of: {},
  })
  return showOnly(table, `Review of ${rows.length} places (secret: use its rows, or write it to a file beside the register)`)
}

function reasonFor(found: Found): string {
  if (found.entries.length > 1) return 'may mean several entries'
  return found.possessive ? 'with a possessive s' : 'in the register'
}
