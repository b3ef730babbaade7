import { wordClasses } from '../../recognise/wordClasses.js'
import { numberWords, ordinalWords } from './numberWords.js'

/** Words that say what stands beside them. */
export const near = wordClasses({
  title:
    'mr mrs ms miss mx dr mister missus doctor prof professor sir dame lord lady father fr reverend rev canon pastor sister brother nurse councillor cllr constable sergeant inspector judge rabbi imam sheikh sheik senator governor congressman congresswoman captain major colonel general lieutenant aunt auntie aunty uncle granny grandma nana nurse matron mme monsieur señor senor señora senora herr frau master',
  kin: 'husband wife partner son daughter brother sister mother father mum mom mam mummy mommy dad daddy nan gran grandma grandmother granddad grandad grandpa grandfather grandson granddaughter uncle auntie aunt cousin niece nephew boyfriend girlfriend fiance fiancee ex friend neighbour neighbor stepson stepdaughter stepdad stepmum stepmother stepfather twin baby boy girl godson goddaughter mate pal lodger flatmate roommate housemate kid eldest youngest oldest in-law wee lad kokum hubby',
  colleague:
    'colleague boss manager supervisor successor predecessor assistant secretary receptionist client patient resident tenant student pupil volunteer carer nurse doctor gp consultant midwife therapist counsellor counselor coordinator coordinators lead director interpreter mentor lady gentleman guy fella fellow chap bloke lad woman man person somebody someone registrar matron vicar priest worker teacher lecturer landlord landlady trustee chair solicitor lawyer neighbour driver cleaner porter pharmacist physio dentist',
  naming: 'called named name names known nicknamed christened surname',
  article: 'a an the this that these those each every another some any no',
  possessive: 'my your his her our their its whose',
  pronoun: 'i he she we they you who it im hes shes',
  object: 'me him her us them you it',
  be: 'am is are was were be been m s re being',
  placePrep: 'in from near outside around towards toward across beyond throughout outta inside',
  personPrep:
    'with by to for about and or than without like of but so then as via per asked ask asking told tell telling called call calling met meet meeting rang ring phoned phone emailed email texted text saw see seen knew know thanked thank thanks hi hello hey dear love loved say said',
  says: 'said says say told tells asked asks replied replies rang rings phoned phones called calls emailed emails texted texts wrote writes thought thinks reckons reckoned laughed laughs cried cries shouted shouts nodded nods smiled smiles whispered answered explained explains suggested suggests knew knows',
  does: 'is was has had does did will would can could should might came comes went goes got gets gave gives took takes made makes worked works lives lived runs ran started starts used wanted wants needs needed left leaves died dies sat sits stood stands came retired retires moved moves brought brings bought buys sent sends knew knows helped helps looked looks kept keeps turned turns put puts had has who whos and always never just really still also already isnt wasnt doesnt didnt hasnt hadnt wont',
  month:
    'january february march april may june july august september october november december jan feb apr jun jul aug sept sep oct nov dec',
  season: 'spring summer autumn winter fall easter christmas forties fifties sixties seventies eighties nineties thirties twenties teens',
  timePrep: 'in since from until till by before after during of around about late early mid circa to through and between back on',
  number: numberWords,
  ordinal: ordinalWords,
  unit: 'percent per pounds pound quid euros euro dollars dollar bucks grand minutes minute min mins hours hour hrs weeks week months month days day nights night times miles mile metres meters metre meter kilos kilo stone pounds feet foot inches inch people patients beds kids children staff nurses doctors visits calls steps steps years yards others letters pages per points point million thousand hundred billion degrees seconds second mg ml k of or to more less families houses homes women men practices interviews sessions appointments cases cups stairs floors oclock am pm',
  street:
    'street st road rd lane ln avenue ave av drive dr close court ct crescent cres terrace place pl square sq gardens grove way walk row hill rise mews boulevard blvd parade highway hwy parkway pkwy circle cir trail embankment quay alley esplanade green wynd vennel brae crossing turnpike',
  eponym:
    'disease syndrome palsy sign test scale score scores index stool fracture catheter frame classification cycle principle law chart contractions manoeuvre maneuver procedure criteria coma lymphoma chorea type method approach theory model effect smear protocol tube ulcer stocking',
  day: 'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
  idWord:
    'number numbers no ref reference code id nhs mrn chart file case record account acct passport licence license registration reg ssn security insurance policy claim invoice member membership plate serial card badge employee student staff docket ticket incident nino ni hospital chi medicare iban sort tax identification datix payroll ending',
  phoneWord:
    'phone telephone tel cell mobile call ring text fax ext extension landline whatsapp number reach contact dial sms me on hotline switchboard',
  cardWord: 'card cards cc visa mastercard amex credit debit diners',
  speaker: 'interviewer interviewee respondent participant moderator facilitator researcher speaker q a i r p int resp',
  filler: 'um uh erm er eh uhm ehm hm hmm like dash hyphen space then double triple area code',
  modal: 'will may can might could would should shall must do does did have has had is are was were am',
  stop: 'the a an and or but nor so if then than that this these those there here where when why how what who whom whose which while as at by for from in into onto of off on out over to up down with without within about above across after against along among around before behind below beside besides between beyond during except inside near outside past per since through till toward towards under until upon via he she it they we you i me him her us them my your his its our their mine yours hers ours theirs not no never ever always often very too also just only even still yet already again once maybe perhaps would could should might must shall can because although though unless whether either neither both each every some any all many much more most less few such own same other another something anything nothing everything somebody anybody nobody everybody someone anyone yes yeah no okay ok right well um uh eh like really actually going gonna got get let s t m re ve ll d don doesn didn isn wasn',
  colour: 'big little old young new poor dear lovely good great nice bad funny only late whole real long short small high low best worst',
  compass:
    'north south east west upper lower greater new old great little saint st port fort mount mt lake los las san santa el la le les northern southern eastern western central',
})

/** Nouns beside a name that say of what it is the name. */
export const headOf = wordClasses({
  hospital: 'hospital hospitals infirmary sanatorium',
  care: 'surgery surgeries hospice clinic clinics pharmacy chemist chemists nursery daycare kindergarten preschool',
  org: 'university college school academy institute polytechnic trust foundation council authority association society union federation ltd limited inc incorporated corp corporation llc llp plc pllc gmbh co company group holdings church mosque temple synagogue gurdwara parish diocese ministry bank housing charity fund agency commission committee club bureau constabulary police services consulting partners industries solutions technologies systems orchestra airport airlines railways brewery bakery cafe restaurant hotel library museum theatre cinema supermarket factory press publishers studios lottery insurance energy utilities logistics analytics board brothers sons',
  secret: 'username user password passcode login',
  project: 'project projects programme program initiative scheme pilot campaign collaborative network partnership pathway study trial app',
  department: 'ward wards unit department dept team suite division directorate',
  area: 'county city town village borough district parish island islands valley bay beach heights shire estate suburb',
  care2:
    'care nursing residential retirement medical health dental veterinary day community walk-in resource wellbeing wellness childrens family birth',
  care3: 'home homes centre center centres centers practice village house',
  /** What houses are called by: care homes too. */
  home: 'house court lodge grange manor hall villa cottage gardens lawns meadows priory abbey view',
  /** What ends a name of which the noun is left out: "northwick general", "parkside secondary", "calder valley health". */
  ending:
    'secondary primary high grammar comprehensive infants juniors health general royal memorial lutheran methodist baptist presbyterian mercy providence children women northern southern eastern western central',
  specialty:
    'maternity paediatrics pediatrics paeds peds oncology cardiology neurology radiology pathology dermatology haematology hematology gastroenterology endocrinology urology gynaecology gynecology obstetrics orthopaedics orthopedics geriatrics psychiatry rheumatology respiratory renal stroke surgical theatres theatre pharmacy physiotherapy audiology phlebotomy outpatients outpatient emergency intensive infectious tropical neonatal antenatal postnatal palliative rehab rehabilitation endoscopy dialysis procurement finance facilities housekeeping catering payroll admissions medicine anaesthetics anesthesia ophthalmology ent elderly frailty dementia memory burns trauma critical acute discharge infection quality safety safeguarding recruitment estates governance communications marketing labour labor delivery nephrology pulmonology hospitalist ambulatory inpatient perioperative surgery haemodialysis chemo chemotherapy transplant vascular plastics neurosurgery podiatry dietetics occupational speech bereavement chaplaincy fracture diabetes eye breast cancer fertility',
  role: 'manager director lead leader head officer coordinator organiser organizer administrator secretary receptionist assistant adviser advisor analyst engineer executive chair chairman chairwoman chairperson president supervisor commissioner specialist practitioner worker technician inspector councillor minister pastor vicar priest imam rabbi chaplain dean principal headteacher headmistress headmaster trustee treasurer governor consultant registrar surgeon physician nurse sister matron midwife therapist physiotherapist physio pharmacist psychologist psychiatrist teacher lecturer professor interpreter advocate solicitor barrister lawyer paramedic radiographer dietitian dietician podiatrist optometrist dentist gp oncologist cardiologist neurologist geriatrician paediatrician pediatrician anaesthetist anesthesiologist obstetrician gynaecologist dermatologist radiologist pathologist hospitalist resident intern visitor carer caregiver cleaner porter caretaker warden ceo cfo coo chief facilitator mentor counsellor counselor navigator planner strategist architect developer editor foreman superintendent clerk bookkeeper accountant liaison champion partner fellow researcher auditor buyer deputy custodian attendant aide driver operator trainer tutor sonographer phlebotomist vet librarian',
  strongRole:
    'manager director lead officer coordinator administrator executive matron commissioner superintendent supervisor registrar consultant head chair president secretary specialist practitioner facilitator navigator liaison chief',
})
