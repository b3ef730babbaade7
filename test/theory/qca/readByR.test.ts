import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeCsv } from '../../../src/table/index.js'
import { truthTable } from '../../../src/theory/index.js'
import { study } from '../../analysis/makeStudy.js'
import { conditions, lipset } from './lipset.js'

const sets = [...conditions, 'SURV']
const fuzzy = {
  ...study({}),
  cases: Object.entries(lipset).map(([id, [, ...scores]]) => ({
    id,
    name: `Country, ${id}`,
    extra: Object.fromEntries(sets.map((set, i) => [set, String(scores[i])])),
  })),
}
const made = truthTable(fuzzy, { outcome: 'SURV', conditions })

/** Runs R on a script with the table of cases, where R is. */
function runR(script: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'retroduct-r-'))
  try {
    writeFileSync(join(folder, 'cases.csv'), made.cases.toCsv())
    writeFileSync(join(folder, 'read.R'), `d <- read.csv("cases.csv", row.names = 1)\n${script}`)
    const { status, stdout, stderr, error } = spawnSync('Rscript', ['--no-init-file', 'read.R'], { cwd: folder, encoding: 'utf8' })
    if (error !== undefined) return null
    if (status !== 0) throw new Error(stderr)
    return stdout.trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const hasR = runR('') !== null
const hasQca = hasR && runR('cat(requireNamespace("QCA", quietly = TRUE))') === 'TRUE'
if (!hasR) console.warn('R is not on this machine: what R reads is not tested')
else if (!hasQca) console.warn('the package QCA of R is not on this machine: only R itself reads the cases')

describe('the cases of a truth table as CSV', () => {
  it('are a first column of names, each once, and columns of numbers from 0 to 1 under names of R: what QCA asks of data', () => {
    const [head, ...rows] = decodeCsv(made.cases.toCsv(), ',').join('\n').split('\n')
    expect(head).toBe('case')
    expect(rows.length).toBeGreaterThan(0)
    const names = made.cases.rows.map(row => row.case)
    expect(new Set(names).size).toBe(names.length)
    for (const name of made.cases.columns) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/u)
    for (const { case: _, ...scores } of made.cases.rows)
      for (const score of Object.values(scores)) expect(Number(score) >= 0 && Number(score) <= 1 && typeof score === 'number').toBe(true)
  })

  it.skipIf(!hasR)('are read by R, which counts the same', () => {
    const rows = made.table.rows.map(row => `c(${conditions.map(one => row[one]).join(', ')})`)
    const out = runR(`
      stopifnot(all(sapply(d, is.numeric)), !anyNA(d), nrow(d) == 18)
      for (r in list(${rows.join(', ')})) {
        x <- apply(sapply(1:5, function(i) if (r[i] == 1) d[[i]] else 1 - d[[i]]), 1, min)
        y <- d$SURV
        e <- sum(pmin(x, y, 1 - y))
        cat(sprintf("%.3f %.3f %d\\n", sum(pmin(x, y)) / sum(x), (sum(pmin(x, y)) - e) / (sum(x) - e), sum(x > 0.5)))
      }`)
    const ours = made.table.rows.map(row => `${Number(row.incl).toFixed(3)} ${Number(row.PRI).toFixed(3)} ${row.n}`)
    expect(out!.split('\n')).toEqual(ours)
  })

  it.skipIf(!hasQca)('are read by the package QCA, whose truth table is the same', () => {
    const out = runR(`
      suppressPackageStartupMessages(library(QCA))
      t <- truthTable(d, outcome = "SURV", incl.cut = 0.8)$tt
      t <- t[t$OUT != "?", ]
      for (i in seq_len(nrow(t))) cat(paste(unlist(t[i, 1:5]), collapse = ""), t$OUT[i], t$n[i], sprintf("%.3f %.3f\\n", as.numeric(t$incl[i]), as.numeric(t$PRI[i])))`)
    const ours = made.table.rows.map(
      row => `${conditions.map(one => row[one]).join('')} ${row.out} ${row.n} ${Number(row.incl).toFixed(3)} ${Number(row.PRI).toFixed(3)}`,
    )
    expect(out!.split('\n')).toEqual(ours)
  })
})
