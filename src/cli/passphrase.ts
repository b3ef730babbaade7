import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expectPassphrase, newPassphrase } from '../privacy/index.js'
import { StudyError } from '../study/index.js'
import { readHidden, type Terminal } from './readHidden.js'

export interface PassphraseOptions {
  /** A file that holds the passphrase in its only line. It is never an argument, which other users of the machine could see. */
  readonly passphraseFile?: string
}

const own: Terminal = { input: process.stdin, output: process.stderr }

/** The passphrase of a key that is there: from a file, or asked for. */
export async function askPassphrase({ passphraseFile }: PassphraseOptions, terminal: Terminal = own): Promise<string> {
  if (passphraseFile !== undefined) return passphraseIn(passphraseFile)
  expectTerminal(terminal)
  return readHidden('Passphrase of the key: ', terminal)
}

/** A passphrase for a new key: from a file, or asked for twice; when nothing is typed one is made, and shown this once. */
export async function askNewPassphrase({ passphraseFile }: PassphraseOptions, terminal: Terminal = own): Promise<string> {
  if (passphraseFile !== undefined) {
    const passphrase = await passphraseIn(passphraseFile)
    expectPassphrase(passphrase)
    return passphrase
  }
  expectTerminal(terminal)
  const typed = await readHidden('Passphrase for the key (press Enter to have one made): ', terminal)
  if (typed === '') {
    const made = newPassphrase()
    terminal.output.write(
      `The passphrase, shown this once:\n\n  ${made}\n\nWrite it down and keep it apart from the key. Without it nobody opens the key.\n`,
    )
    return made
  }
  expectPassphrase(typed)
  if ((await readHidden('The same again: ', terminal)) === typed) return typed
  throw new StudyError([{ what: 'the two passphrases are not the same', hint: 'start again; nothing was written' }])
}

function expectTerminal({ input }: Terminal): void {
  if (input.isTTY) return
  throw new StudyError([
    { what: 'there is no terminal here to ask for the passphrase', hint: 'give --passphrase-file with a file that holds it in one line' },
  ])
}

async function passphraseIn(path: string): Promise<string> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new StudyError([{ what: 'there is no passphrase file here that can be read', hint: 'give its path', file }])
  const passphrase = text.replace(/^\uFEFF/u, '').replace(/\r?\n$/u, '')
  if (passphrase !== '' && !/[\r\n]/u.test(passphrase)) return passphrase
  throw new StudyError([
    { what: 'this file does not hold one line', hint: 'write the passphrase in its first line, and nothing else', file },
  ])
}
