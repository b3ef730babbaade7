import { initStudy } from '../files/index.js'
import { languageFor } from './languageFor.js'

export async function init(dir: string, options: { readonly title: string; readonly language: string }): Promise<void> {
  await languageFor(options.language)
  const paths = await initStudy(dir, options)
  console.log(`Made ${dir}:`)
  for (const path of paths) console.log(`  ${path}`)
  console.log('\nNext: put the transcripts in transcripts/, fill in transcripts.csv and respondents.csv, and run: retroduct check', dir)
  console.log('Keep the register of names outside this folder.')
}
