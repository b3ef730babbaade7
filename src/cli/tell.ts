import { join } from 'node:path'
import type { Anonymised } from '../privacy/index.js'
import type { Audience } from '../study/index.js'

/** Says which files were made, and for whom they are. */
export function tellMade(dir: string, paths: readonly string[], audience: Audience): void {
  console.log(audience === 'public' ? 'Made, pseudonymised:' : 'Made, for the team only (nothing is hidden):')
  for (const path of paths) console.log(`  ${join(dir, path)}`)
  if (audience === 'public')
    console.log('No registered name is in these files. Who knows the people may still recognise them: read them before you share them.')
}

/** Says which quotes clash with what their speakers were promised, and what was printed instead. */
export function tellConflicts(anonymised: Anonymised | null): void {
  const rows = anonymised?.conflicts.rows ?? []
  if (rows.length === 0) return
  console.log('\nNot printed as it stands:')
  for (const { quote, respondent, conflict, printed } of rows)
    console.log(`  ${quote === '' ? respondent : `quote ${quote} of ${respondent}`}: ${conflict}; printed: ${printed}`)
}
