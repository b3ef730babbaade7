/** The year that two digits mean: "95" is 1995, "19" is 2019. */
export const twoDigitYear = (digits: number): number => (digits < 40 ? 2000 : 1900) + digits

/** Five years that a year falls in: "2015-2019". */
export const fiveYears = (year: number): string => `${year - (year % 5)}-${year - (year % 5) + 4}`
