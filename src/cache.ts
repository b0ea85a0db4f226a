import { AsyncLocalStorage } from 'node:async_hooks'
import { revalidateTag, unstable_cache } from 'next/cache'
import { insideNext } from '#env'

/**
 * What a cached read depends on. `catalogue`: listings and suggestions. `categories`: the tree of them, which stands on every
 * page and stays while products change. `products`: every product page
 * (brands, size scales, pictures). `product:<slug>`: one product page. `pages`: content and the journal. `site`: navigation,
 * footer, settings, redirects.
 */
export type CacheTag = 'catalogue' | 'categories' | 'products' | `product:${string}` | 'pages' | 'site'

/** Seconds after which a read is fresh even when nobody said that something changed, such as a script on the database. */
const longest = 300

interface Past {
  /** What has changed, where Next.js is not told. */
  dropped?: Set<CacheTag>
  /** Drops what was made of these tags, in every process. */
  drop?: (tags: CacheTag[]) => Promise<void>
}

const past = new AsyncLocalStorage<Past>()

/** Runs `work` without the cache: nothing in it is read from there, and nothing is kept. */
export const pastCache = <T>(work: () => Promise<T>): Promise<T> => past.run(past.getStore() ?? {}, work)

/** Drops what was invalidated so far, before the work goes on; where Next.js is told it drops that when the request ends. */
export async function dropAtOnce(): Promise<void> {
  const { dropped, drop } = past.getStore() ?? {}
  if (!drop || !dropped || dropped.size === 0) return
  const tags = [...dropped]
  dropped.clear()
  await drop(tags)
}

/**
 * As `pastCache`, for work that Next.js does not see, or whose end nobody has to wait for: what it has invalidated is handed to
 * `drop` as soon as it ends, also when it fails.
 */
export const pastNext = <T>(work: () => Promise<T>, drop: (tags: CacheTag[]) => Promise<void>): Promise<T> =>
  past.run({ dropped: new Set(), drop }, async () => {
    try {
      return await work()
    } finally {
      await dropAtOnce()
    }
  })

type Place = 'anywhere' | 'primary'
const shared = new AsyncLocalStorage<Place>()

/** Marks what `work` reads as the same for everybody, which may come from a replica. What is cached is marked anyway. */
export const forEverybody = <T>(work: () => Promise<T>): Promise<T> => shared.run('anywhere', work)

/** Marks what `work` reads as the same for everybody, and as read at the primary alone, whoever asks for it. */
export const onPrimary = <T>(work: () => Promise<T>): Promise<T> => shared.run('primary', work)

/** Where what is read may come from; undefined for what somebody sees otherwise than others, or past the cache. */
export const sharedPlace = (): Place | undefined => {
  const place = shared.getStore()
  return place === 'anywhere' && past.getStore() ? undefined : place
}

/** Reads through the cache under `key`; any of `tags` drops it. Outside Next.js there is no cache and it just reads. */
export function cached<T>(
  key: readonly string[],
  tags: readonly CacheTag[],
  read: () => Promise<T>,
): Promise<T> {
  if (!insideNext || past.getStore()) return read()
  return unstable_cache(() => forEverybody(read), [...key], { tags: [...tags], revalidate: longest })()
}

/**
 * Lets the page that is being made end after so many seconds at the latest, though nothing of it is changed: what it
 * says of `key` is true no longer. A read of its own under `tags`, since the age of a page is that of its youngest read.
 */
export async function endPageIn(
  seconds: number,
  key: readonly string[],
  tags: readonly CacheTag[],
): Promise<void> {
  if (!insideNext || past.getStore()) return
  await unstable_cache(() => Promise.resolve(true), ['ends', ...key], {
    tags: [...tags],
    revalidate: Math.min(seconds, longest),
  })()
}

/** Lets the page that is being made hang on `tags` for what it reads past the cache. */
export const hangOn = (...tags: CacheTag[]): Promise<void> => endPageIn(longest, ['hangs', ...tags], tags)

/**
 * Drops all that was read under `tag`. Inside a request it takes effect when the request ends, so after its
 * transaction. Outside one (a script, a test) there is nothing in reach to drop; such entries end by age.
 */
export function invalidate(tag: CacheTag): void {
  const dropped = past.getStore()?.dropped
  if (dropped) dropped.add(tag)
  if (dropped || !insideNext) return
  try {
    revalidateTag(tag, { expire: 0 })
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('Invariant: static generation store missing'))
      throw error
  }
}
