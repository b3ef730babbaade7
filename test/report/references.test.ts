import { describe, expect, test } from 'vitest'
import { cutAtReferences, findReferences } from '../../src/report/references.js'

describe('findReferences', () => {
  test('tells kind, target and line, and leaves everything else', () => {
    const { references, text } = findReferences('One {{n trust and  respect}}.\n\n{{ quote q1 }} and {{box}}\n')
    expect(references).toEqual([
      { kind: 'n', target: 'trust and respect', source: '{{n trust and  respect}}', line: 1 },
      { kind: 'quote', target: 'q1', source: '{{ quote q1 }}', line: 3 },
      { kind: 'box', target: '', source: '{{box}}', line: 3 },
    ])
    expect(cutAtReferences(text)).toEqual(['One ', 0, '.\n\n', 1, ' and ', 2, '\n'])
  })

  test('gives a block on its own line a paragraph of its own, and a count not', () => {
    expect(cutAtReferences(findReferences('a\n{{quote q}}\nb\n{{n x}}\nc').text)).toEqual(['a\n\n', 0, '\n\nb\n', 1, '\nc'])
  })

  test('reports lines on which a reference is not closed', () => {
    expect(findReferences('{{n x}}\n{{n x\n}} {{}} {{n {x}}}').unclosed).toEqual([2, 3])
  })

  test('does not take signs of hers for references', () => {
    const { text, references } = findReferences('\uE0005\uE001 {{n a}}')
    expect(references).toHaveLength(1)
    expect(cutAtReferences(text)).toEqual(['5 ', 0])
  })

  test('takes linear time', () => {
    const started = performance.now()
    findReferences('{{'.repeat(100_000))
    findReferences(`${'{{n a}}\n'.repeat(20_000)}`)
    findReferences(' '.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
