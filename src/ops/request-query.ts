import { parse } from 'qs-esm'

const longestQuery = 8_000
/** The admin asks by POST for what would be too long for an address, such as a list of many ids. */
export const longestPostedQuery = 200_000
const deepest = 12

/** Whole numbers in range, where Payload would hand anything on to the database. */
const numbers: Readonly<Record<string, { min: number; max: number }>> = {
  limit: { min: 0, max: 10_000 },
  page: { min: 1, max: 1_000_000 },
  depth: { min: 0, max: 10 },
}

const isFine = (value: unknown, { min, max }: { min: number; max: number }): boolean =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max

/** Operators by what they take; what is not here, Payload would pass on into the SQL or fall over. */
const operators = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A filter is `{ path: { operator: value } }`, or `and` and `or` over a list of filters. */
function filterFault(where: unknown): string | undefined {
  if (!isObject(where)) return '"where" must be an object.'
  for (const [path, value] of Object.entries(where)) {
    const fault = ['and', 'or'].includes(path.toLowerCase())
      ? listFault(path, value)
      : clauseFault(path, value)
    if (fault) return fault
  }
  return undefined
}

function listFault(word: string, value: unknown): string | undefined {
  const list = itemsOf(value)
  if (!list) return `"${word}" takes a list.`
  return list.map(filterFault).find((fault) => fault !== undefined)
}

// A long list arrives as an object with numbers for keys.
const itemsOf = (value: unknown): unknown[] | undefined =>
  Array.isArray(value)
    ? value
    : isObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key))
      ? Object.values(value)
      : undefined

const isNoValue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !itemsOf(value)?.every((item) => typeof item === 'string')

function clauseFault(path: string, clause: unknown): string | undefined {
  const name = path.slice(0, 60)
  if (!/^[\w.-]+$/.test(path)) return `"${name}" is no field.`
  if (!isObject(clause)) return `"${name}" needs an operator.`
  const unknown = Object.keys(clause).find((operator) => !operators.has(operator))
  if (unknown) return `"${unknown.slice(0, 30)}" is no operator.`
  return Object.values(clause).some(isNoValue)
    ? `"${name}" is compared with something that is no value.`
    : undefined
}

const sortFault = (sort: unknown): string | undefined => {
  const list = Array.isArray(sort) ? sort : [sort]
  return list.every((one) => typeof one === 'string' && /^[\w.,\s-]*$/.test(one))
    ? undefined
    : '"sort" names fields, separated by commas.'
}

/** What is wrong with a query string in Payload's form, if anything; in words for the caller. */
export function queryFault(search: string, longest = longestQuery): string | undefined {
  if (search.length > longest) return 'The query is too long.'
  if (/%00|\0/.test(search)) return 'The query holds a character that no field can hold.'
  const query = parse(search, { ignoreQueryPrefix: true, depth: deepest, parameterLimit: 5_000 })
  const bad = Object.entries(numbers).find(
    ([name, range]) => query[name] !== undefined && !isFine(query[name], range),
  )
  if (bad) return `"${bad[0]}" must be a whole number from ${bad[1].min} to ${bad[1].max}.`
  if (query.where !== undefined && query.where !== '') {
    const fault = filterFault(query.where)
    if (fault) return fault
  }
  return query.sort === undefined ? undefined : sortFault(query.sort)
}
