import type { FlattenedField, SanitizedConfig } from 'payload'
import { badTexts, badValues, operators, wellFormed, type Pick } from './bad-values'

export interface Bad {
  /** What is asked, for the report of a failure. */
  name: string
  path: string
  method: string
  body?: unknown
  raw?: string
  headers?: Record<string, string>
}

interface Subject {
  slug: string
  paths: string[]
  fields: readonly FlattenedField[]
}

const pathsOf = (fields: readonly FlattenedField[], before = ''): string[] =>
  fields.flatMap((field) => [
    `${before}${field.name}`,
    ...('flattenedFields' in field ? pathsOf(field.flattenedFields, `${before}${field.name}.`) : []),
    ...('relationTo' in field ? [`${before}${field.name}.id`, `${before}${field.name}.hash`] : []),
  ])

const subjectsOf = (config: SanitizedConfig): Subject[] =>
  config.collections.map(({ slug, flattenedFields }) => ({
    slug,
    fields: flattenedFields,
    paths: pathsOf(flattenedFields),
  }))

const query = (parts: Record<string, string>) =>
  Object.entries(parts)
    .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`)
    .join('&')

function listing(pick: Pick, { slug, paths }: Subject): Bad {
  const clause = () => `[${pick(paths)}][${pick(operators)}]`
  const nested = pick(['', '[and][0]', '[or][0][and][0]', '[and][0][or][3]', '[and]'])
  const parts: Record<string, string> = {
    [`where${nested}${clause()}`]: pick(badTexts),
    [pick(['limit', 'page', 'depth', 'sort', 'locale', 'draft', 'trash', 'pagination'])]: pick([
      ...badTexts,
      ...paths,
    ]),
    [pick([
      'select',
      `select[${pick(paths)}]`,
      `populate[${slug}][${pick(paths)}]`,
      `joins[${pick(paths)}][where]${clause()}`,
      `joins[${pick(paths)}][limit]`,
      'fallback-locale',
      'where',
    ])]: pick(badTexts),
  }
  const path = pick([slug, slug, slug, `${slug}/count`, `${slug}/versions`])
  return {
    name: 'list',
    method: pick(['GET', 'GET', 'GET', 'DELETE', 'PATCH']),
    path: `${path}?${query(parts)}`,
  }
}

function byId(pick: Pick, { slug }: Subject): Bad {
  const id = encodeURIComponent(wellFormed(pick(badTexts)))
  const path = pick([
    `${slug}/${id}`,
    `${slug}/${id}?depth=10&draft=true`,
    `${slug}/versions/${id}`,
    `${slug}/access/${id}`,
    `${slug}/${id}/duplicate`,
    `${slug}/${id}/${id}`,
    `${slug}/file/${id}`,
    `globals/${id}`,
    id,
  ])
  return { name: 'id', method: pick(['GET', 'POST', 'PATCH', 'DELETE', 'PUT']), path, body: undefined }
}

function write(pick: Pick, { slug, fields }: Subject): Bad {
  const count = pick([1, 2, 4, 8])
  const body = Object.fromEntries(
    Array.from({ length: count }, () => [
      pick([...fields.map(({ name }) => name), 'id', 'password', '_status', 'role']),
      pick(badValues),
    ]),
  )
  const id = pick(['', '', '/00000000-0000-0000-0000-000000000000', '/not-an-id'])
  return { name: 'write', method: id ? 'PATCH' : 'POST', path: `${slug}${id}`, body }
}

function broken(pick: Pick, { slug }: Subject): Bad {
  const raw = pick([
    '{',
    '[]',
    'null',
    '"x"',
    '{"a":}',
    '\u0000',
    '--x\r\n\r\n--x--',
    `{"a":${'['.repeat(900)}`,
    'a=b&c',
  ])
  const type = pick([
    'application/json',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    '',
  ])
  const headers = {
    'Content-Type': type,
    'Content-Length': String(Buffer.byteLength(raw)),
    ...(pick([true, false]) && { 'X-Payload-HTTP-Method-Override': 'GET' }),
  }
  return { name: 'broken', method: pick(['POST', 'PATCH', 'PUT']), path: slug, raw, headers }
}

function signIn(pick: Pick): Bad {
  const path = pick([
    'login',
    'logout',
    'refresh-token',
    'forgot-password',
    'reset-password',
    'unlock',
    'verify/x',
    'me',
  ])
  const body = { email: pick(badValues), password: pick(badValues), token: pick(badValues) }
  return { name: 'auth', method: pick(['POST', 'GET']), path: `users/${path}`, body }
}

/** One bad request for Payload's REST, from the fields and relations there are. */
export function badRest(config: SanitizedConfig, pick: Pick): Bad {
  const subject = pick(subjectsOf(config))
  const make = pick([listing, listing, listing, byId, write, write, broken, signIn])
  const bad = make(pick, subject)
  return bad.method === 'GET' ? { ...bad, body: undefined, raw: undefined } : bad
}
