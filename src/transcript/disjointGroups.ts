type Group = readonly string[]

// Above this many different groups an exact search could take too long; a study with more has other troubles.
const searched = 16

/**
 * As many groups as can be found that share no member. Not one larger choice exists (up to sixteen different groups; above that a
 * greedy choice, which may be smaller), so that hearing more never lowers a count. Ties go to the smaller group, then to the first ids.
 *
 * @param groups members of each group, in any order
 * @example
 * disjointGroups([['2', '3'], ['1', '2'], ['3', '4']])
 * //=> [['1', '2'], ['3', '4']]
 */
export function disjointGroups(groups: Iterable<Group>): readonly Group[] {
  const unique = new Map<string, Group>()
  for (const group of groups) {
    const members = [...new Set(group)].sort()
    if (members.length > 0) unique.set(members.join('\n'), members)
  }
  const sorted = [...unique].sort(([a, left], [b, right]) => left.length - right.length || (a < b ? -1 : 1)).map(([, group]) => group)
  // A group that holds another whole never does better than that one.
  const smallest = sorted.filter((group, i) => !sorted.slice(0, i).some(other => other.every(member => group.includes(member))))
  return smallest.length <= searched ? largestChoice(smallest) : greedyChoice(smallest)
}

function largestChoice(groups: readonly Group[]): readonly Group[] {
  const [first, ...rest] = groups
  if (first === undefined) return []
  const apart = rest.filter(group => !group.some(member => first.includes(member)))
  const withFirst = [first, ...largestChoice(apart)]
  // Nothing to gain by leaving it out when it is in nobody's way.
  if (apart.length === rest.length) return withFirst
  const without = largestChoice(rest)
  return without.length > withFirst.length ? without : withFirst
}

function greedyChoice(groups: readonly Group[]): readonly Group[] {
  const taken = new Set<string>()
  return groups.filter(group => {
    if (group.some(member => taken.has(member))) return false
    for (const member of group) taken.add(member)
    return true
  })
}
