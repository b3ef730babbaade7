import type { Study } from '../../study/index.js'

/** What the first change of a blind copy is called in its journal: the mark that stays through saving and opening. */
export const blindCall = 'blind copy'

/** Whether a study began as a blind copy: then nothing of it may hint at how others code, suggestions neither. */
export function isBlind(study: Pick<Study, 'journal'>): boolean {
  return study.journal[0]?.kind === 'import' && study.journal[0].changes[0]?.call === blindCall
}
