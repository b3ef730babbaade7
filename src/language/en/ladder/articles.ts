/** Articles that may stand before a name or not. */
export const articles = /^(?:the|a|an)\s+/iu
