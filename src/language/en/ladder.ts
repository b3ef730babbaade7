/** Ever coarser English words for a name or number of a type, from fine to coarse. */
export function ladderEn(_type: string, _name: string): readonly string[] {
  return []
}
