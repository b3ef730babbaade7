import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'

/**
 * Searches an output for the names of a register in a way of its own, apart from the library: markup and entities are
 * taken out, accents and case folded, and every spelling looked for between characters that are no letters.
 *
 * @returns the rows of the register that are found
 */
export async function leaksIn(output: string, register: string): Promise<number[]> {
  const rows = Papa.parse<Record<string, string>>((await readFile(register, 'utf8')).trim(), { header: true }).data
  const text = decoded(output)
  return rows.flatMap((row, i) => {
    const spellings = [row.name!, ...(row.variants ?? '').split(';')].map(one => one.trim()).filter(one => one !== '')
    const capital = row.match === 'capital'
    return spellings.some(spelling => patternFor(spelling, capital).test(capital ? text : folded(text))) ? [i + 2] : []
  })
}

function patternFor(spelling: string, capital: boolean): RegExp {
  const words = (capital ? spelling : folded(spelling)).split(/[\s'’-]+/u).map(word => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[\\s'’‘*_-]*")}(?![\\p{L}\\p{N}])`, 'u')
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function decoded(output: string): string {
  return output
    .replace(/<\/?(?:b|i|em|strong|span|a|q|cite)(?:\s[^>]*)?>/gu, '')
    .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/giu, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(?:quot|apos|amp|lt|gt|nbsp|shy);/gu, ' ')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
}
