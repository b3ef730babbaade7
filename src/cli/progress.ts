/** Says what is being done, once it has taken more than a second and a person is watching. */
export interface Progress {
  readonly step: (what: string) => void
  readonly done: () => void
}

const patience = 1000

export function startProgress(terminal: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now()
  let timer: NodeJS.Timeout | undefined
  let shown = false
  const show = (what: string) => {
    if (!terminal.isTTY) return
    shown = true
    terminal.write(`\r\u001B[K${what} …`)
  }
  return {
    step: what => {
      clearTimeout(timer)
      // Most steps hold the event loop, so that a timer would come too late: look at the clock before each as well.
      if (performance.now() - started > patience) show(what)
      else timer = setTimeout(show, patience, what)
    },
    done: () => {
      clearTimeout(timer)
      if (shown) terminal.write('\r\u001B[K')
    },
  }
}
