import type { Pool, PoolClient } from 'pg'

type Connected = (error: Error | undefined, ...given: unknown[]) => void
type Connect = (done?: Connected) => Promise<PoolClient>
/** Called with the error of a call that got no connection, else with nothing. */
type End = (error?: unknown) => void

/** Calls `begin` whenever a connection of `pool` is asked for, and what it answers with, if anything, once that call has ended. */
export function aroundConnect(pool: Pool, begin: () => End | undefined): void {
  const connect = pool.connect.bind(pool) as Connect
  pool.connect = ((done?: Connected) => {
    const end = begin()
    if (!end) return connect(done)
    if (!done) {
      const asked = connect()
      asked.then(() => end(), end)
      return asked
    }
    return connect((error, ...given) => {
      end(error)
      done(error, ...given)
    })
  }) as Pool['connect']
}
