import { apply, emptyCatalogue, isKnown, isWorn, setGround, type Catalogue } from './catalogue'
import type { CatalogueRow, CatalogueSource } from './rows'

/** Milliseconds since the last look after which changes may have been forgotten by the database. */
const longestSleep = 20 * 60_000
/** Rows of one read, so that neither a statement nor the process is busy for long, and what is read is gone before it counts as old. */
const batch = 250
/** Beyond so many changed products it is cheaper to read all. */
const mostChanges = 20_000

interface Followed {
  catalogue: Catalogue
  mark: string
  /** Transactions from the mark on that have been read already. */
  read: Set<string>
  lookedAt: number
}

/** A catalogue in memory that is as new as the database whenever it is asked for. */
export interface Follower {
  /**
   * The catalogue, not older than `age` milliseconds; 0: with all that is committed now. Undefined while it is being
   * read for the first time, or when it could not be.
   */
  current: (age: number) => Promise<Catalogue | undefined>
  /** Resolves when it is there, or when reading it has failed. */
  loaded: () => Promise<void>
}

interface Options {
  clock?: () => number
  /** Hears why the catalogue could not be read; the next question tries again. */
  onFault?: (error: unknown) => void
  /** Hears of each that was read as a whole, before anybody asks it. */
  onLoaded?: (catalogue: Catalogue) => void
}

export function follow(
  source: CatalogueSource,
  { clock = () => performance.now(), onFault = () => {}, onLoaded = () => {} }: Options = {},
): Follower {
  let followed: Followed | undefined
  let loading: Promise<void> | undefined
  let looking: Promise<void> | undefined
  let next: Promise<void> | undefined

  function startLoading(): Promise<void> {
    loading ??= load(source, clock)
      .then((loaded) => {
        onLoaded(loaded.catalogue)
        followed = loaded
      })
      .catch((error: unknown) => {
        followed = undefined
        onFault(error)
      })
      .finally(() => {
        loading = undefined
      })
    return loading
  }

  async function look(): Promise<void> {
    const held = followed
    if (!held) return
    const began = clock()
    if (began - held.lookedAt > longestSleep || !(await catchUp(source, held))) {
      if (followed === held) followed = undefined
      void startLoading()
      return
    }
    held.lookedAt = began
  }

  /** Who asks while somebody looks cannot know that this look began after their commit: they share the next one. */
  function lookAgain(): Promise<void> {
    if (!looking) {
      looking = look().finally(() => {
        looking = undefined
      })
      return looking
    }
    next ??= looking
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return lookAgain()
      })
    return next
  }

  return {
    async current(age) {
      if (!followed) {
        void startLoading()
        return undefined
      }
      if (age <= 0 || clock() - followed.lookedAt > age) await lookAgain()
      return followed?.catalogue
    },
    async loaded() {
      if (!followed) await startLoading()
    },
  }
}

async function load(source: CatalogueSource, clock: () => number): Promise<Followed> {
  const lookedAt = clock()
  // First the mark: whatever is committed from here on is read once more by the first look. What was committed before is read now,
  // though a transaction that is open for long, in whatever database of the server, keeps the mark before it.
  const { mark, rows: before } = await source.changes(undefined)
  const catalogue = emptyCatalogue(await source.ground())
  const put = await putting(source, catalogue)
  let rows = await source.rowsAfter(undefined, batch)
  while (rows.length > 0) {
    // The database reads the next rows while these are laid out.
    const next = rows.length < batch ? [] : source.rowsAfter(rows.at(-1)?.id, batch)
    const isLaidOut = put(
      rows.map(({ id }) => id),
      rows,
    )
    const [following] = await Promise.all([next, isLaidOut])
    rows = following
  }
  const followed = { catalogue, mark, read: new Set(before.map(({ xid }) => xid)), lookedAt }
  if (!(await catchUp(source, followed)))
    throw new Error('The catalogue changed as a whole while it was read')
  return followed
}

/** Writes rows; where they know more sizes than the ground, it is read again first. */
async function putting(source: CatalogueSource, catalogue: Catalogue) {
  return async (ids: readonly string[], rows: readonly CatalogueRow[]): Promise<void> => {
    if (!rows.every((row) => isKnown(catalogue, row)) && !setGround(catalogue, await source.ground()))
      throw new Error('Sizes have been moved to other scales')
    apply(catalogue, ids, rows)
  }
}

/** Reads what has been committed since the mark. False: all has to be read again. */
async function catchUp(source: CatalogueSource, followed: Followed): Promise<boolean> {
  const { catalogue, read } = followed
  const { mark, rows } = await source.changes(followed.mark)
  // Numbers of transactions only grow: a smaller one is another database, such as one restored from a copy.
  if (BigInt(mark) < BigInt(followed.mark)) return false
  const fresh = rows.filter(({ xid }) => !read.has(xid))
  const products = new Set(fresh.flatMap(({ product }) => product ?? []))
  if (fresh.some(({ everything }) => everything) || products.size > mostChanges) return false
  if (fresh.some(({ product }) => product === null) && !setGround(catalogue, await source.ground()))
    return false
  const put = await putting(source, catalogue)
  const ids = [...products]
  for (let from = 0; from < ids.length; from += batch) {
    const part = ids.slice(from, from + batch)
    await put(part, await source.rowsOf(part))
  }
  followed.mark = mark
  followed.read = new Set(rows.map(({ xid }) => xid).filter((xid) => BigInt(xid) >= BigInt(mark)))
  return !isWorn(catalogue)
}
