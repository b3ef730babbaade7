import { wordlist } from '@scure/bip39/wordlists/english.js'
import { drawBelow, secretRandom } from './draw.js'

const words = 6

/**
 * Draws a passphrase: six words from a list of 2048 (the English list of BIP 39), each as likely as the other. That is 66 bits:
 * with the work that `sealKey` makes of every guess, more than anybody can try.
 *
 * @example
 * newPassphrase().split(' ').length
 * //=> 6
 */
export function newPassphrase(): string {
  return Array.from({ length: words }, () => wordlist[drawBelow(wordlist.length, secretRandom)]!).join(' ')
}
