/** Articles that may stand before a name or not. */
export const articles = /^(?:de|het|een|['’]t|the)\s+/iu

/** A hospital is said with and without what it is: "de Isala", "Ziekenhuis De Heel", "Amphia Ziekenhuis". */
export const hospitalFillers = /^(?:(?:de|het|['’]t|ziekenhuis)\s+)+|[\s-]*(?:ziekenhuis|kliniek)$/giu
