import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'

let payload: Promise<Payload> | undefined

/**
 * Payload on this worker's database: one for all its files. It stays open while the database is replaced under it, as
 * opening it takes longer than most files; its connections end by force, and the pool makes new ones.
 */
export async function getTestPayload(): Promise<Payload> {
  payload ??= open()
  return payload
}

/** Payload, when a file of this worker has needed it. */
export const openedPayload = (): Promise<Payload> | undefined => payload

async function open(): Promise<Payload> {
  const { default: config } = await import('#config')
  const opened = await getPayload({ config })
  opened.db.pool.on('error', () => undefined)
  return opened
}

/** A request as the system makes it: no user, no transaction. */
export const getTestRequest = async (): Promise<PayloadRequest> => createLocalReq({}, await getTestPayload())
