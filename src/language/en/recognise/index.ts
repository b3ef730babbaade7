import type { Recogniser } from '../../mark.js'

/** Finds names and what else may identify in English interview talk. */
export const recogniseEn: Recogniser = () => []
