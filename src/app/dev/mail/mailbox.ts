import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import { getPayload } from 'payload'
import config from '#config'
import { env } from '#env'

export interface BoxedMail {
  id: string
  at: string
  template: string
  recipient: string
  status: string
  subject: string | null
  html: string | null
}

/** The last mails of the outbox, or one of them; nothing in production, where the admin shows them. */
export async function readMailbox(id?: string): Promise<BoxedMail[] | undefined> {
  if (env.isProduction) return undefined
  const { drizzle } = (await getPayload({ config })).db as unknown as PostgresAdapter
  const only = id === undefined ? sql`` : sql`WHERE id::text = ${id}`
  const { rows } = await drizzle.execute(sql`
    SELECT id, created_at AS at, template, recipient, status, subject, html FROM emails ${only} ORDER BY created_at DESC LIMIT 100`)
  return rows as unknown as BoxedMail[]
}

/** An answer that runs no script, whatever a mail holds. */
export const htmlAnswer = (body: string, status = 200): Response =>
  new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' http: https:; frame-src 'self'; frame-ancestors 'self'",
      'Cache-Control': 'no-store',
    },
  })
