import autocannon from 'autocannon'
import { percentile } from './http-client'

const seconds = 8
export const connections = 8
export const compressed = { 'Accept-Encoding': 'br' }

export interface Row {
  what: string
  perSecond: number
  p50: number
  p99: number
  note: string
}

/**
 * Of home, listing and product from memory: times nginx with the same bytes, and milliseconds within which 99 of 100 are
 * answered, with 8 clients on the machine of the server.
 */
export const pageTargets = { besideNginx: 0.5, p99: 5 }

/** Where a page falls short of its targets, in words; `besideNginx` is undefined where there is no nginx. */
export const shortOf = (
  { what, p99, note }: Pick<Row, 'what' | 'p99' | 'note'>,
  besideNginx?: number,
): string[] => [
  ...(p99 > pageTargets.p99 ? [`${what}: p99 ${p99.toFixed(1)} ms > ${pageTargets.p99} ms`] : []),
  ...(besideNginx !== undefined && besideNginx < pageTargets.besideNginx
    ? [`${what}: ${besideNginx.toFixed(2)} x nginx < ${pageTargets.besideNginx}`]
    : []),
  ...(note ? [`${what}: ${note}`] : []),
]

/** Says of a measurement whether all was within its targets; the process exits non-zero where something was not. */
export function judge(short: readonly string[]): void {
  console.log(short.length === 0 ? 'All within the targets.' : `Short of the target: ${short.join(', ')}.`)
  if (short.length > 0) process.exitCode = 1
}

export async function measurePage(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Row> {
  await (await fetch(`${url}${path}`)).arrayBuffer()
  const { requests, latency, non2xx, errors } = await autocannon({
    url: `${url}${path}`,
    connections,
    duration: seconds,
    headers,
  })
  const bad = non2xx + errors
  return {
    what: path,
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    note: bad ? `${bad} were not 2xx` : '',
  }
}

export const rowOf = (
  what: string,
  times: number,
  took: { seconds: number; millis: number[] },
  refused: number,
): Row => ({
  what,
  perSecond: times / took.seconds,
  p50: percentile(took.millis, 0.5),
  p99: percentile(took.millis, 0.99),
  note: refused ? `${refused} were refused` : '',
})

/** The table; `reference` is what one column is a multiple of, per second. */
export function print(rows: readonly Row[], reference: number): void {
  const cells = rows.map(({ what, perSecond, p50, p99, note }) => [
    what,
    perSecond.toFixed(0),
    (perSecond / reference).toFixed(2),
    p50.toFixed(1),
    p99.toFixed(1),
    note,
  ])
  const table = [['what', 'per second', 'x static file', 'p50 ms', 'p99 ms', ''], ...cells]
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of table)
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
}
