import type { NamingWords } from '../namingWords.js'

const words = (list: string) => list.split(' ')

/** How Dutch names people and organisations. */
export const nlNaming: NamingWords = {
  titles: new Set(
    words(
      'meneer mijnheer mevrouw mevr mw dhr heer juffrouw juf meester mr dr drs ir ing prof professor dokter dominee ds pastoor pater zuster ' +
        'broeder tante oom opa oma wethouder burgemeester collega',
    ),
  ),
  fillers: new Set(words('eh ehm eeh uh uhm um hm hmm mm nou ja dus even')),
  introductions: ['ik ben', 'mijn naam is', 'm’n naam is', "m'n naam is", 'ik heet', 'de naam is', 'je spreekt met', 'u spreekt met'],
  presentations: [
    'in gesprek met',
    'gesprek met',
    'interview met',
    'praat met',
    'praat ik met',
    'spreek met',
    'spreek ik met',
    'welkom',
    'goedemorgen',
    'goedemiddag',
    'goedenavond',
    'goedendag',
    'hallo',
    'hoi',
    'dag',
    'dank je wel',
    'dankjewel',
    'bedankt',
  ],
  kinds: new Set(
    words(
      'ziekenhuis ziekenhuizen gasthuis streekziekenhuis academisch universitair medisch centrum mc umc kliniek instituut stichting vereniging ' +
        'coöperatie groep zorg zorggroep thuiszorg huis verpleeghuis woonzorgcentrum hospice praktijk huisartsenpraktijk gemeente universiteit ' +
        'hogeschool school college bv nv project programma netwerk werkgroep sint st van voor en in',
    ),
  ),
  endings: words('tje tjes je jes pje pjes etje ke ske se aan aans aanse iaan iaans iaanse er ers isch ische achtig achtige'),
}
