import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { initStudy, openStudy, saveStudy } from '../../src/files/index.js'
import * as api from '../../src/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { configurationRoles } from '../../src/study/index.js'
import { by, studyOf, transcript } from '../builders.js'

const made: string[] = []
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'retroduct-'))
  made.push(path)
  return path
}

const name = 'Zwaardvis'
const register = api.readRegister(`name,type,label\n${name},PERSON,a colleague\n`)
const own: api.StudyFile['roles'] = ['lever', { id: 'spark', label: 'The spark' }, 'yield', 'future']
const ownTemplate = 'With {lever} comes {yield}, by {spark}'
const schemes: readonly (readonly [string, Pick<api.StudyFile, 'roles' | 'template'>])[] = [
  ...Object.keys(api.roleSchemes).map(scheme => [scheme, { roles: scheme as api.RoleSchemeName }] as const),
  ['a scheme of her own', { roles: own, template: ownTemplate }],
  ['a known scheme with a role of her own', { roles: [...api.roleSchemes.CMO, 'setting'] }],
]

/** One talk in which every role is coded once, with a configuration of all of it, the middle role in her words. */
function withConfiguration(file: Pick<api.StudyFile, 'roles' | 'template'>) {
  const frame = api.newStudy({ title: 'T', language: 'en', ...file })
  const roles = configurationRoles(frame)
  const talk = transcript(
    'i1',
    roles.map(role => `1: This is what ${name} said of ${role} in the end.`),
  )
  const study = { ...studyOf([talk]), roles: frame.roles, roleFacts: frame.roleFacts, templates: frame.templates }
  const coded = api.openPass(study, by, pass => {
    for (const role of roles) pass.code(pass.fragment('i1', `said of ${role} in the end`), `thing of ${role}`, { role })
  })
  const codes = Object.fromEntries(roles.map(role => [role, [`thing of ${role}`]]))
  const word = roles[1]!
  return {
    roles,
    word,
    study: api.selectivePass(coded, by, pass => pass.configure(codes, { id: 'C1', words: { [word]: `what ${name} did` } })),
  }
}

describe.each(schemes)('%s', (scheme, file) => {
  const { roles, word, study } = withConfiguration(file)
  const { text } = api.stateConfiguration(study, 'C1', { language: en })

  it('is filled by a pass, and stated with every role once', () => {
    expect(api.findProblems(study)).toEqual([])
    for (const role of roles) expect(text.split(role === word ? `what ${name} did` : `‘thing of ${role}’`)).toHaveLength(2)
    expect(api.gatherEvidence(study, 'C1').threads.roles).toEqual(roles)
  })

  it('comes back from disk as it was, and study.json names a known scheme', async () => {
    const dir = join(folder(), 'study')
    await saveStudy(study, dir)
    const opened = await openStudy(dir)
    expect(opened).toMatchObject({ roles: study.roles, roleFacts: study.roleFacts, templates: study.templates })
    expect(opened.configurations).toEqual(study.configurations)
    expect(api.stateConfiguration(opened, 'C1', { language: en }).text).toBe(text)
    const written = JSON.parse(readFileSync(join(dir, 'study.json'), 'utf8'))
    expect(written.roles).toEqual(
      scheme === 'CMO'
        ? undefined
        : typeof file.roles === 'string'
          ? scheme
          : study.roleFacts.map(one => expect.objectContaining({ id: one.id })),
    )
    expect(written.template).toBe(file.template)
    const bytes = readFileSync(join(dir, 'study.json'))
    await saveStudy(opened, dir)
    expect(readFileSync(join(dir, 'study.json'))).toEqual(bytes)
  })

  it('is pseudonymised, and the report prints the statement and says that it was put together', () => {
    const { study: safe } = api.anonymise(study, { register, language: en })
    const stated = api.stateConfiguration(safe, 'C1').text
    expect(stated).toBe(text.replace(name, '‹a colleague›'))
    const html = api.renderHtml(api.buildReport(safe))
    expect(html).not.toContain(name)
    expect(api.renderMarkdown(api.buildReport(safe))).toContain('put together from the words and codes per role')
    expect(html.replace(/&[^;]+;/gu, '')).toContain('‘thing of')
  })
})

describe('a name in a template', () => {
  it('is hidden with the rest of study.json, and refused when it was missed', () => {
    const { study } = withConfiguration({ template: `As ${name} has it: {context}, {mechanism}, {outcome}` })
    const { study: safe } = api.anonymise(study, { register, language: en })
    expect(api.stateConfiguration(safe, 'C1').text).toMatch(/^As ‹a colleague› has it: /u)
    expect(JSON.stringify(safe)).not.toContain(name)
    const slipped = Object.assign(safe, { templates: study.templates })
    expect(() => api.stateConfiguration(slipped, 'C1')).toThrow(api.StudyError)
  })
})

describe('retroduct init', () => {
  it.each(['ICAMO', 'CMO-RR'] as const)('writes %s in study.json by its name', async scheme => {
    const dir = join(folder(), 'new')
    await initStudy(dir, { title: 'T', language: 'nl', roles: scheme })
    expect(JSON.parse(readFileSync(join(dir, 'study.json'), 'utf8'))).toEqual({ title: 'T', language: 'nl', roles: scheme })
    expect((await openStudy(dir)).roles).toEqual(api.newStudy({ title: 'T', language: 'nl', roles: scheme }).roles)
  })

  it('and opening a study say which schemes there are when one is not known', async () => {
    const roles = 'ICAM' as 'CMO'
    await expect(initStudy(join(folder(), 'new'), { title: 'T', language: 'nl', roles })).rejects.toThrow(/Did you mean "ICAMO"/u)
    const dir = folder()
    writeFileSync(join(dir, 'study.json'), JSON.stringify({ title: 'T', language: 'nl', roles }))
    await expect(openStudy(dir)).rejects.toThrow(/"roles" names a scheme that is not known.*Did you mean "ICAMO"/su)
    writeFileSync(join(dir, 'study.json'), JSON.stringify({ title: 'T', language: 'nl', template: 'Als {contxt}, dan {outcome}' }))
    await expect(openStudy(dir)).rejects.toThrow(/study\.json, column template.*Did you mean \{context\}/su)
  })
})

describe('the statement in both languages', () => {
  it('a Dutch study is stated in English by the English template, in her own words', () => {
    const { study } = withConfiguration({ roles: 'SCMO' })
    expect(api.stateConfiguration(study, 'C1', { language: nl }).text).toMatch(/^Als /u)
    expect(api.stateConfiguration(study, 'C1', { language: en }).text).toMatch(/^Given /u)
  })
})
