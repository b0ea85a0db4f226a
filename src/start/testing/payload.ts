import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { afterAll } from 'vitest'

let payload: Promise<Payload> | undefined

/** Payload on this worker's own database: one for all tests of a file. Each test makes its own rows. */
export async function getTestPayload(): Promise<Payload> {
  payload ??= import('#config').then(({ default: config }) => getPayload({ config }))
  return payload
}

/** A request as the system makes it: no user, no transaction. */
export const getTestRequest = async (): Promise<PayloadRequest> => createLocalReq({}, await getTestPayload())

afterAll(async () => {
  await (await payload)?.destroy()
  payload = undefined
})
