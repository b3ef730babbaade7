/**
 * Wraps text to lines of at most `width` code points, at spaces; a longer word is cut. Line ends stay.
 *
 * @example
 * wrapText('the norm made it urgent', 10)
 * //=> ['the norm', 'made it', 'urgent']
 */
export function wrapText(text: string, width: number): string[] {
  return text.split(/\r\n?|\n/u).flatMap(line => wrapLine(line, width))
}

/** The length of text in code points. */
export function textWidth(text: string): number {
  let width = 0
  for (const _ of text) width += 1
  return width
}

function wrapLine(line: string, width: number): string[] {
  if (textWidth(line) <= width) return [line]
  const lines: string[] = []
  let current: string | null = null
  let used = 0
  for (const word of line.split(' ').flatMap(word => cutWord(word, width))) {
    const length = textWidth(word)
    if (current !== null && used + 1 + length <= width) {
      current += ` ${word}`
      used += 1 + length
    } else {
      if (current !== null) lines.push(current)
      current = word
      used = length
    }
  }
  return current === null ? lines : [...lines, current]
}

function cutWord(word: string, width: number): string[] {
  const points = [...word]
  if (points.length <= width) return [word]
  return Array.from({ length: Math.ceil(points.length / width) }, (_, i) => points.slice(i * width, (i + 1) * width).join(''))
}
