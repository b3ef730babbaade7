import type { ReviewTexts } from '../reviewTexts.js'

/** Dutch texts of the page on which a team reviews its register. */
export const nlReview: ReviewTexts = {
  title: 'Te verbergen namen: nakijken',
  basis: '{entries} rijen in het register, {places} vervangingen in {transcripts} transcripten',
  intro:
    'Op deze pagina staan namen. Alles in het register wordt verborgen, tenzij onder "match" keep staat. Wat een beslissing vraagt staat bovenaan; haal na een beslissing "decide: …" uit de notitie. Doorgestreept is wat er in het transcript staat, vet wat ervoor in de plaats komt.',
  toDecide: 'Te beslissen',
  nothingToDecide: 'Geen enkele rij vraagt om een beslissing.',
  unregistered: 'Herkend, en niet in het register',
  unregisteredIntro:
    'Dit wordt afgedrukt zoals het er staat. Voer de opdracht opnieuw uit om het voor te laten stellen, of schrijf een rij met keep onder "match".',
  nothingUnregistered: 'Alles wat herkend is, staat in het register.',
  left: 'Blijft staan als woord',
  leftIntro:
    'Deze woorden zijn ook namen, en blijven staan waar ze geen hoofdletter hebben en niet herkend zijn. Namen die ertussen staan, worden afgedrukt.',
  alike: 'Wat een register niet kan vinden',
  alikeIntro: 'Woorden die van een naam gemaakt zijn, of er één letter van verschillen. Voeg toe als variant wat naar iemand wijst.',
  entries: 'Alle andere rijen',
  kept: 'Wat blijft staan',
  keptIntro: 'Nagekeken, en niet verborgen.',
  transcripts: 'Per transcript',
  row: 'rij {row}',
  inReport: 'In een rapport: ',
  inArchive: 'In een archief: ',
  inBoth: 'Komt ervoor in de plaats: ',
  replaced: '{n} × vervangen (transcripten: {transcripts})',
  notInTexts: 'In geen transcript',
  unrecognised: 'niet herkend op {n} van de {all} plaatsen',
  near: 'Eén letter verschil met: {names}',
  several: 'Kan op {n} plaatsen ook een andere rij zijn',
  leftStanding: 'Blijft {n} × staan',
  variants: 'Ook: {names}',
  onlyIn: 'Alleen in: {places}',
  note: 'Notitie: {note}',
  certainty: { sure: 'zeker', likely: 'waarschijnlijk', look: 'misschien' },
  slip: 'één letter verschil met {name}',
  madeFrom: 'gemaakt van {name}',
  more: 'nog {n}',
  where: '{transcript}, beurt {turn}',
  outside: '{transcript}, buiten de beurten',
}
