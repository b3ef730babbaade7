import { fewestPeople, groupCounts, membersOf, printedSampling, sourcesOf } from '../../analysis/index.js'
import type { Transcript } from '../../study/index.js'
import { called, counts, type Telling, type Told } from './telling.js'

/** Item 10: the rounds, and what each was for. */
export function designTold(telling: Telling): Told {
  const { study, language, lacks } = telling
  const { rounds } = study
  const { names } = language
  return {
    facts: rounds.map(one => {
      const facts = [called(names.rounds, one.kind, ''), called(names.purposes, one.purpose, '')].filter(part => part !== '')
      return { fact: `${one.title ?? one.id}${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`, where: 'study.json, rounds' }
    }),
    missing:
      rounds.length === 0
        ? [lacks('noRounds')]
        : rounds.flatMap(one => (one.purpose === null ? [lacks('noPurpose', { round: one.title ?? one.id })] : [])),
  }
}

/** Item 11: conversations by round, how what was said came up, what was put to people, and how far the guide was reached. */
export function collectionTold(telling: Telling): Told {
  const { study, language, isPublic, fact, lacks } = telling
  const { transcripts } = study
  const without = (test: (one: Transcript) => boolean) => transcripts.filter(test).length
  const elicited = study.codings.flatMap(one => (one.elicited === null ? [] : [called(language.names.elicited, one.elicited, '')]))
  const unsaid = study.codings.length - elicited.length
  const topics = new Set(study.answers.map(one => one.topic))
  const gaps = [
    ['noModes', without(one => one.mode === null)],
    ['noMinutes', without(one => one.minutes === null)],
    // Days are finer than the round: a safe study does not hold them.
    ['noDates', isPublic ? 0 : without(one => one.date === null)],
  ] as const
  return {
    facts: [
      ...roundsTold(telling),
      ...(elicited.length === 0 ? [] : [fact('elicited', { counts: counts(elicited.sort()) }, 'codings.csv, elicited')]),
      ...(study.prompts.length === 0 ? [] : [fact('prompts', { n: study.prompts.length }, 'prompts.csv')]),
      ...(topics.size === 0 ? [] : [fact('guide', { n: topics.size, all: study.topics.length }, 'answers.csv')]),
    ],
    missing: [
      ...gaps.flatMap(([kind, n]) => (n === 0 ? [] : [lacks(kind, { n })])),
      ...(unsaid === 0 ? [] : [lacks('noElicited', { n: unsaid, all: study.codings.length })]),
      ...(topics.size === 0 ? [lacks('noGuide')] : []),
    ],
  }
}

function roundsTold({ study, language, fact }: Telling) {
  if (study.basis === 'quotes') return []
  const { notStated, noRound } = language.texts
  const listed = [...study.rounds.map(one => ({ id: one.id as string | null, name: one.title ?? one.id })), { id: null, name: noRound }]
  const known = new Set(study.rounds.map(one => one.id))
  return listed.flatMap(({ id, name }) => {
    const own = study.transcripts.filter(one => (id === null ? !known.has(one.round ?? '') : one.round === id))
    if (own.length === 0) return []
    const modes = [...new Set(own.flatMap(one => one.mode ?? []))].sort().join(', ')
    const minutes = own.flatMap(one => one.minutes ?? [])
    const days = own.flatMap(one => one.date ?? []).sort()
    const range = (least: string | number, most: string | number) => (least === most ? String(least) : `${least} – ${most}`)
    const values = {
      round: name,
      n: own.length,
      people: new Set(own.flatMap(membersOf)).size,
      modes: modes || notStated,
      minutes: minutes.length === 0 ? notStated : range(Math.min(...minutes), Math.max(...minutes)),
    }
    return [
      fact('talks', values, 'transcripts.csv'),
      ...(days.length === 0 ? [] : [fact('days', { round: name, days: range(days[0]!, days.at(-1)!) }, 'transcripts.csv, date')]),
    ]
  })
}

/** Item 12: who was sought and reached; to readers small kinds are put together. */
export function samplingTold({ study, language, fact, lacks }: Telling): Told {
  if (study.sampling.length === 0) return { facts: [], missing: [lacks('noSampling')] }
  const { notStated, otherClasses } = language.texts
  const rows = printedSampling(study).map(one => ({ ...one, cell: one.cell ?? otherClasses }))
  const said = (n: number | null) => n ?? notStated
  return {
    facts: rows.map(({ cell, planned, reached, refused }) =>
      fact('sought', { cell, planned: said(planned), reached: said(reached), refused: said(refused) }, 'sampling.csv'),
    ),
    missing: rows.flatMap(({ cell, planned, reached, refused }) => [
      ...(planned !== null && reached !== null && reached < planned && (refused ?? 0) < planned - reached
        ? [lacks('underReached', { cell })]
        : []),
      ...(refused === null ? [lacks('noRefused', { cell })] : []),
    ]),
  }
}

/** Item 14: who took part. */
export function participantsTold({ study, language, isPublic, fact, lacks }: Telling): Told {
  const { all } = sourcesOf(study)
  if (all.length === 0) return { facts: [], missing: [lacks('noPeople')] }
  const people = new Set(study.transcripts.flatMap(membersOf))
  const groups = groupCounts(study, all).map(({ group, sources }) => `${group ?? language.texts.notStated} ${sources}`)
  const loose = study.respondents.filter(one => people.has(one.id) && one.group === null).length
  return {
    facts:
      study.basis === 'quotes'
        ? []
        : [
            fact('took', { n: all.length, people: people.size, talks: study.transcripts.length }, 'transcripts.csv'),
            fact('groups', { counts: groups.join(', ') }, 'respondents.csv, group'),
          ],
    missing: loose === 0 || (isPublic && loose < fewestPeople) ? [] : [lacks('noGroup', { n: loose })],
  }
}
