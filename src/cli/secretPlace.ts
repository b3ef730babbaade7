import { dirname, resolve, sep } from 'node:path'
import { realFolder, unsafePlace } from '../files/index.js'
import { StudyError } from '../study/index.js'

/** What holds names stands neither with what is published nor in a study or a repository. */
export async function expectSecretPlace(path: string, what: string, option: string, out: string | null): Promise<void> {
  const folder = await realFolder(dirname(resolve(path)))
  const isInside = out !== null && `${folder}${sep}`.startsWith(`${await realFolder(resolve(out))}${sep}`)
  const place = isInside ? 'the folder of the outputs' : await unsafePlace(folder)
  if (place === null) return
  throw new StudyError([
    { what: `${what} holds names, and ${option} leads into ${place}`, hint: 'keep it in a folder of its own elsewhere' },
  ])
}
