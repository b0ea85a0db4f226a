import type { Payload, TypedUser } from 'payload'

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
