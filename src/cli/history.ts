import { listPasses } from '../coding/index.js'
import { openStudy } from '../files/index.js'
import { startProgress } from './progress.js'

export interface HistoryOptions {
  readonly pass?: string
  readonly calls?: boolean
}

/** Prints the journal of a study in words: who changed what, when, and what was taken back. It is for the team. */
export async function history(dir: string, { pass, calls = false }: HistoryOptions): Promise<void> {
  const progress = startProgress()
  progress.step('Opening the study')
  const study = await openStudy(dir).finally(progress.done)
  const only = pass === undefined ? {} : { pass: /^\d{1,6}$/u.test(pass) ? Number(pass) : pass }
  console.log((calls ? listPasses(study, { ...only, calls }) : listPasses(study, only)).toText())
}
