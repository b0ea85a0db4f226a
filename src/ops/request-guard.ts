import { parse } from 'qs-esm'

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

const largestBody = 1_048_576
const largestUpload = 25 * 1_048_576
const longestQuery = 8_000

const refuse = (status: number, message: string): Response =>
  Response.json({ errors: [{ message }] }, { status, headers: { 'Cache-Control': 'no-store' } })

/** Whole numbers in range, where Payload would hand anything on to the database. */
const numbers: Readonly<Record<string, { min: number; max: number }>> = {
  limit: { min: 0, max: 10_000 },
  page: { min: 1, max: 1_000_000 },
  depth: { min: 0, max: 10 },
}

const isFine = (value: unknown, { min, max }: { min: number; max: number }): boolean =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max

function queryFault(search: string): string | undefined {
  if (search.length > longestQuery) return 'The query is too long.'
  if (/%00|\0/.test(search)) return 'The query holds a character that no field can hold.'
  const query = parse(search, { ignoreQueryPrefix: true, depth: 12, parameterLimit: 400 })
  const bad = Object.entries(numbers).find(
    ([name, range]) => query[name] !== undefined && !isFine(query[name], range),
  )
  if (bad) return `"${bad[0]}" must be a whole number from ${bad[1].min} to ${bad[1].max}.`
  if (query.where !== undefined && (typeof query.where !== 'object' || query.where === null))
    return '"where" must be an object.'
  return undefined
}

const isUpload = (type: string) => type.startsWith('multipart/form-data')

async function bodyFault(request: Request): Promise<Response | undefined> {
  const type = request.headers.get('content-type') ?? ''
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > (isUpload(type) ? largestUpload : largestBody)) return refuse(413, 'The body is too large.')
  if (!type.includes('json')) return undefined
  const text = await request.clone().text()
  if (text.length > largestBody) return refuse(413, 'The body is too large.')
  if (/\\u0000|\0/.test(text)) return refuse(400, 'The body holds a character that no field can hold.')
  try {
    if (text !== '') JSON.parse(text)
  } catch {
    return refuse(400, 'The body is not JSON.')
  }
  return undefined
}

/** Nobody becomes the first member of staff over the network: the owner is made at the first start. */
const closedPaths =
  /^\/api\/users\/(first-register|init)\/?$|^\/api\/customers\/(login|logout|refresh-token|forgot-password|reset-password|unlock|verify|first-register|init)(\/|$)/

/** Refuses what is malformed before Payload sees it. The answer is small, plain and never a 500. */
export function guardRequest<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const url = new URL(request.url)
    if (closedPaths.test(url.pathname)) return refuse(404, 'There is nothing here.')
    if (/%00|\0/.test(url.pathname)) return refuse(400, 'The path is malformed.')
    const fault = queryFault(url.search)
    if (fault) return refuse(400, fault)
    const bad = ['GET', 'HEAD', 'OPTIONS'].includes(request.method) ? undefined : await bodyFault(request)
    return bad ?? handler(request, context)
  }
}
