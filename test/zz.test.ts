import { it } from 'vitest'
import { nl } from '/work/wt/register/src/language/nl/index.js'
import { en } from '/work/wt/register/src/language/en/index.js'
import { markedStudy, review } from '/work/wt/register/test/reference/reviewed.js'
it.each(['nl','en'])('try %s', async p => {
  const { study, gold } = await markedStudy('/work/corpus', p)
  const byText = new Map(study.transcripts.map(t => [t.text, gold.get(t.id)!]))
  const r = review(study, gold, p === 'nl' ? nl : en, [t => byText.get(t) ?? []])
  const { register, ...rest } = r
  console.log(JSON.stringify(rest, null, 1), r.decisions * 1000 / r.words)
  for (const e of register) console.log([e.name, e.variants.join(';'), e.type, e.label, e.match, e.where.join(';'), e.note].join(' | '))
})
