import { stratify } from 'd3-hierarchy'
import { type Code, StudyError, standsUnderItself } from '../study/index.js'

/** A code and its place in the tree. */
export interface PlacedCode {
  readonly code: Code
  /** The codes it stands under, the top one first; none for a code at the top. */
  readonly above: readonly Code[]
}

/** The codes in the order of their tree, each parent before its children, siblings as listed. */
export function codesInTree(codes: readonly Code[]): readonly PlacedCode[] {
  const above = new Map(codes.map(code => [code.id, code.parent]))
  if (codes.some(code => standsUnderItself(code.id, above)))
    throw new StudyError([{ what: 'a code stands under itself', hint: 'break the circle', file: 'codes.csv', column: 'parent' }])
  // d3 wants one root; it is no code, and with a slash before every id none is mistaken for it.
  const nodes: readonly { readonly id: string; readonly parent: string | null; readonly code: Code | null }[] = [
    { id: '/', parent: null, code: null },
    ...codes.map(code => ({ id: `/${code.id}`, parent: code.parent !== null && above.has(code.parent) ? `/${code.parent}` : '/', code })),
  ]
  const tree = stratify<(typeof nodes)[number]>()
    .id(node => node.id)
    .parentId(node => node.parent)([...nodes])
  const placed: PlacedCode[] = []
  tree.eachBefore(node => {
    const path = node.ancestors().flatMap(one => one.data.code ?? [])
    if (node.data.code !== null) placed.push({ code: node.data.code, above: path.slice(1).reverse() })
  })
  return placed
}

/** Each code with itself and all codes under it. */
export function codesUnder(codes: readonly Code[]): ReadonlyMap<string, readonly string[]> {
  const under = new Map<string, string[]>(codes.map(code => [code.id, []]))
  for (const { code, above } of codesInTree(codes)) for (const one of [...above, code]) under.get(one.id)?.push(code.id)
  return under
}
