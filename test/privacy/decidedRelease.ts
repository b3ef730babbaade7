import { readFile, writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { readDecisions } from '../../src/privacy/index.js'
import { checkRelease, type Release, type ReleaseOptions } from '../../src/report/index.js'
import type { SafeStudy } from '../../src/study/index.js'

/** The release of outputs of a safe study, or of itself for an archive, by somebody who lets every point pass. */
export function decidedRelease(safe: SafeStudy, outputs: ReleaseOptions['outputs'] = [safe]): Release {
  const secret = new Uint8Array(32)
  const open = checkRelease(safe, { outputs, decisions: readDecisions('', secret) }).toDecide
  const rows = open.map(({ point }) => `${point},print,MV,2026-05-01,it is made up`)
  return checkRelease(safe, { outputs, decisions: readDecisions(['point,what,who,when,why', ...rows].join('\n'), secret) })
}

/** Runs a command that writes down what is to be decided, lets every point pass, and runs it again. */
export async function signing<T>(decisions: string, run: () => Promise<T>): Promise<T> {
  await run().then(
    () => {},
    async error => {
      if (!/for a person to decide/u.test(String(error?.message))) throw error
      const csv = (await readFile(decisions, 'utf8')).replace(/^\uFEFF/u, '')
      const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
      const signed = data.map(row => ({ ...row, what: 'print', who: 'MV', when: '2026-05-01', why: 'it is made up' }))
      await writeFile(decisions, Papa.unparse(signed, { newline: '\n' }))
    },
  )
  return run()
}
