/**
 * Visits every line of a text.
 *
 * @param visit gets the offset of the begin of the line, of its end (before the LF) and its number, the first is 1
 */
export function eachLine(text: string, visit: (from: number, until: number, line: number) => void): void {
  let line = 1
  for (let from = 0; from <= text.length; line++) {
    const newline = text.indexOf('\n', from)
    const until = newline === -1 ? text.length : newline
    visit(from, until, line)
    from = until + 1
  }
}
