import pg from 'pg'
import { vi } from 'vitest'
import { ofShop } from '../start/testing/journey-shop'

/** The address in the newest mail of this kind that looks as wanted, once the mail has left. */
export async function linkIn(
  recipient: string,
  template: string,
  wanted = /https?:\/\/\S+token=[\w-]+/,
): Promise<string> {
  const database = new pg.Client({ connectionString: ofShop('databaseUrl') })
  await database.connect()
  try {
    return await vi.waitFor(
      async () => {
        const { rows } = await database.query<{ text: string }>(
          'SELECT text FROM emails WHERE recipient = $1 AND template = $2 AND text IS NOT NULL ORDER BY created_at DESC LIMIT 1',
          [recipient, template],
        )
        const link = wanted.exec(rows[0]?.text ?? '')?.[0]
        if (!link) throw new Error(`no ${template} for ${recipient} yet`)
        return link
      },
      { timeout: 60_000, interval: 200 },
    )
  } finally {
    await database.end()
  }
}
