import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { askNewPassphrase, askPassphrase } from '../../src/cli/passphrase.js'
import { readHidden } from '../../src/cli/readHidden.js'
import { StudyError } from '../../src/study/index.js'

const scratch = mkdtempSync(join(tmpdir(), 'retroduct-passphrase-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A terminal in which a person types these, one after another. */
function terminal(...typed: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, raw: [] as boolean[], setRawMode: (raw: boolean) => input.raw.push(raw) })
  const written: string[] = []
  let next = 0
  const output = {
    write: (text: string) => {
      written.push(text)
      // What is typed the moment a question stands there must not be shown.
      if (text.endsWith(': ')) expect(input.raw.at(-1)).toBe(true)
      if (text.endsWith(': ') && next < typed.length) input.write(typed[next++]!)
    },
  }
  return { input, output, written }
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (one: unknown) => one,
  )
  expect(error).toBeInstanceOf(StudyError)
  return (error as StudyError).message
}

describe('readHidden', () => {
  it.each([
    ['a line', 'orbit velvet\r', 'orbit velvet'],
    ['what was taken back', 'orbiy\u007Ft\bt velvet\n', 'orbit velvet'],
    ['signs outside the basic plane, taken back whole', 'a🌱\u007F\u007Fé\r', 'é'],
    ['spaces as they are typed', '  a b \r', '  a b '],
    ['nothing', '\r', ''],
  ])('reads %s and shows nothing of it', async (_, typed, said) => {
    const one = terminal(typed)
    expect(await readHidden('Say: ', one)).toBe(said)
    expect(one.written).toEqual(['Say: ', '\n'])
    expect(one.input.raw).toEqual([true, false])
    expect(one.input.listenerCount('data')).toBe(0)
  })

  it('reads letters that come in pieces, and no arrows', async () => {
    const one = terminal()
    const asked = readHidden('Say: ', one)
    const bytes = Buffer.from('é🌱')
    for (const byte of bytes) one.input.write(Buffer.of(byte))
    await new Promise(resolve => setTimeout(resolve, 5))
    one.input.write('\u001B[A')
    await new Promise(resolve => setTimeout(resolve, 5))
    one.input.write('\r')
    expect(await asked).toBe('é🌱')
  })

  it.each(['abc\u0003', '\u0004'])('is broken off by Ctrl-C and Ctrl-D, and leaves the terminal as it was', async typed => {
    const one = terminal(typed)
    expect(await refusal(readHidden('Say: ', one))).toMatch(/no passphrase was given/iu)
    expect(one.input.raw).toEqual([true, false])
  })

  it('ends with its input', async () => {
    const one = terminal()
    const asked = readHidden('Say: ', one)
    one.input.end()
    expect(await refusal(asked)).toMatch(/no passphrase was given/iu)
  })
})

describe('the passphrase of a new key', () => {
  it('is asked for twice', async () => {
    expect(await askNewPassphrase({}, terminal('orbit velvet canyon\r', 'orbit velvet canyon\r'))).toBe('orbit velvet canyon')
    // Pasted in one go.
    expect(await askNewPassphrase({}, terminal('orbit velvet canyon\norbit velvet canyon\n'))).toBe('orbit velvet canyon')
    expect(await refusal(askNewPassphrase({}, terminal('orbit velvet canyon\r', 'orbit velvet canyom\r')))).toMatch(/not the same/u)
    expect(await refusal(askNewPassphrase({}, terminal('short\r')))).toMatch(/shorter than 12/u)
  })

  it('is made when nothing is typed, and shown once', async () => {
    const one = terminal('\r')
    const made = await askNewPassphrase({}, one)
    expect(made.split(' ')).toHaveLength(6)
    expect(one.written.filter(text => text.includes(made))).toHaveLength(1)
  })

  it('comes from a file of one line', async () => {
    const file = (text: string) => {
      const path = join(scratch, 'phrase.txt')
      writeFileSync(path, text)
      return { passphraseFile: path }
    }
    for (const text of ['orbit velvet canyon', 'orbit velvet canyon\n', '\uFEFForbit velvet canyon\r\n']) {
      expect(await askNewPassphrase(file(text))).toBe('orbit velvet canyon')
      expect(await askPassphrase(file(text))).toBe('orbit velvet canyon')
    }
    for (const text of ['', '\n', 'orbit velvet canyon\nand more\n', 'orbit velvet canyon\n\n'])
      expect(await refusal(askPassphrase(file(text)))).toMatch(/phrase\.txt: this file does not hold one line/u)
    expect(await refusal(askNewPassphrase(file('short')))).toMatch(/shorter than 12/u)
    expect(await refusal(askPassphrase({ passphraseFile: join(scratch, 'none.txt') }))).toMatch(/no passphrase file here/u)
  })

  it('cannot be asked for where there is no terminal', async () => {
    const piped = { ...terminal('orbit velvet canyon\r'), input: new PassThrough() }
    expect(await refusal(askPassphrase({}, piped))).toMatch(/no terminal here.*--passphrase-file/su)
    expect(await refusal(askNewPassphrase({}, piped))).toMatch(/no terminal here/u)
    expect(await askPassphrase({}, terminal('short\r'))).toBe('short')
  })
})
