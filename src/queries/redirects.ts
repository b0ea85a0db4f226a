import { cached } from '#cache'
import { rowsOf, sql } from './sql'

/** Redirects are few: they are read together, so that no stranger's address becomes a cache entry. */
const readAll = (): Promise<[string, string][]> =>
  cached(['redirects'], ['site'], async () => {
    const rows = await rowsOf<{ from: string; to: string }>(sql`SELECT "from", "to" FROM redirects`)
    return rows.map(({ from, to }) => [from, to])
  })

/** Where an old path leads, or undefined. Paths are those of the default market. */
export async function findRedirect(path: string): Promise<string | undefined> {
  return (await readAll()).find(([from]) => from === path)?.[1]
}
