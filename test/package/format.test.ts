import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRegister, StudyError } from '../../src/index.js'
import { tableNames, tables } from '../../src/study/index.js'
import { formatPage } from './formatPage.js'
import { root } from './sources.js'

const file = join(root, 'docs/format.md')

describe('docs/format.md', () => {
  it('says what the declarations of the tables say (WRITE_DOCS=1 writes it anew)', () => {
    if (process.env.WRITE_DOCS === '1') writeFileSync(file, formatPage())
    expect(readFileSync(file, 'utf8')).toBe(formatPage())
  })

  it('has every table with every column and every value', () => {
    const page = formatPage()
    for (const table of tableNames) {
      const { file: name, columns } = tables[table]
      const start = page.indexOf(`### \`${name}\``)
      expect(start, name).toBeGreaterThan(0)
      const section = page.slice(start, page.indexOf('\n##', start + 1))
      for (const [column, { values, what }] of Object.entries(columns)) {
        expect(section, `${name} ${column}`).toContain(`| \`${column}\` |`)
        expect(section, `${name} ${column}`).toContain(what)
        for (const value of values ?? []) expect(section).toContain(`\`${value}\``)
      }
    }
    expect(page).toContain('| `contextText` |')
    expect(page).not.toMatch(/undefined|\[object/u)
  })

  it('gives for the register the columns that are read', () => {
    const page = formatPage()
    const columns = [...page.slice(page.indexOf('## The register')).matchAll(/^\| `(\w+)` \|/gmu)].map(match => match[1]!)
    const [entry] = readRegister(`${columns.join(',')}\nGreta Vos,Greta,PERSON,a colleague,10,capital,i1,a note,a nurse;a person\n`)
    expect(Object.keys(entry!).sort()).toEqual([...columns].sort())
    expect(entry).toMatchObject({ variants: ['Greta'], match: 'capital', where: ['i1'], respondent: '10', note: 'a note' })
    expect(() => readRegister('variants\nGreta\n')).toThrow(StudyError)
  })
})
