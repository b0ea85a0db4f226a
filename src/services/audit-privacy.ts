import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { newSealKey, openBytes, sealBytes, sealKey } from './sealed'
import type { Runner } from './transaction'

type Values = Readonly<Record<string, unknown>>

/** What an audit entry says, as far as it tells whom it is about. */
interface About {
  entity: string
  entityId?: string
  before?: Values
  after?: Values
}

/** The fields that say who somebody is, by collection. */
const personal: Readonly<Record<string, readonly string[]>> = {
  customers: ['email', 'firstName', 'lastName', 'note', 'googleSub'],
  addresses: ['firstName', 'lastName', 'line1', 'line2', 'postalCode', 'city', 'region', 'country', 'phone'],
  orders: ['email', 'customerName', 'shippingAddress', 'billingAddress', 'giftNote'],
  emails: ['recipient', 'data', 'html', 'text'],
  users: ['email', 'name', 'googleSub'],
  messages: ['name', 'email', 'text', 'number'],
  subscribers: ['email'],
  'mail-suppressions': ['recipient'],
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object' && 'id' in value
      ? String(value.id)
      : undefined

/** The person an entry is about: the customer, or for a guest the hash of the address. */
export function subjectOf({ entity, entityId, before, after }: About): string | undefined {
  if (!personal[entity]) return undefined
  const customer = entity === 'customers' ? entityId : (idOf(after?.customer) ?? idOf(before?.customer))
  if (customer) return `customer:${customer}`
  const email = after?.email ?? before?.email ?? after?.recipient
  if (typeof email === 'string')
    return `email:${createHash('sha256').update(email.toLowerCase()).digest('hex')}`
  return `${entity}:${entityId ?? 'unknown'}`
}

const wrappingKey = () => sealKey('audit subject keys')

async function keyOf(runner: Runner, subject: string): Promise<Buffer | undefined> {
  const { rows } = await runner.execute(
    sql`SELECT wrapped_key FROM audit_subject_keys WHERE subject = ${subject}`,
  )
  const wrapped = (rows[0] as { wrapped_key: Buffer } | undefined)?.wrapped_key
  return wrapped && openBytes(wrapped, wrappingKey())
}

async function keyFor(runner: Runner, subject: string): Promise<Buffer> {
  const fresh = sealBytes(newSealKey(), wrappingKey())
  await runner.execute(
    sql`INSERT INTO audit_subject_keys (subject, wrapped_key) VALUES (${subject}, ${fresh}) ON CONFLICT DO NOTHING`,
  )
  const key = await keyOf(runner, subject)
  if (!key) throw new Error('The key of an audit subject vanished while it was made')
  return key
}

/** The values with personal ones encrypted under the subject's key: `{ sealed, subject }`. */
export async function sealPersonal(
  runner: Runner,
  subject: string | undefined,
  entity: string,
  values: Values | undefined,
): Promise<Values | undefined> {
  const fields =
    personal[entity]?.filter((field) => values?.[field] !== undefined && values[field] !== null) ?? []
  if (!values || !subject || fields.length === 0) return values
  const key = await keyFor(runner, subject)
  const seal = (value: unknown) => ({
    subject,
    sealed: sealBytes(Buffer.from(JSON.stringify(value)), key).toString('base64'),
  })
  return { ...values, ...Object.fromEntries(fields.map((field) => [field, seal(values[field])])) }
}

const isSealed = (value: unknown): value is { subject: string; sealed: string } =>
  typeof value === 'object' && value !== null && 'sealed' in value && 'subject' in value

/** The values readable again; what belongs to somebody whose key was thrown away reads `erased`. */
export async function unsealPersonal(runner: Runner, values: Values): Promise<Values> {
  const entries = await Promise.all(
    Object.entries(values).map(async ([field, value]) => {
      if (!isSealed(value)) return [field, value] as const
      const key = await keyOf(runner, value.subject)
      return [
        field,
        key
          ? (JSON.parse(openBytes(Buffer.from(value.sealed, 'base64'), key).toString()) as unknown)
          : 'erased',
      ] as const
    }),
  )
  return Object.fromEntries(entries)
}

/** Throws the key of a person away: the chain still verifies, what it held about them cannot be read again. */
export async function eraseSubject(runner: Runner, subject: string): Promise<void> {
  await runner.execute(sql`DELETE FROM audit_subject_keys WHERE subject = ${subject}`)
}
