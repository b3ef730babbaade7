/** Ever coarser Dutch words for a name or number of a type, from fine to coarse. */
export function ladderNl(_type: string, _name: string): readonly string[] {
  return []
}
