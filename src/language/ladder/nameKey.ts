const special: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i' }

/**
 * The letters and digits of a name in one spelling, so that capitals, diacritics, apostrophes, hyphens and spaces make no difference:
 * "'s-Hertogenbosch" and "s Hertogenbosch" are one key.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßøłđæœþðı]/gu, letter => special[letter]!)
    .replace(/[^\p{L}\p{N}]/gu, '')
}
