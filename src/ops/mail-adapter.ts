import { randomUUID } from 'node:crypto'
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { EmailAdapter } from 'payload'
import { env } from '#env'

const addressOf = (to: unknown): string => {
  if (typeof to === 'string') return to
  if (Array.isArray(to)) return to.map(addressOf).join(', ')
  return to && typeof to === 'object' && 'address' in to ? String(to.address) : ''
}

/** Payload's own mail (a staff password reset) goes the same way as ours: through the outbox. */
export const mailAdapter: EmailAdapter = ({ payload }) => ({
  name: 'outbox',
  defaultFromAddress: env.EMAIL_FROM ?? 'shop@localhost',
  defaultFromName: env.EMAIL_FROM_NAME ?? 'Molini',
  sendEmail: async (message) => {
    const { drizzle } = payload.db as unknown as PostgresAdapter
    const data = {
      subject: String(message.subject ?? ''),
      html: String(message.html ?? ''),
      text: String(message.text ?? ''),
    }
    await drizzle.execute(sql`
      INSERT INTO emails (template, entity, recipient, locale, status, data, next_attempt_at)
      VALUES ('staff-message', ${randomUUID()}, ${addressOf(message.to)}, 'en', 'queued', ${JSON.stringify(data)}::jsonb, now())`)
  },
})
