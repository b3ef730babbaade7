import { wordClasses } from '../../recognise/wordClasses.js'

/** Words that stand beside a function, or are one that everybody deals with. */
export const functionWords = wordClasses({
  be: 'ben was word werd is wordt geworden werden bent',
  between:
    'een de het nu ook hier toen zelf dus daar al inmiddels eigenlijk gewoon eh uh uhm onze van beroep weer nog mijn haar zijn hun zo n trouwens officieel vroeger destijds echt dan',
  article: 'een',
  the: 'de het die',
  our: 'onze ons mijn hun haar',
  who: 'dat dit hij zij ze die ik wie',
  as: 'als',
  work: 'werk werkte werken gewerkt werkt begonnen begon bezig slag functie rol zat aangesteld aangenomen benoemd gekomen start gestart loopbaan baan',
  adjective:
    'eerst wetenschappelijk psychiatrisch psychiatrische geriatrische medisch medische klinisch klinische senior junior technisch technische verpleegkundig verpleegkundige regionaal regionale oncologisch oncologische geriatrisch sociaal sociale zakelijk zakelijke financieel financiele algemeen algemene waarnemend waarnemende interim plaatsvervangend plaatsvervangende eerste tweede leidend vaste nieuwe oude voormalig voormalige toenmalige psychosociaal inhoudelijk bestuurlijk ambtelijk onafhankelijk zorginhoudelijk gespecialiseerd wijkverpleegkundig coordinerend ambulant operationeel strategisch tactisch hoofd adjunct vice chef forensisch juridisch administratief',
  ofHead: 'hoofd voorzitter vicevoorzitter lid secretaris penningmeester bestuurslid directeur plaatsvervanger portefeuillehouder',
  joins: 'en of',
  raad: 'ondernemingsraad clientenraad patientenraad familieraad bewonersraad gemeenteraad adviesraad medezeggenschapsraad oudercommissie kerkenraad deelnemersraad jongerenraad wijkraad dorpsraad programmaraad huurdersraad',
  sit: 'zit zat zitten zaten gezeten zitting',
  plain:
    'vrijwilliger vrijwilligster mantelzorger werker bakker slager kapper groenteboer boer maatje juf dokter zuster broeder arts meester lid specialist collega baas medewerker leider leiding',
  question: 'wat welke elke iedere geen elk ieder zon zulke',
  since: 'sinds vanaf',
  former: 'oud ex voormalig gepensioneerd',
  office: 'burgemeester wethouder gedeputeerde gemeentesecretaris griffier',
  newly: 'nieuwe oude vorige huidige eerste tweede toenmalige andere vaste jonge',
  everyday:
    'huisarts verpleegkundige wijkverpleegkundige casemanager fysiotherapeut psycholoog psychiater doktersassistent doktersassistente praktijkondersteuner apotheker kinderrechter bestuurder toezichthouder verzorgende vrijwilliger ervaringsdeskundige mantelzorger leidinggevende hulpverlener behandelaar begeleider zorgverlener professional beleidsmaker onderzoeker leerkracht opdrachtgever zorgverzekeraar',
})
