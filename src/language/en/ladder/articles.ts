/** Articles that may stand before a name or not. */
export const articles = /^(?:the|a|an)\s+/iu

/** A hospital is said with and without what it is: "the Royal Free", "Royal Berkshire Hospital". */
export const hospitalFillers = /^the\s+|\s+(?:hospital|nhs(?:\s+foundation)?\s+trust)$/giu
