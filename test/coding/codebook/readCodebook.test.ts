import { describe, expect, it } from 'vitest'
import { readCodebook } from '../../../src/coding/index.js'
import { StudyError } from '../../../src/study/index.js'

function problemsOf(csv: string): readonly string[] {
  try {
    readCodebook(csv)
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(({ row, column, what }) => `${row} ${column ?? ''}: ${what}`)
    throw error
  }
  return []
}

const trust = { row: 2, name: 'trust', definition: 'say; "yes"' }

describe('readCodebook', () => {
  it.each([
    ['commas', 'name,definition\ntrust,"say; ""yes"""\n'],
    ['semicolons', 'name;definition\ntrust;"say; ""yes"""\n'],
    ['tabs', 'name\tdefinition\ntrust\t"say; ""yes"""'],
    ['a byte order mark and Windows line ends', '\uFEFFname,definition\r\ntrust,"say; ""yes"""\r\n'],
    ['other names and capitals', 'Code;Description\ntrust;"say; ""yes"""\n'],
  ])('reads a file with %s', (_, csv) => {
    expect(readCodebook(csv).entries).toEqual([trust])
  })

  it('counts rows as a spreadsheet does, also after the line of Excel, empty lines and line ends in cells', () => {
    const { entries } = readCodebook('sep=;\nname;definition\n"a";"one\ntwo"\n\nb;\n')
    expect(entries).toEqual([
      { row: 3, name: 'a', definition: 'one\ntwo' },
      { row: 5, name: 'b', definition: null },
    ])
  })

  it('tells a column that is not there from a cell that is empty', () => {
    expect(readCodebook('name,when\na,\n').entries[0]).toEqual({ row: 2, name: 'a', when: null })
  })

  it('takes back what was escaped for spreadsheets, and keeps spaces', () => {
    const { entries } = readCodebook(`name,definition\n'=1+1," x "\n''-a,'s avonds\n`)
    expect(entries.map(one => [one.name, one.definition])).toEqual([
      ['=1+1', ' x '],
      ["'-a", "'s avonds"],
    ])
  })

  it.each([
    ['name,colour\nA>B,#ff0000\n', ['A', 'B']],
    ['code\nA \\ B\n', ['A', 'B']],
    ['tag,description\nA::B::C,why\n', ['A', 'B', 'C']],
    ['path,name\nA\\\\B,B\n', ['A', 'B']],
    ['level 2,level 1\nB,A\n', ['A', 'B']],
  ])('reads the paths of other programs: %j', (csv, path) => {
    expect(readCodebook(csv).entries[0]).toMatchObject({ path, name: path.at(-1) })
  })

  it('takes a sign in a name for what it is where another column tells the place', () => {
    expect(readCodebook('id,name\nk,A>B\n').entries[0]).toEqual({ row: 2, id: 'k', name: 'A>B' })
  })

  it('names the columns that it did not read', () => {
    expect(readCodebook('name,sources,Author\na,3,X\n').unread).toEqual(['sources', 'Author'])
  })

  it.each([
    ['', ['undefined : this file is empty']],
    ['definition\nx\n', ['1 : there is no column with the names of codes']],
    ['name,definition,Name\na,b,c\n', ['1 name: two columns have the same name']],
    [
      'name,retired\na,perhaps\nb,yes\nc,never\n',
      ['2 retired: this cell does not hold what its column is for', '4 retired: this cell does not hold what its column is for'],
    ],
    ['name,when\na,b,c\n ,x\n', ['2 : this row has more cells than the header', '3 name: this code has no name']],
  ])('refuses %j', (csv, problems) => {
    expect(problemsOf(csv)).toEqual(problems)
  })

  it('refuses a quotation mark that is not closed, by its row', () => {
    expect(problemsOf('name,when\na,b\nc,"d\n')[0]).toMatch(/^3 :/u)
  })
})
