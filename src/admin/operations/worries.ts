import type { Storage } from '#queries/admin-database'
import type { OperationsForStaff, OperationsPart } from '#queries/admin-operations'
import { ageOf } from '../age'
import { listAddress } from '../list-address'
import { plain } from '../words'
import { bytesOf, countOf, shareOf, spanOf } from './figures'

export interface Worry {
  words: string
  href?: string
}

const minutes = (count: number): number => count * 60_000
/** A job tells how it ended every five minutes; twice that is silence. */
const silence = minutes(11)
const patience = minutes(15)
/** Share of the connections that may be taken. */
const crowd = 0.8
const longestLock = 30
const longestTransaction = 300

type Rule = (shop: OperationsForStaff, now: Date) => Worry[]

const since = (at: string, now: Date): number => now.getTime() - Date.parse(at)
const when = (condition: boolean, worry: Worry): Worry[] => (condition ? [worry] : [])

/** How the page calls each part. */
export const partNames: Readonly<Record<OperationsPart, string>> = {
  jobs: 'Jobs',
  mail: 'Mail',
  events: 'Webhooks',
  backups: 'Backups',
  points: 'Archive of changes',
  database: 'Database',
  faults: 'Last errors',
}

const unread: Rule = (shop) =>
  shop.unread.map((part) => ({
    words: `${partNames[part]} could not be read just now: whether all is well there is not known. Look again.`,
  }))

const jobs: Rule = ({ jobs: all, ranAt }, now) => [
  ...when(all !== undefined && (!ranAt || since(ranAt, now) > silence), {
    words: `${ranAt ? `No job has run for ${ageOf(new Date(ranAt), now)}` : 'No job has run yet'}: no mail leaves and nothing is published at its time. See whether the server runs, or whatever calls /api/cron/tick.`,
  }),
  ...(all ?? []).flatMap(({ name, fault }) => (fault ? [{ words: `${plain(name)} fails: ${fault}` }] : [])),
]

const noMail = { dead: 0, waitingSince: undefined }
const mail: Rule = ({ mail: { dead, waitingSince } = noMail }, now) => [
  ...when(dead > 0, {
    words: `${dead} ${dead === 1 ? 'mail was' : 'mails were'} given up: somebody has not heard from us.`,
    href: listAddress('emails', { status: { equals: 'dead' } }),
  }),
  ...when(waitingSince !== undefined && since(waitingSince, now) > patience, {
    words: `Mail has waited for ${ageOf(new Date(waitingSince ?? now), now)} to be sent.`,
    href: listAddress('emails', { status: { equals: 'queued' } }),
  }),
]

const events: Rule = ({ events: all = [] }, now) =>
  all.flatMap(({ provider, open, last }) =>
    when(open > 0 && since(last, now) > patience, {
      words: `${open} ${open === 1 ? 'notice' : 'notices'} of ${plain(provider)} about payments ${open === 1 ? 'waits' : 'wait'} to be read.`,
    }),
  )

const backups: Rule = ({ backups: shelf }, now) => (shelf ? backupWorries(shelf, now) : [])

const backupWorries = (
  { isOn, isLate, proof, fault }: NonNullable<OperationsForStaff['backups']>,
  now: Date,
): Worry[] => [
  ...when(!isOn, { words: 'Backups are off: set BACKUP_KEY, and keep it somewhere else too.' }),
  ...when(isOn && isLate, {
    words: proof
      ? `The last backup that was restored and checked is ${ageOf(new Date(proof.provedAt), now)} old.`
      : 'No backup has been restored and checked yet.',
  }),
  ...when(isOn && fault !== undefined, { words: `The last backup failed: ${fault?.words}` }),
]

const points: Rule = ({ points: archive }) =>
  when(archive?.isLate === true, {
    words: `The last changes are not in the archive of the database${archive?.fault ? `: ${archive.fault.words}` : '.'}`,
  })

const database: Rule = ({ database: state }) => (state ? databaseWorries(state) : [])

const storageWords = ({ bounds, left, share, days }: Storage): string => {
  const what = bounds === 'limit' ? 'The database has' : 'The disk of the database has'
  const full = days === undefined ? '' : `, and it is full in ${countOf(days)} days at the growth of now`
  return `${what} ${bytesOf(left)} left, ${shareOf(share)} of its room is taken${full}.`
}

const databaseWorries = ({
  connections,
  most,
  blocked,
  blockedFor,
  longest,
  storage,
}: NonNullable<OperationsForStaff['database']>): Worry[] => [
  ...(storage?.isShort ? [{ words: storageWords(storage), href: '#database' }] : []),
  ...when(connections > most * crowd, {
    words: `${connections} of ${most} connections to the database are taken.`,
  }),
  ...when(blocked > 0 && blockedFor > longestLock, {
    words: `Somebody has waited for ${spanOf(blockedFor)} for another session of the database.`,
    href: '#database',
  }),
  ...when(longest > longestTransaction, {
    words: `A transaction has been open for ${spanOf(longest)}: it keeps the database from tidying up.`,
  }),
]

const faults: Rule = ({ faults: all = [] }, now) => {
  const fresh = all.filter(({ lastAt }) => since(lastAt, now) < minutes(60)).length
  return when(fresh > 0, {
    words: `${fresh} ${fresh === 1 ? 'kind of error' : 'kinds of errors'} in the last hour; they are listed below.`,
    href: '#errors',
  })
}

const pages: Rule = ({ server }) =>
  when(server.pages?.isDeaf === true, {
    words: 'Pages are drawn anew for everybody: the database does not tell what has changed.',
  })

/** What somebody should look at, the worst first; none when all is well. */
export const worriesOf = (shop: OperationsForStaff, now: Date): Worry[] =>
  [unread, jobs, database, backups, points, mail, events, pages, faults].flatMap((rule) => rule(shop, now))
