import { join } from 'node:path'
import type { Anonymised } from '../privacy/index.js'
import { type Audience, guardOf } from '../study/index.js'

/** Says which files were made, and for whom they are. */
export function tellMade(dir: string, paths: readonly string[], audience: Audience): void {
  console.log(audience === 'public' ? 'Made, pseudonymised:' : 'Made, for the team only (nothing is hidden):')
  for (const path of paths) console.log(`  ${join(dir, path)}`)
  if (audience === 'public')
    console.log('No registered name is in these files. Who knows the people may still recognise them: read them before you share them.')
}

/** Says what clashes with what people were promised, and what was printed instead. A console is copied and kept: it says no name. */
export function tellConflicts(anonymised: Anonymised | null): void {
  const rows = anonymised?.conflicts.rows ?? []
  if (anonymised === null || rows.length === 0) return
  const guard = guardOf(anonymised.study)
  const isNamed = (text: string) => (guard?.check([{ text, where: 'console' }], 'finished') ?? []).length > 0
  console.log('\nNot printed as it stands:')
  for (const { where, person, kind, printed } of rows)
    console.log(`  ${isNamed(where) ? namelessPlace(where) : where} (${person}): ${kind}; printed: ${printed}`)
}

/** A place as far as it is a file and a row; the rest is what something is called. */
function namelessPlace(where: string): string {
  return /^[a-z]+\.csv, row \d+/u.exec(where)?.[0] ?? 'a conversation whose id holds a name'
}
