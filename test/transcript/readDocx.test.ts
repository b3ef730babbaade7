import { describe, expect, it } from 'vitest'
import { StudyError } from '../../src/study/error.js'
import { readTranscript } from '../../src/transcript/index.js'
import { shown } from './said.js'
import { docx, paragraph, zip } from './zip.js'

const text = async (body: string): Promise<string> => (await readTranscript(docx(body), { name: 'a.docx' })).text

describe('a Word file', () => {
  it('gives a line per paragraph, and turns', async () => {
    const read = await readTranscript(docx(`${paragraph('I: Hoe?')}<w:p/>${paragraph('R: Zo.')}${paragraph('En zo.')}`))
    expect(read.text).toBe('I: Hoe?\n\nR: Zo.\nEn zo.\n')
    expect(shown(read)).toEqual(['I?: Hoe?', 'R: Zo.\nEn zo.'])
  })
  it('keeps line breaks and tabs, and leaves optional hyphens out', async () => {
    const run = '<w:p><w:r><w:t>R:</w:t><w:br/><w:t>samen</w:t><w:softHyphen/><w:t>werken</w:t><w:tab/><w:t>ja\u00adren</w:t></w:r></w:p>'
    expect(await text(run)).toBe('R:\nsamenwerken\tjaren\n')
  })
  it('leaves deleted text out and keeps inserted text', async () => {
    const tracked = '<w:p><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del></w:p>'
    expect(await text(tracked)).toBe('nieuw\n')
  })
  it('reads a table row as cells with tabs between', async () => {
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`
    const table = `<w:tbl>${row(paragraph('I'), paragraph('Hoe?'))}${row(paragraph('R'), paragraph('Zo.') + paragraph('En zo.'))}</w:tbl>`
    const read = await readTranscript(docx(table))
    expect(read.text).toBe('I\tHoe?\nR\tZo.\nEn zo.\n')
    expect(shown(read)).toEqual(['I?: Hoe?', 'R: Zo.\nEn zo.'])
  })
  it('counts footnotes it does not read', async () => {
    const { notes } = await readTranscript(docx('<w:p><w:r><w:t>R: Zo.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'))
    expect(notes).toContain('1 footnote in the Word file: not part of the text.')
  })
  it('reads a Buffer that is a window on a larger one', async () => {
    const bytes = docx(paragraph('R: Zo.'))
    const pool = Buffer.concat([Buffer.from('xxxx'), bytes, Buffer.from('yyyy')])
    expect((await readTranscript(pool.subarray(4, 4 + bytes.length))).text).toBe('R: Zo.\n')
  })
})

describe('a file that is refused', () => {
  it.each([
    ['another zip', zip({ 'a.txt': 'kanariepiet' }), /not a Word document/u],
    ['no document in it', zip({ '[Content_Types].xml': '<Types/>', 'word/x.xml': '<x>kanariepiet</x>' }), /cannot be read/u],
    ['broken XML', docx('<w:p><w:r><w:t>kanariepiet'), /cannot be read/u],
    ['a directory that claims hundreds of MB of text', docx(paragraph('kanariepiet'), 300_000_000), /absurd size/u],
    ['a directory that lies about 70 MB', docx(paragraph('a'.repeat(70_000_000)), 1000), /absurd size/u],
  ])('%s', async (_, bytes, message) => {
    const error = await readTranscript(bytes, { name: 'a.docx' }).catch(error => error)
    expect(error).toBeInstanceOf(StudyError)
    expect(error.message).toMatch(message)
    expect(`${error.stack}`).not.toContain('kanariepiet')
  })
  it('refuses parts whose packed bytes are damaged', async () => {
    const bytes = docx(paragraph('kanariepiet '.repeat(50)))
    bytes.fill(0xff, bytes.length - 400, bytes.length - 350)
    await expect(readTranscript(bytes, { name: 'a.docx' })).rejects.toThrow(/damaged|cannot be read/u)
  })
})
