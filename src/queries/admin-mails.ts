import { sql } from '@payloadcms/db-postgres'
import type { Payload, TypedUser } from 'payload'
import type { NoticeKind } from '#domain/mail-notice'
import { adminRows } from './admin-rows'

export interface OwnWording {
  id: string
  mail: string
  locale: string
  subject?: string
  heading?: string
  body?: string
}

/** The mails that have words of the shop's own, for whoever may read them. */
export async function getOwnWordings(payload: Payload, user: TypedUser | null): Promise<OwnWording[]> {
  const { docs } = await payload.find({
    collection: 'mail-wordings',
    limit: 200,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
  })
  return docs.map(({ id, mail, locale, subject, heading, body }) => ({
    ...{ id, mail, locale },
    ...(subject && { subject }),
    ...(heading && { heading }),
    ...(body && { body }),
  }))
}

export interface NoticeRow {
  kind: NoticeKind
  at: string
  reason: string | null
}

/** What the mail service said became of a mail, oldest first. */
export const getNotices = (payload: Payload, mailId: string): Promise<NoticeRow[]> =>
  adminRows<NoticeRow>(
    payload,
    sql`SELECT kind, at, reason FROM mail_notices WHERE email_id = ${mailId} ORDER BY at, key LIMIT 100`,
  )
