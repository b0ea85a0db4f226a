import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { callerNetwork } from '#services/client-address'
import { countCall } from '#services/rate-limit'

const parts = /^([\w-]+\.[\w-]+)\.([\w-]+)$/

interface Said {
  id?: unknown
  collection?: unknown
  exp?: unknown
}

/** What a token of Payload's says, if this shop has signed it. Whether its session is open still is for Payload to find out. */
function saidBy(token: string, secret: string): Said | undefined {
  const [, signed = '', signature = ''] = parts.exec(token) ?? []
  const ours = createHmac('sha256', secret).update(signed).digest()
  const theirs = Buffer.from(signature, 'base64url')
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return undefined
  return JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()) as Said
}

const tokenIn = (headers: Headers): string | undefined =>
  /^(?:JWT|Bearer) (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ??
  /(?:^|;\s*)molini-token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]

/** The member of staff for whom this shop has signed the token of a request, as long as it is good. */
export function signedStaff(headers: Headers, secret: string): string | undefined {
  const token = tokenIn(headers)
  const said = token === undefined ? undefined : saidBy(token, secret)
  const isGood = said?.collection === 'users' && typeof said.exp === 'number' && said.exp * 1_000 > Date.now()
  return isGood ? String(said.id) : undefined
}

const keyIn = (headers: Headers): string | undefined =>
  /^users API-Key (.+)$/.exec(headers.get('authorization') ?? '')?.[1]

/** Milliseconds for which a key that was good is taken to be somebody's, for counting alone. */
const keyAge = 60_000
/** Keys that are remembered: members of staff are few. */
const mostKeys = 1_000
const keys = new Map<string, { staff: string; until: number }>()

const indexOf = (key: string, secret: string): string =>
  createHmac('sha256', secret).update(key).digest('hex')

function keyOfStaff(index: string): string | undefined {
  const known = keys.get(index)
  return known && known.until > Date.now() ? known.staff : undefined
}

/** Whose key this is, looked up as Payload does. */
async function learnKey(payload: Payload, index: string): Promise<string | undefined> {
  const where: Where = { and: [{ apiKeyIndex: { equals: index } }, { enableAPIKey: { equals: true } }] }
  const found = await payload.db.findOne<{ id: string }>({ collection: 'users', where, select: {} })
  if (!found) return undefined
  if (keys.size >= mostKeys) keys.clear()
  const staff = String(found.id)
  keys.set(index, { staff, until: Date.now() + keyAge })
  return staff
}

/** Looking up a key costs as much as a call does, so those that name one are counted by address as well. */
async function staffOfKey(payload: Payload, headers: Headers, address: string): Promise<string | undefined> {
  const key = keyIn(headers)
  if (key === undefined) return undefined
  const index = indexOf(key, payload.secret)
  const known = keyOfStaff(index)
  if (known) return known
  await countCall({ payload }, 'key', { address })
  return learnKey(payload, index)
}

/**
 * Counts a call of Payload's REST or GraphQL: for staff by themselves, where a token or key of this shop says who they are,
 * for everybody else by address. Throws `rate.limited`.
 */
export async function countPayloadCall(
  payload: Payload,
  request: Request,
  kind: 'rest' | 'graphql',
): Promise<void> {
  const { headers } = request
  const address = callerNetwork(request)
  const staff = signedStaff(headers, payload.secret) ?? (await staffOfKey(payload, headers, address))
  if (staff) await countCall({ payload }, `staff-${kind}`, { address, subject: staff })
  else await countCall({ payload }, kind, { address })
}
