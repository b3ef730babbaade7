import { type Study, standsUnder } from '../study/index.js'

/** The codes that are sensitive, and those under them. */
export function sensitiveCodes(study: Study): ReadonlySet<string> {
  const above = new Map(study.codes.map(code => [code.id, code.parent]))
  const tops = study.codes.filter(code => code.sensitive === true)
  return new Set(study.codes.filter(code => tops.some(top => standsUnder(code.id, top.id, above))).map(code => code.id))
}
