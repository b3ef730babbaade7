export { checkStudy, findProblems, placeOf, rowsOf, standsUnderItself } from './check.js'
export { standsUnder } from './checkExamples.js'
export { quoteProblem } from './checkMeaning.js'
export * from './columns.js'
export { counted, nounFor } from './counted.js'
export { describeProblem, describeProblems, type Problem, StudyError, throwProblems } from './error.js'
export { audienceOf, carryGuard, type Guard, type Guarded, guardOf, holdAtGate, isUnlinked, type Leaf, type Look } from './guard.js'
export { contentId, isRowId, rowId, sha256Hex } from './ids.js'
export { isCleared } from './isCleared.js'
export { linesAbove, noteLinesAbove } from './linesAbove.js'
export type * from './model.js'
export { type Naming, nameColumn, namesOf } from './names.js'
export { compareNatural } from './naturalOrder.js'
export { isOneSlip, type NearNames, nearName, nearNames } from './nearName.js'
export { nearRowOf } from './nearRow.js'
export { needStudy } from './needStudy.js'
export { configurationRoles, newStudy } from './newStudy.js'
export {
  closestScheme,
  type RoleEntry,
  type RoleSchemeName,
  roleFrom,
  roleSchemeNamed,
  roleSchemeNames,
  roleSchemes,
  schemeHint,
  schemeOf,
} from './roleSchemes.js'
export { isSame } from './same.js'
export { expectation, rowSchema, type StudyFile, studyFileSchema } from './schema.js'
export { sharedMap } from './sharedMap.js'
export { showStudy } from './showStudy.js'
export { beneficiaryPlace, type Clause, type CutTemplate, cutTemplate, languageId } from './statementTemplate.js'
export { factName, studyFacts } from './studyFacts.js'
export { type Columns, columnsOf, type RowOf, type TableDeclaration, type TableName, tableNames, tables } from './tables.js'
