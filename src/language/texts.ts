/**
 * The fixed texts of a report, in one language. `{name}` is a place that is filled in; what stands around it is fixed, which the
 * gate relies on: it looks for names in what is filled in.
 */
export interface Texts {
  // About the report as a whole
  readonly contents: string
  readonly teamOnly: string
  readonly pseudonymised: string
  readonly basisInterviews: string
  readonly basisQuotes: string
  readonly quotes: string
  readonly notWritten: string
  // Chapters and headings
  readonly introduction: string
  readonly unsettled: string
  readonly unsettledWhat: string
  /** For readers: that there are such passages. */
  readonly unsettledCount: string
  readonly configurations: string
  readonly methods: string
  readonly codebook: string
  readonly enabling: string
  readonly both: string
  readonly otherThemes: string
  readonly hindering: string
  // The same of outcomes
  readonly favourable: string
  readonly mixed: string
  readonly unfavourable: string
  readonly summary: string
  readonly evidence: string
  readonly evidenceTable: string
  readonly otherwise: string
  readonly refutersUnquoted: string
  readonly listed: string
  // Themes
  readonly claim: string
  readonly behind: string
  readonly people: string
  readonly byGroup: string
  readonly groupCount: string
  readonly notStated: string
  /** Groups, cases or kinds of people that are too small to stand by themselves, put together. */
  readonly otherClasses: string
  readonly asked: string
  readonly askedExact: string
  readonly refutedBy: string
  readonly refinedBy: string
  readonly agreedOnly: string
  readonly twoMinds: string
  readonly oneSource: string
  readonly noSource: string
  readonly partOf: string
  readonly core: string
  // Quotes
  readonly openQuote: string
  readonly closeQuote: string
  readonly paraphrase: string
  readonly translation: string
  readonly noQuote: string
  readonly noConsent: string
  /** For who agreed to no quoting at all. */
  readonly noConsentAtAll: string
  readonly notCleared: string
  /** In an archive, for who did not agree to it. */
  readonly notArchived: string
  /** A speaker of whom nothing is archived. */
  readonly someone: string
  /** A speaker whose group is too small to be named by it. */
  readonly aRespondent: string
  readonly interviewer: string
  // Configurations
  readonly fromCodes: string
  readonly fromWords: string
  readonly fromBoth: string
  readonly forIt: string
  readonly againstIt: string
  readonly refiningIt: string
  readonly wholly: string
  readonly reasoning: string
  readonly restsOn: string
  readonly restsOnAgreed: string
  readonly restsOnNothing: string
  readonly beneficiary: string
  readonly change: string
  readonly reason: string
  readonly rivalOf: string
  readonly seeConfiguration: string
  readonly inCases: string
  readonly theory: string
  readonly earlierTheories: string
  // Methods
  readonly questions: string
  readonly ethics: string
  readonly conversations: string
  readonly sampling: string
  readonly coding: string
  readonly codedBy: string
  readonly passes: string
  readonly counting: string
  readonly countingRule: string
  readonly settledRule: string
  readonly wordsRule: string
  readonly markedRule: string
  readonly listedRule: string
  readonly quoting: string
  readonly quotingRule: string
  readonly quotedOf: string
  readonly cleaning: string
  readonly withheld: string
  readonly consents: string
  readonly noRound: string
  readonly retired: string
  // Heads of tables
  readonly table: string
  readonly headCase: string
  readonly headCode: string
  readonly headCodes: string
  readonly headCoder: string
  readonly headConsent: string
  readonly headDefinition: string
  readonly headGroup: string
  readonly headHerWords: string
  readonly headKind: string
  readonly headMinutes: string
  readonly headModes: string
  readonly headNumber: string
  readonly headOther: string
  readonly headPassages: string
  readonly headPeople: string
  readonly headPlace: string
  readonly headPlanned: string
  readonly headPurpose: string
  readonly headReached: string
  readonly headRefine: string
  readonly headRefused: string
  readonly headRefute: string
  readonly headRole: string
  readonly headRound: string
  readonly headSought: string
  readonly headSources: string
  readonly headStatement: string
  readonly headStatus: string
  readonly headSupport: string
  readonly headTheme: string
  readonly headTheory: string
  readonly headTranscript: string
  readonly headWhen: string
  readonly headWhenNot: string
  readonly headConversations: string
  readonly headOnlyAgreed: string
  // Codebook
  readonly aboutCodebook: string
  readonly overview: string
  readonly retiredCodes: string
  readonly codebookBasis: string
  readonly codebookRounds: string
  readonly codebookCoders: string
  readonly codebookCounting: string
  readonly codebookExamples: string
  readonly codebookHeld: string
  readonly under: string
  readonly usualRole: string
  readonly usedAs: string
  readonly guideTopic: string
  readonly inThemes: string
  readonly relations: string
  readonly relationTo: string
  readonly relationFrom: string
  readonly uncoded: string
  readonly allRoles: string
  readonly withUnder: string
  readonly typicalExample: string
  readonly borderlineExample: string
  readonly anExample: string
  readonly exampleWhy: string
  readonly exampleHeld: string
  readonly sensitive: string
  readonly memo: string
  // Other results
  readonly quoteTable: string
  readonly quoteTableBasis: string
  readonly quoteTableBasisQuotes: string
  // The dossier of a configuration
  readonly dossier: string
  readonly dossierBasis: string
  readonly howToRead: string
  readonly dossierRule: string
  readonly status: string
  readonly wordings: string
  readonly oneWording: string
  readonly codesAdded: string
  readonly codesTaken: string
  readonly theoryReason: string
  readonly evidencePerRole: string
  readonly codingsPerRole: string
  readonly headVolunteered: string
  readonly headAsked: string
  readonly headInferred: string
  readonly inCasesNamed: string
  readonly threadsAccount: string
  readonly threadsOwn: string
  readonly threadsPartly: string
  readonly threadsNone: string
  readonly stitched: string
  readonly notAllThreads: string
  readonly noEvidence: string
  readonly nobodySaid: string
  readonly allAgreed: string
  readonly nothingFor: string
  readonly onlyInferred: string
  readonly theEvidence: string
  readonly note: string
  readonly goesAgainst: string
  readonly contextAlone: string
  readonly outcomeAlone: string
  readonly tellsRival: string
  readonly noneAgainst: string
  readonly againstLeftOut: string
  readonly rivals: string
  readonly noRival: string
  readonly rowRestsOn: string
  readonly rowWholeChain: string
  readonly rowForWhom: string
  /** For readers. */
  readonly smallCases: string
  readonly noVerdict: string
  readonly whoAsked: string
  readonly putTo: string
  readonly putToNobody: string
  readonly askedAbout: string
  readonly askedUnknown: string
  readonly headAnswer: string
  readonly headWho: string
  readonly saidNothing: string
  readonly memos: string
}
