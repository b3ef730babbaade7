// Opening a folder of text interviews of 60 kB: read for the first time, and with the texts of an earlier save beside them.
import { readFile } from 'node:fs/promises'
import { openStudy, saveStudy } from '../dist/node.js'
import { inFolder, writeInterviews } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const sizes = [50, 100, 200]
const first = []
const again = []
for (const interviews of sizes) {
  await inFolder(async folder => {
    const paths = writeInterviews(folder, { interviews, characters: 60_000 })
    const bytes = async () => {
      let length = 0
      for (const path of paths) length += (await readFile(path, 'utf8')).length
      return length
    }
    const size = (await bytes()) / 1e6
    const open = async () => {
      const study = await openStudy(folder)
      if (study.transcripts.length !== interviews) throw new Error('not all interviews were read')
      return study
    }
    const fresh = await timeAll({ floor: bytes, open }, { runs: 5 })
    first.push(fresh.open)
    await saveStudy(await openStudy(folder), folder)
    const cached = await timeAll({ floor: bytes, open }, { runs: 5 })
    again.push(cached.open)
    figure(`openStudy, ${interviews} interviews, first time`, fresh.open, 'ms')
    figure(`openStudy, ${interviews} interviews, texts/ present`, cached.open, 'ms')
    figure(`reading the ${size.toFixed(1)} MB as text (the floor)`, fresh.floor, 'ms')
  })
}
growth('openStudy, first time', sizes, first)
growth('openStudy, texts/ present', sizes, again)
