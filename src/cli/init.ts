import { initStudy } from '../files/index.js'
import type { RoleSchemeName } from '../study/index.js'
import { languageFor } from './languageFor.js'

interface InitOptions {
  readonly title: string
  readonly language: string
  readonly scheme?: RoleSchemeName
}

export async function init(dir: string, options: InitOptions): Promise<void> {
  await languageFor(options.language)
  const { title, language, scheme } = options
  const paths = await initStudy(dir, { title, language, ...(scheme === undefined ? {} : { roles: scheme }) })
  console.log(`Made ${dir}:`)
  for (const path of paths) console.log(`  ${path}`)
  console.log('\nNext: put the transcripts in transcripts/, fill in transcripts.csv and respondents.csv, and run: retroduct check', dir)
  console.log('Keep the register of names outside this folder.')
}
