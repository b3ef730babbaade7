import { openRegister, openStudy, saveStudy, whereWords } from '../files/index.js'
import { withdrawRespondent } from '../privacy/index.js'
import { startProgress } from './progress.js'

export interface WithdrawCommandOptions {
  readonly scope: 'everything' | 'quotes' | 'archive'
  readonly coder: string
  readonly today: string
  readonly register?: string
  readonly yes?: boolean
}

/**
 * Withdraws a respondent from a study. Without `--yes` nothing is changed: it says what would go and what stays for
 * people to clear, since what is taken from the journal cannot be brought back.
 */
export async function withdraw(dir: string, respondent: string, options: WithdrawCommandOptions): Promise<void> {
  const { scope, coder, today, register, yes = false } = options
  const progress = startProgress()
  try {
    progress.step('Opening the study')
    const study = await openStudy(dir)
    const names = register === undefined ? {} : { register: await openRegister(register, { warn: console.error }) }
    progress.step('Looking for what was said')
    const { study: after, removed, reach } = withdrawRespondent(study, respondent, { scope, by: { coder, date: today }, ...names })
    if (yes) await saveStudy(after, dir)
    const files = scope === 'everything' ? await whereWords(study, respondent, dir) : null
    progress.done()
    for (const table of [removed, reach, ...(files === null ? [] : [files])]) console.log(`${table.toText()}\n`)
    console.log(
      yes
        ? 'Withdrawn, and saved.'
        : 'Nothing was changed. To do it, give --yes; what is then taken from the journal cannot be brought back.',
    )
  } finally {
    progress.done()
  }
}
