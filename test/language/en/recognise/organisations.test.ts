import { describe, expect, test } from 'vitest'
import { marksIn } from './marksIn.js'

describe('hospitals, care and other organisations', () => {
  test.each([
    ['I started at West Cumberland Hospital then.', 'HOSPITAL West Cumberland Hospital'],
    ['she worked at allen hospital for years', 'HOSPITAL allen hospital'],
    ["We are St Mary's Hospice, the small one.", "CARE_INSTITUTION St Mary's Hospice"],
    ['I am based at Flatt Walks Health Centre in town.', 'CARE_INSTITUTION Flatt Walks Health Centre'],
    ['It came from Swansea University in the end.', 'ORG Swansea University'],
    ['He is with Brightwater Holdings Ltd now.', 'ORG Brightwater Holdings Ltd'],
    ['a grant from the otto schoitz foundation for it', 'ORG otto schoitz foundation'],
    ['she started at la corvane in may', 'ORG la corvane'],
    ['The CQC came, and the BMA.', 'ORG CQC'],
    ['They flew her to the University of Iowa Hospitals.', 'HOSPITAL University of Iowa Hospitals'],
  ])('%s', (text, mark) => {
    expect(marksIn(text)).toContain(mark)
  })

  test.each([
    'the hospital was full',
    'Every hospital does that',
    'we asked the council',
    'the company paid',
    'Our surgery is small',
    'a trust is a trust',
  ])('not: %s', text => {
    expect(marksIn(text)).toEqual([])
  })
})

describe('departments, functions, projects', () => {
  test.each([
    ['I was on Ward 4 for years.', 'DEPARTMENT Ward 4'],
    ["it started here on saint anne's ward and", "DEPARTMENT saint anne's ward"],
    ['she ran the palliative care team then', 'DEPARTMENT palliative care team'],
    ["I'm the practice manager here.", 'FUNCTION practice manager'],
    ['our director of nursing at the time', 'FUNCTION director of nursing'],
    ['before that i was a pharmacist in town', 'FUNCTION pharmacist'],
    ['the project was called Say It Back in the end', 'PROJECT Say It Back'],
  ])('%s', (text, mark) => {
    expect(marksIn(text)).toContain(mark)
  })

  test.each([
    'the nurses were kind',
    'a manager should listen',
    'ask the doctor',
    'there was a nurse',
    'on the ward',
    'the project was hard',
  ])('not: %s', text => {
    expect(marksIn(text)).toEqual([])
  })
})

describe('what only looks like a name', () => {
  test.each([
    "She has Parkinson's disease and Crohn's.",
    'We wrote it in Excel, on Teams.',
    'At Christmas, on Boxing Day, in Advent.',
    'She speaks Polish and Urdu.',
    'The Barthel index was low.',
  ])('%s', text => {
    expect(marksIn(text)).toEqual([])
  })
})
