import { Agent, request, type IncomingHttpHeaders } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export interface Call {
  method: 'GET' | 'POST'
  path: string
  headers?: Readonly<Record<string, string>>
  body?: unknown
}

export type Client = (call: Call) => Promise<Answer>

/**
 * A client that keeps its connections, so that a measurement is of the shop and not of opening sockets. `from` is the
 * address of this machine that it calls from.
 */
export function httpClient(origin: string, sockets: number, from?: string): Client {
  const { hostname, port } = new URL(origin)
  const agent = new Agent({ keepAlive: true, maxSockets: sockets, ...(from && { localAddress: from }) })
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const sent = {
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
        ...headers,
      }
      const outgoing = request(
        { agent, hostname, port, method, path, headers: sent, timeout: 30_000 },
        (incoming) => {
          const parts: Buffer[] = []
          incoming.on('data', (part: Buffer) => parts.push(part))
          incoming.on('error', reject)
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(parts).toString(),
            }),
          )
        },
      )
      outgoing.on('timeout', () => outgoing.destroy(new Error('No answer within 30 s')))
      outgoing.on('error', reject)
      outgoing.end(text)
    })
}

/** Runs `work` `times` times, `clients` at once; the seconds it took and each run's milliseconds, sorted. */
export async function inParallel(
  times: number,
  clients: number,
  work: (index: number) => Promise<void>,
): Promise<{ seconds: number; millis: number[] }> {
  const millis: number[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < times; index = next++) {
      const began = performance.now()
      await work(index)
      millis.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, worker))
  return { seconds: (performance.now() - began) / 1000, millis: millis.sort((a, b) => a - b) }
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
