import { wordClasses } from '../../recognise/wordClasses.js'

/** Words that say what stands beside them. */
export const near = wordClasses({
  title:
    'mevrouw mevr mw meneer mijnheer dhr heer dr drs prof professor dokter dominee pastoor pater mr ir ing familie fam weduwe tante oom ome juf juffrouw meester zuster broeder dame imam sir miss mister rector wethouder burgemeester minister staatssecretaris rechter notaris echtpaar gebroeders gezusters',
  kin: 'man vrouw zoon dochter broer zus moeder vader mam pap mama papa mem heit partner vriend vriendin vriendje vriendinnetje oma opa oude kleinzoon kleindochter kleinkind schoonzoon schoondochter schoonmoeder schoonvader schoonzus schoonbroer zwager nicht nichtje neef neefje kind dochtertje zoontje zusje broertje echtgenoot echtgenote ex baby buurman buurvrouw buurjongen buurmeisje maat maatje stiefvader stiefmoeder pleegzoon pleegdochter pleegmoeder tweelingzus tweelingbroer jongste oudste jongen meisje meid vent kerel',
  colleague:
    'collega baas bazin chef leidinggevende opvolger opvolgster voorganger voorgangster stagiair stagiaire client patient bewoner bewoonster klant leerling student studente vrijwilliger vrijwilligster mantelzorger contactpersoon lid respondent deelnemer maatschapslid compagnon casus duopartner kamergenoot buurtgenoot',
  naming: 'heet heette heten heetten noem noemt noemen noemde noemden genaamd geheten',
  article: 'de het een geen deze die dit dat den zon welke elke iedere ieder elk zulke zulk',
  possessive: 'mijn jouw je zijn haar ons onze hun uw zn dr mn der',
  pronoun:
    'ik ich je jij hij zij ze we wij jullie u men wie er ie hem haar hen hun mij me ons jou iemand niemand iedereen die dat wat daar hier',
  placePrep: 'in uit naar te rond vanuit nabij richting omstreken langs tot vlakbij via',
  personPrep:
    'met voor tegen van door aan bij en of namens via volgens dankzij zonder behalve zoals naast over dat toen zegt zei ja nee nou dus dankjewel bedankt wel hoi hallo dag he joh tja dankje oke',
  says: 'zei zegt vroeg vraagt vertelde vertelt riep roept belde belt mailde mailt appte appt schreef schrijft dacht denkt vond vindt bedoelde bedoelt lachte lacht huilde huilt knikte antwoordde fluisterde stelde',
  does: 'is was heeft had wil wilde wou kan kon zou zal moet moest mag mocht doet deed zit zat werkt werkte stuurt stuurde weet wist ziet zag nam neemt bracht brengt hielp helpt stond staat ligt lag loopt liep woont woonde krijgt kreeg maakt maakte regelt regelde heet heette komt kwam gaat ging blijft bleef wordt werd begon begint nam legde legt haalde haalt snapt snapte kent kende leeft leest las doorverwees verwees verwijst geeft gaf trekt trok gebruikt bedacht bedenkt',
  month:
    'januari februari maart april mei juni juli augustus september oktober november december jan feb febr mrt apr jun jul aug sept okt nov dec',
  season: 'voorjaar najaar zomer herfst winter lente begin eind einde medio half halverwege',
  timePrep:
    'in sinds uit tot vanaf van na voor rond rondom tussen per op eind begin medio jaar half jaren anno en tegen omstreeks al zomer winter herfst lente voorjaar najaar',
  unit: 'procent euro eurotjes minuten minuut uur uren weken week maanden maand dagen dag kinderen mensen bedden keer meter kilometer kilo gram graden jaren patienten clienten bewoners man vrouwen vrouw stuks plekken plaatsen huizen gezinnen gemeenten organisaties ziekenhuizen huisartsen verpleegkundigen leden deelnemers vragen punten pagina paginas bladzijden ton miljoen miljard duizend honderd centimeter liter milligram mg ml cm km fte procentpunt plus seconden seconde kwartier dagdelen collegas artsen leerlingen studenten interviews gesprekken instellingen van jarig jarige ste de e x maal',
  person:
    'man vrouw mevrouw meneer heer dame jongen meisje meid kind knul knaap kereltje ventje iemand patient patiente client cliente bewoner bewoonster dochter zoon zoontje dochtertje broer zus moeder vader oma opa baby vent kerel boer boerin jongere oudere student leerling dametje mannetje vrouwtje jongetje mens weduwe weduwnaar buurman buurvrouw collega peuter kleuter puber tiener',
  ageVerb:
    'ben bent is was word wordt werd worden geworden toen inmiddels nu pas net bijna al ruim nog maar ook zelf ondertussen daar hij zij ze ik die u je intussen amper',
  filler: 'eh uh uhm ehm hm hmm nou ja dus even wacht zeg maar dan is dubbel streepje',
  orgBefore: 'bij via namens vanuit',
  english:
    'the and they you that with have not are what there would could should because about which from your their this she it but can who how to for our his my when him her them these those where very been were does don than',
  stopWord:
    'de het een en of maar want dus dat die dit deze is was zijn waren ben bent heb hebt heeft had hadden hebben word wordt werd werden worden ik je jij u hij zij ze we wij jullie hun hen hem haar ons mij me mijn jouw uw onze er hier daar nu toen dan ook niet geen wel nog al als met voor van in op aan bij uit naar tot te om over door tegen onder na zonder tussen wat wie waar hoe waarom wanneer welke zo heel erg gewoon eigenlijk natuurlijk misschien kan kon kunnen moet moest moeten mag mocht wil wilde willen zou zouden zal zullen gaat ging gaan komt kwam komen doet deed doen ja nee nou eh uh uhm hè hoor toch even weer alleen maar altijd nooit iets niets iemand niemand iedereen alles veel weinig meer minder eerst daarna zelf zich elkaar af toe omdat zodat terwijl hoewel tijdens volgens sinds vanaf',
})

/** Nouns before a name that say of what it is the name. */
export const kindOf = wordClasses({
  project:
    'project projecten programma programmas werkgroep pilot proef proeftuin traject initiatief aanpak actieprogramma projectgroep leernetwerk netwerk campagne innovatieproject zorgpad onderzoek studie experiment convenant alliantie coalitie leergang applicatie app platform plan stuurgroep regiodeal living',
  hospital: 'ziekenhuis hospitaal kliniek gasthuis streekziekenhuis kinderziekenhuis umc ziekenhuislocatie universiteitsziekenhuis',
  care: 'huisartsenpraktijk huisartsenpost gezondheidscentrum verpleeghuis verpleegtehuis verzorgingshuis verzorgingstehuis woonzorgcentrum zorgcentrum revalidatiecentrum hospice thuiszorg thuiszorgorganisatie zorggroep zorgorganisatie apotheek praktijk fysiotherapie fysiotherapiepraktijk tandartspraktijk kinderdagverblijf kinderopvang wooncentrum zorgboerderij dagbesteding zorginstelling instelling woonvoorziening woongroep verloskundigenpraktijk ouderenzorg jeugdzorg ggz zorghotel inloophuis dienstencentrum zorgvilla woonzorglocatie verpleeghuislocatie locatie huize huisartsencooperatie zorgcooperatie medisch kraamzorg verslavingszorg opvanghuis zorgcampus',
  org: 'stichting vereniging cooperatie bedrijf firma verzekeraar zorgverzekeraar woningcorporatie corporatie woningbouw hogeschool universiteit school basisschool middelbare college lyceum scholengemeenschap vakbond bond bank bureau adviesbureau uitgeverij fabriek winkel supermarkt restaurant cafe kerk moskee parochie voetbalclub club vakgroep leverancier softwareleverancier aannemer uitzendbureau drukkerij bouwbedrijf koor fonds zorgkantoor bibliotheek werkgever roc mbo hbo politiek partij krant dagblad omroep',
  area: 'gemeente provincie regio wijk buurt dorp stad dorpje plaatsje stadje plaats stadsdeel eiland streek buurtschap gehucht kern woonplaats geboortedorp deelgemeente plaatsnaam',
  department: 'afdeling poli polikliniek team unit cluster vakgroep locatie divisie sector dienst wijkteam afdelingen',
})
