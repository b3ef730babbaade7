import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { saveStudy } from '../../../src/files/index.js'
import { type AnonymiseOptions, anonymise, type Study } from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { emptyFolder } from '../../files/studyFolder.js'
import { decidedRelease } from '../decidedRelease.js'
import { everythingFrom } from './doors.js'
import { attribute } from './everyField.js'

type Options = Partial<AnonymiseOptions> & Pick<AnonymiseOptions, 'register'>

/** Everything that is public of a study, or tells how it became so: the safe study, the log, and what comes out of every door. */
export function outputsOf(study: Study, options: Options): ReadonlyMap<string, string> {
  const { study: safe, log } = anonymise(study, { language: en, attributes: [attribute], ...options })
  const outputs = new Map([
    ['safe study', JSON.stringify(safe)],
    ['log', log.toText()],
  ])
  for (const { door, format, output, refusal } of everythingFrom(safe)) outputs.set(`${door}, ${format}`, output ?? String(refusal))
  return outputs
}

/** The files of a safe study that is saved for an archive, names and content. */
export async function archiveOf(study: Study, options: Options): Promise<ReadonlyMap<string, string>> {
  const { study: safe } = anonymise(study, { language: en, attributes: [attribute], profile: 'archive', ...options })
  const folder = join(emptyFolder(), 'archive')
  await saveStudy(safe, folder, { release: decidedRelease(safe) })
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(paths.filter(path => statSync(join(folder, path)).isFile()).map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** What differs between outputs, with the first place where it does. */
export function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap(name => {
    const [one, other] = [before.get(name) ?? '', after.get(name) ?? '']
    if (one === other) return []
    const at = [...one].findIndex((letter, i) => letter !== other[i])
    return [
      `${name}: ${JSON.stringify(one.slice(Math.max(0, at - 60), at + 40))}, then ${JSON.stringify(other.slice(Math.max(0, at - 60), at + 40))}`,
    ]
  })
}
