import { counted, factName, isSame, type Page, type Study, studyFacts } from '../../study/index.js'
import { several } from './tellFields.js'
import type { Said } from './telling.js'

/** Tells what differs outside the tables: study.json, the pages of the report and the memos. */
export function tellFrame(a: Study, b: Study): readonly Said[] {
  const changed = studyFacts.filter(fact => !isSame(a[fact], b[fact])).map(factName)
  const said = (kind: string, table: string, what: string, ids: readonly string[]): Said[] =>
    ids.length === 0 ? [] : [{ what: `${what}: ${several(ids)}`, kind, table, count: ids.length, transcripts: 0, ids }]
  const pages = (table: 'pages' | 'memos', nouns: string) => {
    const [old, next] = [byId(a[table]), byId(b[table])]
    const differ = [...next].flatMap(([id, page]) => (old.has(id) && !isSame(old.get(id), page) ? [id] : []))
    const added = [...next.keys()].filter(id => !old.has(id))
    const removed = [...old.keys()].filter(id => !next.has(id))
    return (
      [
        ['changed', differ],
        ['added', added],
        ['removed', removed],
      ] as const
    ).flatMap(([kind, ids]) => said(kind, table, `${counted(ids.length, nouns)} ${kind}`, ids))
  }
  return [...said('changed', 'study', 'study.json changed', changed), ...pages('pages', 'pages of the report'), ...pages('memos', 'memos')]
}

const byId = (pages: readonly Page[]) => new Map(pages.map(page => [page.id, page]))
