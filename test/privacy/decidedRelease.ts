import { readDecisions } from '../../src/privacy/index.js'
import { checkRelease, type Release } from '../../src/report/index.js'
import type { SafeStudy } from '../../src/study/index.js'

/** The release of a safe study for an archive, by somebody who lets every point pass. */
export function decidedRelease(safe: SafeStudy): Release {
  const outputs = [safe]
  const rows = checkRelease(safe, { outputs }).toDecide.map(({ point }) => `${point},print,MV,2026-05-01,it is made up`)
  const decisions = readDecisions(['point,what,who,when,why', ...rows].join('\n'), new Uint8Array(32))
  return checkRelease(safe, { outputs, decisions })
}
