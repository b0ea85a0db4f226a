import { badTexts, badValues, wellFormed, type Pick } from './bad-values'

/** What the Store API takes somewhere: enough to get past the first check and into the next. */
const names = [
  'market',
  'variantId',
  'quantity',
  'code',
  'email',
  'password',
  'shippingAddress',
  'billingAddress',
  'shippingOption',
  'paymentMethod',
  'expectedTotal',
  'firstName',
  'token',
  'number',
  'country',
  'mySize',
]
const fitting: readonly unknown[] = [
  'eu',
  'xx',
  1,
  3,
  'ada@example.com',
  'manual',
  'standard',
  { amount: 1, currency: 'EUR' },
  { firstName: 'A', lastName: 'B', line1: 'C', postalCode: '1', city: 'D', country: 'IT' },
  { firstName: '\u0000', country: 'ITALY' },
]
const queries = [
  'market',
  'category',
  'q',
  'each',
  'size',
  'width',
  'colour',
  'brand',
  'segment',
  'material',
  'minPrice',
  'maxPrice',
  'inStock',
  'sort',
  'page',
  'limit',
  'country',
  'postalCode',
]

export interface BadStoreCall {
  query: string
  params: Record<string, string>
  body?: unknown
  raw?: string
  headers: Record<string, string>
}

const header = (text: string) => wellFormed(text).replace(/[^\x20-\x7e]/g, '')

/** One bad call of a Store API route. */
export function badStore(pick: Pick, method: string): BadStoreCall {
  const part = () => wellFormed(pick(badTexts))
  const body = Object.fromEntries(
    Array.from({ length: pick([1, 3, 6, 12]) }, () => [
      pick(names),
      pick([...fitting, ...fitting, ...badValues]),
    ]),
  )
  const query = new URLSearchParams(
    Array.from({ length: pick([0, 1, 3, 12]) }, () => [pick(queries), part()] as [string, string]),
  ).toString()
  const headers = {
    ...(pick([true, false]) && { 'Idempotency-Key': header(pick(badTexts)) }),
    ...(pick([true, false]) && { 'X-Cart-Token': header(pick([...badTexts, 'x'.repeat(43)])) }),
    ...(pick([true, false, false, false]) && { 'X-Order-Token': header(pick(badTexts)) }),
    ...(pick([true, false, false, false]) && {
      'Content-Type': pick(['text/plain', 'application/xml', 'multipart/form-data']),
    }),
    ...(pick([true, false, false, false]) && { 'Accept-Language': header(pick(badTexts)) }),
  }
  const raw = pick([
    undefined,
    undefined,
    undefined,
    '{',
    '[]',
    'null',
    '{"a":"\\u0000"}',
    'x'.repeat(70_000),
  ])
  const params = Object.fromEntries(
    ['id', 'slug', 'number', 'provider', 'form', 'rest'].map((name) => [name, part()]),
  )
  return method === 'GET' || method === 'DELETE'
    ? { query, params, headers }
    : { query, params, headers, ...(raw === undefined ? { body } : { raw }) }
}
