import { packedFacts } from '../../ladder/packedFacts.js'
import { articles, hospitalFillers } from './articles.js'
import { careFacts, departmentFacts, hospitalFacts, organisationFacts } from './facts.generated.js'

const finders = {
  hospital: packedFacts(hospitalFacts, hospitalFillers),
  care: packedFacts(careFacts, articles),
  organisation: packedFacts(organisationFacts, articles),
}
const findDepartment = packedFacts(departmentFacts, articles)

type List = keyof typeof finders

const hospitals: Readonly<Record<string, string>> = {
  academisch: 'een academisch ziekenhuis',
  topklinisch: 'een topklinisch ziekenhuis',
  algemeen: 'een algemeen ziekenhuis',
  categoraal: 'een categoraal ziekenhuis',
  kliniek: 'een zelfstandige kliniek',
}

const care: Readonly<Record<string, string>> = {
  ggz: 'een ggz-instelling',
  thuiszorg: 'een thuiszorgorganisatie',
  revalidatie: 'een revalidatiecentrum',
  hospice: 'een hospice',
  welzijn: 'een welzijnsorganisatie',
  diagnostiek: 'een diagnostisch centrum',
}

const organisations: Readonly<Record<string, string>> = {
  overheid: 'een overheidsinstelling',
  media: 'een mediabedrijf',
  fonds: 'een fonds',
  welzijn: 'een welzijnsorganisatie',
}

/** A hospital, care institution or organisation: its kind, and what it is at all. The lists are asked in the order given. */
export function institutionSteps(name: string, lists: readonly List[]): readonly (string | null)[] {
  for (const list of lists) {
    const facts = finders[list](name)
    if (facts !== null) return ofKind[list](facts[0] ?? '')
  }
  return []
}

const ofKind: Readonly<Record<List, (kind: string) => readonly (string | null)[]>> = {
  hospital: kind => [hospitals[kind] ?? null, kind === 'kliniek' ? 'een zorginstelling' : 'een ziekenhuis'],
  care: kind => [kind === '' ? null : (care[kind] ?? `een instelling voor ${kind}`), 'een zorginstelling'],
  organisation: kind => [kind === '' ? null : (organisations[kind] ?? `een ${kind}`), 'een organisatie'],
}

/** A department: its kind where it is known, and that it is one. */
export function departmentSteps(name: string): readonly (string | null)[] {
  const bare = name.replace(/^(?:(?:de|het)\s+)?(?:afdeling|poli|polikliniek|vakgroep|maatschap|team|unit)\s+/iu, '')
  const kind = (findDepartment(name) ?? findDepartment(bare))?.[0] ?? ''
  const coarse = kind === 'bestuurlijk orgaan' ? 'een orgaan van de organisatie' : kind === 'wijkteam' ? 'een team' : 'een afdeling'
  return [kind === '' ? null : `een ${kind}`, coarse]
}
