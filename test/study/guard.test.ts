import { describe, expect, it } from 'vitest'
import { audienceOf, carryGuard, guardOf, holdAtGate, newStudy, StudyError } from '../../src/study/index.js'
import { fakeGuard } from '../table/fakeGuard.js'

const key = Symbol.for('retroduct.guard')
const guard = fakeGuard('Zwaardvis')
const study = newStudy({ title: 'A study', language: 'en' })
const guarded = carryGuard({ ...study }, guard)

describe('carryGuard', () => {
  it('hands the guard on, without which a value is for the team', () => {
    expect(guardOf(guarded)).toBe(guard)
    expect([audienceOf(guarded), audienceOf(study)]).toEqual(['public', 'team'])
    expect(carryGuard({ ...study }, guardOf(guarded))).toSatisfy(one => guardOf(one as object) === guard)
    expect(guardOf(carryGuard({}, null))).toBeNull()
  })

  it('puts it where nothing that copies or lists a value finds it', () => {
    expect(Object.getOwnPropertyDescriptor(guarded, key)).toEqual({ value: guard, enumerable: false, writable: false, configurable: false })
    expect(Object.keys(guarded)).toEqual(Object.keys(study))
    const copies: readonly object[] = [
      { ...guarded },
      Object.assign({}, guarded),
      structuredClone(guarded),
      JSON.parse(JSON.stringify(guarded)),
      Object.fromEntries(Object.entries(guarded)),
    ]
    for (const copy of copies) expect([guardOf(copy), audienceOf(copy)]).toEqual([null, 'team'])
  })

  it('cannot be put off or replaced afterwards', () => {
    expect(Reflect.deleteProperty(guarded, key)).toBe(false)
    expect(Reflect.set(guarded, key, fakeGuard('other'))).toBe(false)
    expect(() => carryGuard(guarded, fakeGuard('other'))).toThrow(TypeError)
    expect(guardOf(guarded)).toBe(guard)
  })
})

describe('guardOf', () => {
  it('takes nothing for a guard that cannot check', () => {
    const fakes: readonly unknown[] = [true, 'guard', 1, null, undefined, {}, [], { check: true }, { check: 'check' }, () => []]
    for (const fake of fakes) expect(guardOf({ [key]: fake })).toBeNull()
  })

  it('looks at the value itself: not what it was made from, nor what runs when it is asked', () => {
    expect(guardOf(Object.create(guarded))).toBeNull()
    const getter = Object.defineProperty({}, key, { get: () => guard })
    expect(guardOf(getter)).toBeNull()
    expect(guardOf({ [Symbol('retroduct.guard')]: guard, 'retroduct.guard': guard })).toBeNull()
  })
})

describe('holdAtGate', () => {
  const leaves = [
    { text: 'Zwaardvis swims', where: 'row 1' },
    { text: 'nobody', where: 'row 2' },
    { text: 'a Zwaardvis', where: 'row 3' },
  ]

  it('refuses with one error that names every place and no content', () => {
    const attempt = () => holdAtGate(guard, leaves, 'parts')
    expect(attempt).toThrow(StudyError)
    expect(attempt).toThrow(/row 1[\s\S]*row 3/u)
    expect(attempt).not.toThrow(/Zwaardvis|row 2/u)
  })

  it('lets through what the guard lets through, and asks nobody when there is none', () => {
    expect(() => holdAtGate(guard, [leaves[1]!], 'finished')).not.toThrow()
    expect(() => holdAtGate(null, leaves, 'finished')).not.toThrow()
  })
})
