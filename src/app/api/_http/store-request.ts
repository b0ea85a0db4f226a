import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import config from '#config'

let template: Promise<PayloadRequest> | undefined
let madeFor: Payload | undefined

/**
 * A request as services want it, with no user: who is asking is told to each service. Of the call's headers it has those given. Making one afresh sets up
 * languages that no service reads, so each is a shallow copy of one made once.
 */
export async function storeRequest(headers = new Headers()): Promise<PayloadRequest> {
  const payload = await getPayload({ config })
  if (madeFor !== payload) template = createLocalReq({}, payload)
  madeFor = payload
  const made = await (template ?? createLocalReq({}, payload))
  const fresh = { context: {}, headers, transactionID: undefined, user: null }
  // A loader remembers documents, so each request gets its own, made by the first Local API call.
  return { ...made, ...fresh, payloadDataLoader: undefined as unknown as PayloadRequest['payloadDataLoader'] }
}
