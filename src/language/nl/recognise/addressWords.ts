import { wordClasses } from '../../recognise/wordClasses.js'

/** Words that streets are called after, and that stand beside an address. */
export const addressWords = wordClasses({
  bare: 'straat weg laan plein kade gracht singel dijk pad hof steeg plantsoen dreef markt allee boulevard str strjitte',
  sized:
    'prins prinses koning koningin graaf gravin hertog sint pastoor kapelaan kardinaal bisschop generaal admiraal burgemeester jonkheer jan piet willem frans karel lange korte oude nieuwe grote kleine hoge lage eerste tweede derde achter voor binnen buiten',
  nummer: 'nummer nr huisnummer',
  lives:
    'woont woon wonen woonde woonden woning huis adres gevestigd gebouw bezoekadres verhuisde verhuisd straat flat appartement kantoor pand',
  sub: 'hs huis bis a b c d e f g h i ii iii iv rood zwart boven beneden',
  general:
    'ziekenhuis hoofdstraat zijstraat winkelstraat snelweg rijksweg spoorweg onderweg halverwege arbeidsmarkt markt vandaag gerechtshof wagenpark hartslag',
})
