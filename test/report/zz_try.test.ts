import { test } from 'vitest'
import { writeFileSync, readFileSync } from 'node:fs'
import { openStudy } from '/work/main/src/files/index.js'
import { anonymise, readRegister } from '/work/main/src/privacy/index.js'
import { buildReport, renderHtml, renderMarkdown, quoteTable } from '/work/main/src/report/index.js'
import { en } from '/work/main/src/language/en/index.js'
test('x', async () => {
  const s = await openStudy('/work/main/fixtures/community-clinic')
  const register = readRegister(readFileSync('/work/main/fixtures/community-clinic.secret/register.csv','utf8'))
  const { study } = anonymise(s, { register, language: en })
  const r = buildReport(study)
  console.log(r.audience)
  writeFileSync('/tmp/safe.md', renderMarkdown(r)); writeFileSync('/tmp/safe.html', renderHtml(r))
  console.log(quoteTable(study).toCsv().slice(0,1500))
})
