/** A postcode of the United Kingdom, Canada, the United States, Australia or New Zealand: the area its first signs stand for. */
export function postcodeSteps(name: string): readonly string[] {
  const code = name.toUpperCase().replace(/[\s-]/gu, '')
  const british = /^([A-Z]{1,2})\d[A-Z\d]?(?:\d[A-Z]{2})?$/u.exec(code)
  const canadian = /^([A-Z])\d[A-Z]\d[A-Z]\d$/u.exec(code)
  const digits = /^\d{4,5}(?:\d{4})?$/u.test(code) ? code.slice(0, code.length === 4 ? 4 : 5) : null
  if (canadian !== null) return [`postal code area ${canadian[1]}..`]
  if (british !== null) return [`postcode area ${british[1]}`]
  if (digits === null) return []
  const area = digits.length === 5 ? 'zip code area' : 'postcode area'
  const keep = digits.length === 5 ? 3 : 2
  return [`${area} ${digits.slice(0, keep)}..`, `${area} ${digits.slice(0, 1)}${'.'.repeat(digits.length - 1)}`]
}
