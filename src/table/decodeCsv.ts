import Papa from 'papaparse'

/**
 * Reads every cell of a CSV, the header's first.
 * `delimiter` is `,` unless given.
 *
 * @example
 * decodeCsv('code,sources\r\n"trust, mutual",3')
 * //=> ['code', 'sources', 'trust, mutual', '3']
 */
export function decodeCsv(csv: string, delimiter: ',' | ';' | '\t' = ','): readonly string[] {
  return Papa.parse<string[]>(csv, { delimiter }).data.flat()
}
