/** The fixed texts of what is told about recognising people, for the team. `{name}` is a place that is filled in. */
export interface RiskTexts {
  readonly title: string
  readonly basis: string
  readonly noVerdict: string
  readonly row: string
  readonly noLabel: string
  // Headings
  readonly printed: string
  readonly singleOut: string
  readonly link: string
  readonly infer: string
  readonly readers: string
  readonly outsider: string
  readonly insider: string
  readonly superior: string
  readonly change: string
  readonly versions: string
  // What is said under them
  readonly onePerson: string
  readonly several: string
  readonly anybody: string
  readonly fits: string
  /** Whoever sat in the conversation too knows. */
  readonly heard: string
  readonly fitsAll: string
  readonly rarest: string
  readonly population: string
  readonly uniqueFact: string
  readonly together: string
  readonly fact: string
  readonly wording: string
  readonly addsUp: string
  readonly standsAlone: string
  readonly earlier: string
  readonly revealed: string
  readonly inBrackets: string
  readonly oneSided: string
  readonly supports: string
  readonly refutes: string
  readonly nothing: string
  // Questions
  readonly askLookUp: string
  readonly askUnique: string
  readonly askSearch: string
  readonly askEntity: string
  readonly askEcho: string
  readonly askLabel: string
  readonly askMention: string
  readonly askColleague: string
  readonly askHalf: string
  readonly askNamed: string
  readonly askStaffList: string
  readonly askHarm: string
  readonly askSide: string
  // Changes
  readonly coarserGroup: string
  readonly dropColumn: string
  readonly unlink: string
  readonly leaveOut: string
  readonly generalise: string
  readonly plainLabel: string
  readonly gives: string
  readonly noChange: string
  // Versions
  readonly difference: string
  readonly differenceClass: string
  // Heads of the overview
  readonly headLabel: string
  readonly headInsider: string
  readonly headPopulation: string
  readonly headPrinted: string
  readonly headFacts: string
}
