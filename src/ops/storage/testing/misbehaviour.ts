import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a store does to the next request instead of serving it. */
export type Fault =
  'none' | 'answers 500' | 'answers 500 after doing it' | 'hangs' | 'breaks off' | 'answers half'

export interface Misbehaving {
  readonly url: string
  /** The next requests, in order. */
  fail(...faults: Fault[]): void
  /** Requests that were refused because their signature was wrong or too old. */
  readonly refused: string[]
  /** All requests, as method and path. */
  readonly seen: string[]
  stop(): Promise<void>
}

export interface Answer {
  status: number
  headers?: Record<string, string>
  body?: Buffer | string
}

export const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function give(response: ServerResponse, { status, headers, body = '' }: Answer, isHalf: boolean): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    ...headers,
    ...(!headers?.['content-length'] && { 'content-length': bytes.byteLength }),
  })
  if (!isHalf) return void response.end(bytes)
  response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => response.destroy())
}

/** A server on this machine whose answers `serve` makes, and which can be told to fail. */
export async function startMisbehaving(
  serve: (request: IncomingMessage, body: Buffer, refused: string[]) => Answer | Promise<Answer>,
): Promise<Misbehaving> {
  const faults: Fault[] = []
  const [refused, seen]: [string[], string[]] = [[], []]
  const server: Server = createServer((request, response) => {
    void (async () => {
      const fault = faults.shift()
      const body = await bodyOf(request)
      seen.push(`${request.method} ${request.url?.split('?')[0]}`)
      if (fault === 'hangs') return
      if (fault === 'breaks off') return void response.destroy()
      if (fault === 'answers 500') return give(response, { status: 500, body: 'no' }, false)
      const answer = await serve(request, body, refused)
      if (fault === 'answers 500 after doing it') return give(response, { status: 500, body: 'no' }, false)
      give(response, answer, fault === 'answers half')
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail: (...more) => void faults.push(...more),
    refused,
    seen,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
