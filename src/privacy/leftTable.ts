import { Table } from '../table/index.js'

export interface LeftRow {
  readonly what: string
  readonly why: string
  /** What to do about it. */
  readonly action: string
}

const rows: readonly LeftRow[] = [
  {
    what: 'the register of names, and every copy of it',
    why: 'it tells which name stands behind which replacement',
    action: 'delete it, also from mail, shares and the bin',
  },
  {
    what: 'key files, and the passphrases written down for them',
    why: 'a key holds the original study',
    action: 'delete them, also from backups',
  },
  {
    what: 'the folder of the original study, and the history of its repository',
    why: 'it holds the texts with their names, and what git once kept stays in every clone',
    action: 'delete the folder and all clones, also on a server',
  },
  {
    what: 'decisions.csv, releases.jsonl and the review of replacements',
    why: 'they tell of names and of labels as they were',
    action: 'delete them',
  },
  {
    what: 'backups of any of these, of computers, shares and clouds',
    why: 'what was deleted comes back from them',
    action: 'ask who keeps them how long they are kept, and wait until then',
  },
  {
    what: 'recordings, the transcripts as they were received, and projects in other programs',
    why: 'the same words stand there with names or voices',
    action: 'delete them, also at the service that wrote them out',
  },
  {
    what: 'earlier reports, quote tables and archives with the old labels',
    why: 'the same sentence under an old and a new label joins the two',
    action: 'take them back where that can be done; where it cannot, the labels of passages printed there are known',
  },
  {
    what: 'consent forms, lists of appointments and payments with numbers of respondents',
    why: 'they join a number to a person, and a day to a conversation',
    action: 'keep forms that must be kept without the numbers, apart from all else',
  },
  {
    what: 'your own pages, claims and bullets, and attributes of people and cases',
    why: 'numbers that are written otherwise than a label ("13a and 13b") were not drawn anew, and a rare attribute names its person',
    action: 'read them once with this in mind',
  },
  {
    what: 'this session: notebooks, terminals and programs that still hold the study',
    why: 'the guard of the new study still knows the names, so that it can refuse them',
    action: 'save the new study to a folder, and close them',
  },
]

/** What else leads back to people when a study is made one-way: it is for people to clear. */
export function leftTable(): Table<LeftRow> {
  return new Table<LeftRow>({
    title: 'What else must go before the way back is closed',
    columns: ['what', 'why', 'action'],
    rows,
    basis: 'what a study usually leaves behind; who knows the people may still recognise what they said',
    of: {},
  })
}
