// The runner's totals as one line.
import { existsSync, readFileSync } from 'node:fs'

const file = 'coverage/tests.json'
if (!existsSync(file)) console.log('0 passed, 1 failed')
else {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'))
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
}
