import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'

let payload: Promise<Payload> | undefined

/** Payload on this worker's own database: one for all tests of a file. Each test makes its own rows. */
export async function getTestPayload(): Promise<Payload> {
  payload ??= import('#config').then(({ default: config }) => getPayload({ config })).then((opened) => {
    opened.db.pool.on('error', () => undefined)
    return opened
  })
  return payload
}

/** A request as the system makes it: no user, no transaction. */
export const getTestRequest = async (): Promise<PayloadRequest> => createLocalReq({}, await getTestPayload())

/** Ends it with its connections, so that the next file, which finds the modules loaded, begins anew. */
export async function closeTestPayload(): Promise<void> {
  forgetDatabase()
}

/** What the shop keeps of its database for the whole process, under symbols of its own, is of no other database. */
function forgetDatabase() {
  for (const place of Object.getOwnPropertySymbols(globalThis))
    if (place.description?.startsWith('molini.')) Reflect.deleteProperty(globalThis, place)
}
