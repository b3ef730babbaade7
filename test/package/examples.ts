import ts from 'typescript'
import { readSources, type Source } from './sources.js'

/** An example of a docstring: whose it is, and its code. */
export interface Example {
  /** `table/cell.ts: cellOf`, with a number when there are several. */
  readonly name: string
  readonly path: string
  readonly code: string
}

/** Every `@example` of `src/`, under the name of what it explains. */
export function readExamples(): readonly Example[] {
  return readSources().flatMap(examplesOf)
}

function examplesOf({ path, text }: Source): readonly Example[] {
  const seen = new Map<string, number>()
  return [...text.matchAll(/\/\*\*(?<doc>(?:(?!\*\/)[\s\S])*)\*\/\s*(?<line>[^\n]*)/gu)].flatMap(({ groups }) => {
    const doc = groups!
      .doc!.split('\n')
      .map(line => line.replace(/^\s*\* ?/u, ''))
      .join('\n')
    const of = /(?:export\s+)?(?:async\s+)?(?:function|class|const|interface|type)?\s*(?<name>[\w$]+)/u.exec(groups!.line!)!.groups!.name!
    return [...doc.matchAll(/@example\s*(?<code>[\s\S]*?)(?=\n@\w|$(?![\s\S]))/gu)].map(match => {
      const nth = (seen.get(of) ?? 0) + 1
      seen.set(of, nth)
      return { name: `${path}: ${of}${nth === 1 ? '' : ` (${nth})`}`, path, code: match.groups!.code!.trim() }
    })
  })
}

const result = /^\s*\/\/=> ?(?<said>.*)$/u

/**
 * The example as the body of an async function: `check(value, said)` for every statement that is followed by `//=> said`.
 * A result may run over several lines, each with its own `//`.
 */
export function programOf({ code }: Pick<Example, 'code'>): { readonly body: string; readonly checks: number } {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true)
  let checks = 0
  const parts = file.statements.map((statement, i) => {
    if (ts.isImportDeclaration(statement)) return ''
    const next = file.statements[i + 1]
    const after = code.slice(statement.end, next === undefined ? code.length : next.getStart(file))
    const said = after
      .split('\n')
      .flatMap(line => result.exec(line)?.groups?.said ?? [])
      .join('\n')
    const source = statement.getText(file)
    if (said === '') return source
    if (!ts.isExpressionStatement(statement)) throw new Error(`a result stands behind what has no value: ${source}`)
    checks += 1
    return `check(await (${statement.expression.getText(file)}), ${JSON.stringify(said.trim())})`
  })
  const { outputText } = ts.transpileModule(parts.join('\n;'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  return { body: outputText, checks }
}
