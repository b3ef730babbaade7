import { type Naming, namesOf, nearName, type Problem, type Study } from '../study/index.js'

/** The codes that names mean, each with every code that stands under it; and the names that mean none. */
export function codesMeant(
  study: Study,
  names: readonly string[],
): { readonly codes: ReadonlySet<string>; readonly problems: readonly Problem[] } {
  const naming: Naming = namesOf('codes', study.codes)
  const codes = new Set<string>()
  const problems: Problem[] = []
  for (const name of names) {
    const code = naming(name)
    if (code !== null) codes.add(code)
    else problems.push(unknownCode(study, name))
  }
  const under = new Map<string, string[]>()
  for (const { id, parent } of study.codes) if (parent !== null) under.set(parent, [...(under.get(parent) ?? []), id])
  // A set that grows while it is walked visits what was added, each once: a circle of parents ends.
  for (const code of codes) for (const below of under.get(code) ?? []) codes.add(below)
  return { codes, problems }
}

function unknownCode({ codes }: Study, name: string): Problem {
  const near = nearName(
    name,
    codes.flatMap(code => [code.id, ...(code.name === null ? [] : [code.name])]),
  )
  return { what: `there is no code "${name}"`, hint: near === null ? 'use an id or a name of codes.csv' : `did you mean "${near}"?` }
}
