import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { report } from './report'

const key = 'molini:migrate'

/**
 * Waits until no other process migrates or seeds this database, on a connection of its own that must not
 * go through a transaction pooler. Returns the release.
 */
export async function holdMigrationLock(url: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url, application_name: 'molini migrate', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  const take = async () => {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      [key],
    )
    return rows[0]?.taken === true
  }
  if (!(await take())) {
    report({ progress: 'Another process is migrating this database; waiting for it' })
    while (!(await take())) await pause(500)
  }
  return () => client.end()
}
