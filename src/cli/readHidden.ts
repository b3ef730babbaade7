import type { Readable } from 'node:stream'
import { StudyError } from '../study/index.js'

/** What is needed of a terminal to ask without showing what is typed. */
export interface Terminal {
  readonly input: Pick<Readable, 'on' | 'off' | 'resume' | 'pause' | 'unshift'> & {
    readonly isTTY?: boolean
    readonly setRawMode?: (raw: boolean) => unknown
  }
  readonly output: { readonly write: (text: string) => unknown }
}

/**
 * Asks for a line that is not shown while it is typed.
 *
 * @throws StudyError when it is broken off with Ctrl-C, or the input ends
 */
export async function readHidden(question: string, { input, output }: Terminal): Promise<string> {
  // Before the question: what is typed at once would else be shown.
  input.setRawMode?.(true)
  output.write(question)
  const decoder = new TextDecoder()
  let typed = ''
  try {
    return await new Promise<string>((resolve, reject) => {
      const stopped = () => finish(() => reject(brokenOff()))
      const read = (chunk: Uint8Array) => {
        const letters = [...decoder.decode(chunk, { stream: true })]
        // An arrow or another key that is no letter comes as a sequence that begins with escape.
        if (letters[0] === '\u001B') return
        for (const [i, letter] of letters.entries()) {
          if (letter === '\u0003' || letter === '\u0004') return stopped()
          if (letter === '\r' || letter === '\n') {
            // What was pasted behind it is for the next question; of an end of line in two signs the second is not.
            const rest = letters
              .slice(i + 1)
              .join('')
              .replace(/^\n/u, '')
            return finish(() => {
              if (rest !== '') input.unshift(Buffer.from(rest))
              resolve(typed)
            })
          }
          if (letter === '\u007F' || letter === '\b') typed = [...typed].slice(0, -1).join('')
          else if (letter >= ' ') typed += letter
        }
      }
      const finish = (then: () => void) => {
        input.off('data', read)
        input.off('end', stopped)
        input.pause()
        then()
      }
      input.on('data', read)
      input.on('end', stopped)
      input.resume()
    })
  } finally {
    input.setRawMode?.(false)
    output.write('\n')
  }
}

function brokenOff(): StudyError {
  return new StudyError([{ what: 'no passphrase was given', hint: 'nothing was written; start again when you have one' }])
}
