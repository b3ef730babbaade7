// Typed constants, because a computed method name written inline vanishes from the type declarations.

/** The method by which a value shows itself in a Deno notebook. */
export const jupyterDisplay: unique symbol = Symbol.for('Jupyter.display')

/** The method by which a value shows itself in Node: `console.log`, the REPL, tslab. */
export const nodeInspect: unique symbol = Symbol.for('nodejs.util.inspect.custom')

/** One value in several formats; a notebook shows the richest it knows. */
export interface MimeBundle {
  readonly 'text/plain': string
  readonly 'text/markdown': string
  readonly 'text/html': string
}
