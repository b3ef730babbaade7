/** Articles that may stand before a name or not. */
export const articles = /^(?:de|het|een|'t|’t|the)\s+/iu
