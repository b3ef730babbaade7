import type { Point } from '../privacy/index.js'
import type { Dossiers } from './risk/dossiers.js'

/** The dossiers that a person has to read and sign: one for each label. */
export function dossierPoints({ dossiers }: Dossiers): readonly Point[] {
  return dossiers.map(
    ({ label, k, insider, printed, singleOut, text }): Point => ({
      kind: 'dossier',
      entry: label,
      places: [...new Set(printed.map(one => one.output))],
      passage: singleOut.join(' '),
      what: `nobody signed what adds up under this label (k ${k}, to an insider ${insider})`,
      why: 'what stands under one label may together lead to a person',
      todo: 'read its dossier and answer the questions; change what is printed, or sign',
      text,
    }),
  )
}
