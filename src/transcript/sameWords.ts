import { foldText } from './foldText.js'

/** Whether two pieces of text say the same, however quotation marks, dashes, white space and line ends are typed. */
export function sameWords(one: string, other: string): boolean {
  return one === other || foldText(one).text.trim() === foldText(other).text.trim()
}
