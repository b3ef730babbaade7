import type { Entry, Study } from '../../../src/index.js'
import { code, coding, respondent, study, theme, transcript } from '../../analysis/makeStudy.js'
import { entry } from '../../builders.js'

/** Somebody who took part, as those around her know her. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly hospital: string
  /** The day of her interview. */
  readonly date: string
  /** Drawn once; nothing of it follows from who she is. */
  readonly label: string
  readonly said: readonly string[]
}

export interface Invented {
  readonly study: Study
  readonly register: readonly Entry[]
  /** In the order of the staff list: by name. */
  readonly people: readonly Person[]
}

/** Numbers below one, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed * 2654435761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const first = ['Otto', 'Greta', 'Ida', 'Wim', 'Zoë', 'Karel', 'Femke', 'Bashir', 'Yara', 'Loes', 'Huub', 'Nadia']
const last = ['Canary', 'Vossen', 'Lund', 'Zandt', 'Quist', 'Ekker', 'Mulderij', 'Tahiri', 'Oomen', 'Bakelants', 'Daalder', 'Ruijs']
const groups = ['nurses', 'doctors', 'managers']
const hospitals = ['north', 'south', 'east']
const nouns = ['rota', 'ward', 'board', 'plan', 'meeting', 'talk', 'form', 'team', 'visit', 'round', 'list', 'budget']
const verbs = [
  'changed',
  'helped',
  'stopped',
  'started',
  'moved',
  'grew',
  'mattered',
  'worked',
  'failed',
  'stayed',
  'came back',
  'got better',
]
const ends = [
  'within a month',
  'after the summer',
  'before we knew it',
  'in the end',
  'for all of us',
  'by itself',
  'once we met',
  'every week',
]

/** A study of twelve people in three groups and three hospitals. Everything that is not to matter is drawn. */
export function inventedStudy(seed: number, { pairs = false, drawn = true }: Options = {}): Invented {
  const random = seeded(seed)
  const shuffle = <T>(all: readonly T[]) =>
    all
      .map(one => ({ one, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one)
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!
  const [firsts, lasts] = [shuffle(first), shuffle(last)]
  const names = firsts.map((one, i) => `${one} ${lasts[i]}`).sort()
  const group = shuffle(names.map((_, i) => groups[i % 3]!))
  const hospital = shuffle(names.map((_, i) => hospitals[i % 3]!))
  const days = shuffle(names.map((_, i) => i))
  const numbers = shuffle(Array.from({ length: 900 }, (_, i) => i + 100))
  const sentence = () =>
    `the ${pick(nouns)} and the ${pick(nouns)} ${pick(verbs)} ${pick(ends)}, and the ${pick(nouns)} ${pick(verbs)} ${pick(ends)}`
  const people = names.map((name, i): Person => {
    const day = days[i]!
    return {
      id: String(day + 1),
      name,
      group: group[i]!,
      hospital: hospital[i]!,
      date: `2020-03-${String(day + 1).padStart(2, '0')}`,
      label: `Respondent ${numbers[i]}`,
      said: [`they call me ${name} here and ${sentence()}`, sentence(), sentence()],
    }
  })
  const byDay = [...people].sort((a, b) => (a.date < b.date ? -1 : 1))
  const held = pairs ? byDay.filter((_, i) => i % 2 === 0).map((one, i) => [one, byDay[2 * i + 1]!]) : byDay.map(one => [one])
  const transcripts = held.map((together, i) =>
    transcript(
      `interview-${String(i + 1).padStart(2, '0')}`,
      [0, 1, 2].flatMap(n => [
        ['I', 'And then?'] as const,
        ...together.map(one => [pairs ? together.map(({ id }) => id).join('+') : one.id, `${one.said[n]}.`] as const),
      ]),
      { date: together[0]!.date, minutes: 30 + i },
    ),
  )
  const codings = held.flatMap((together, i) =>
    together.flatMap(one =>
      one.said.map((words, n) =>
        coding(transcripts[i]!, words, n === 1 ? 'trust' : 'rules', { id: `k${one.id}-${n}`, role: 'mechanism', coder: 'AB' }),
      ),
    ),
  )
  const listed = drawn ? people : byDay
  return {
    people,
    register: people.map(one => entry(one.name, { variants: [one.name.split(' ')[1]!, one.name.split(' ')[0]!], respondent: one.id })),
    study: {
      ...study({
        transcripts,
        codings,
        // As it came from the personnel office: by name. The label is drawn, or it is the number of the interview.
        respondents: listed.map(one =>
          respondent(one.id, one.group, {
            label: drawn ? one.label : null,
            consent: 'verbatim',
            extra: { hospital: one.hospital },
          }),
        ),
        codes: [code('rules', { name: 'rules' }), code('trust', { name: 'trust' })],
        themes: [theme('rules', ['rules'], { label: 'Rules' }), theme('trust', ['trust'], { label: 'Trust' })],
      }),
      consents: people.map(one => ({
        id: `a${one.id}`,
        respondent: one.id,
        purpose: 'archive' as const,
        answer: 'yes' as const,
        form: null,
        date: null,
        until: null,
        extra: {},
      })),
    },
  }
}

interface Options {
  /** Whether people are spoken with two at a time, under one mark. */
  readonly pairs?: boolean
  /** Whether labels are drawn, or are the numbers of the interviews. */
  readonly drawn?: boolean
}

/** What people around the study know: who works where, in the order of the alphabet. */
export interface Staff {
  readonly name: string
  readonly group: string
  readonly hospital: string
}

export const staffOf = (people: readonly Person[]): readonly Staff[] =>
  people.map(({ name, group, hospital }) => ({ name, group, hospital }))
