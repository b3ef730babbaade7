import { join } from 'node:path'
import { type Output, writeOutputs } from '../../../src/files/index.js'
import {
  type AnonymiseOptions,
  anonymise,
  buildCodebook,
  buildReport,
  checkRelease,
  codebookTable,
  queryCodings,
  quoteTable,
  type Report,
  readDecisions,
  renderHtml,
  renderMarkdown,
  type SafeStudy,
  type Study,
  searchPassages,
  type Table,
} from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import type { AnyTable } from '../../../src/table/index.js'
import { emptyFolder } from '../../files/studyFolder.js'
import type { Invented } from './inventedStudy.js'

const quoting = { perTheme: 60, maxShare: 1 } as const

/** Everything a study publishes, by the name of its file. */
export function outputsOf(study: Study, attributes: readonly string[] = []): ReadonlyMap<string, Report | AnyTable> {
  const team = { audience: 'team', language: en } as const
  return new Map<string, Report | AnyTable>([
    ['quotes', quoteTable(study, { ...team, ...quoting }) as AnyTable],
    ['report', buildReport(study, team)],
    ['codebook', buildCodebook(study, team)],
    ['codes', codebookTable(study) as AnyTable],
    ['codings', queryCodings(study, q => q.and()).toTable({ attributes }) as AnyTable],
    ['search', searchPassages(study, 'plan team rota ward list', { language: en }) as AnyTable],
  ])
}

/** Makes a study safe as a researcher would. */
export function safeOf({ study, register }: Pick<Invented, 'study' | 'register'>, options: Partial<AnonymiseOptions> = {}): SafeStudy {
  return anonymise(study, { register, language: en, ...options }).study
}

/** Publishes a study, with every point looked at and signed: a folder that anyone may see. */
export async function publish(safe: SafeStudy, attributes: readonly string[] = [], outputs = outputsOf(safe, attributes)): Promise<string> {
  const secret = new Uint8Array(32)
  const all = [...outputs.values()]
  const open = checkRelease(safe, { outputs: all, decisions: readDecisions('', secret) }).toDecide
  const signed = ['point,what,who,when,why', ...open.map(one => `${one.point},print,MV,2026-01-01,read`)].join('\n')
  const release = checkRelease(safe, { outputs: all, decisions: readDecisions(signed, secret) })
  return write(outputs, { release })
}

/** What would be seen without any protection. */
export const publishUnsafe = (study: Study, attributes: readonly string[] = []): Promise<string> => write(outputsOf(study, attributes), {})

async function write(outputs: ReadonlyMap<string, Report | AnyTable>, options: Parameters<typeof writeOutputs>[2]): Promise<string> {
  const folder = join(emptyFolder(), 'out')
  const files = [...outputs].flatMap(([name, of]): Output[] => {
    const { audience } = of
    if ('chapters' in of)
      return [
        { path: `${name}.html`, content: renderHtml(of), audience, of },
        { path: `${name}.md`, content: renderMarkdown(of), audience, of },
      ]
    return [{ path: `${name}.csv`, content: (of as Table).toCsv(), audience, of }]
  })
  await writeOutputs(folder, files, options)
  return folder
}
