// Opening a folder of text interviews of 60 kB: read for the first time, and with the texts of an earlier save beside them.
import { readFile } from 'node:fs/promises'
import { openStudy, saveStudy } from '../dist/node.js'
import { inFolder, writeInterviews } from './made.mjs'
import { figure, growth, timeAll } from './measure.mjs'

const sizes = [50, 100, 200]
const first = []
const again = []
for (const interviews of sizes) {
  await inFolder(folder =>
    inFolder(async saved => {
      const paths = writeInterviews(folder, { interviews, characters: 60_000 })
      writeInterviews(saved, { interviews, characters: 60_000 })
      await saveStudy(await openStudy(saved), saved)
      const read = async () => {
        let length = 0
        for (const path of paths) length += (await readFile(path, 'utf8')).length
        return length
      }
      const open = path => async () => {
        const study = await openStudy(path)
        if (study.transcripts.length !== interviews) throw new Error('not all interviews were read')
        return study
      }
      const times = await timeAll({ floor: read, first: open(folder), again: open(saved) }, { runs: 7 })
      first.push(times.first)
      again.push(times.again)
      figure(`openStudy, ${interviews} interviews, first time`, times.first, 'ms')
      figure(`openStudy, ${interviews} interviews, texts/ present`, times.again, 'ms')
      figure(`reading the ${((await read()) / 1e6).toFixed(1)} MB as text (the floor)`, times.floor, 'ms')
    }),
  )
}
growth('openStudy, first time', sizes, first)
growth('openStudy, texts/ present', sizes, again)
