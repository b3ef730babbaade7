/** Fields of the head of a transcript: `Date: 12 May`. Folded. */
const headFields = new Set(
  (
    'datum date tijd time tijdstip duur duration length locatie location plaats place onderwerp subject titel title project projectnaam ' +
    'bestand file bestandsnaam filename transcript transcriptie transcribed transcribent transcribeur transcriber opname recording ' +
    'opnamedatum interviewnummer interview nummer number nr taal language versie version ronde round organisatie organisation ' +
    'organization functie case casus aanwezig aanwezigen present attendees participants deelnemers sprekers speakers legenda legend begin start einde end'
  ).split(' '),
)

/** Words that begin a line inside an answer: `Conclusion: we stop.` Folded. */
const lineOpeners = new Set(
  [
    'conclusie conclusies conclusion conclusions samenvatting samengevat summary voorbeeld bijvoorbeeld example nb ps noot note notes notitie',
    'opmerking remark comment toelichting let dus so en and maar but kortom punt point want because kijk look nou well ja yes nee no ok oke okay',
    'resultaat result gevolg advies advice aanbeveling aanbevelingen recommendation recommendations stelling statement bron source doel aim goal',
    'deel part hoofdstuk chapter thema theme topic fase phase stap step optie option reden reason probleem problem oplossing solution eerst first',
    'ten second third tweede derde verder ook also namelijk feit fact idee idea http https mailto tel email www',
  ]
    .join(' ')
    .split(' '),
)

/** What transcribers put between brackets that is not a speaker: `[laughs]`. Folded. */
const bracketNotes = new Set(
  (
    'lacht lachen gelach laughs laughter laughing stilte pauze silence pause onverstaanbaar inaudible unintelligible onduidelijk unclear redacted ' +
    'geanonimiseerd anonymised anonymized crosstalk zucht sighs naam name knikt nods hoest coughs telefoon phone muziek music applaus applause sic'
  ).split(' '),
)

/** Whether a folded mark is a field of a transcript's head. */
export function isHeadField(folded: string): boolean {
  return headFields.has(folded)
}

/** Whether a folded mark is a word that begins lines without being a speaker: only a listing in `speakers` makes it one. */
export function isFalseMark(folded: string): boolean {
  const first = folded.split(' ', 1)[0]!
  return headFields.has(folded) || lineOpeners.has(first)
}

/** Whether what stands between brackets is a transcriber's note. */
export function isBracketNote(folded: string): boolean {
  return bracketNotes.has(folded.split(' ', 1)[0]!)
}
