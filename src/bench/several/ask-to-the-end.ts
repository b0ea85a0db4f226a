import { httpClient, type Call } from '../http-client'

/** One kind of call, as often as wanted: each may be another one. */
export interface Asked {
  /** What a window takes of it. */
  limit: number
  /** The address of this machine that asks a process; the same for all where it counts by address. */
  from: (process: number) => string
  call: (index: number) => Call
  /** The answers of calls that are not refused. */
  status: number
}

/** Whatever proxies write into: another caller each time. */
const forged = (index: number): Record<string, string> => {
  const at = index % 250
  return {
    'x-forwarded-for': `203.0.113.${at}`,
    'x-real-ip': `198.51.100.${at}`,
    forwarded: `for=192.0.2.${at}`,
    'x-vercel-forwarded-for': `203.0.113.${at}`,
  }
}

/** Asks every process at once, by four calls at a time, until each has refused. Answers with how many calls were let through. */
export async function askToTheEnd(each: readonly string[], { limit, from, call, status }: Asked) {
  const strange: string[] = []
  const waits: number[] = []
  let accepted = 0
  let index = 0
  const worker = async (ask: ReturnType<typeof httpClient>) => {
    while (accepted <= 2 * limit) {
      const next = call(index++)
      const answer = await ask({ ...next, headers: { ...forged(index), ...next.headers } })
      if (answer.status === 429) return void waits.push(Number(answer.headers['retry-after']))
      accepted += 1
      if (answer.status !== status) strange.push(`${answer.status} ${answer.body.slice(0, 200)}`)
    }
  }
  await Promise.all(
    each.flatMap((url, process) => {
      const ask = httpClient(url, 4, from(process))
      return Array.from({ length: 4 }, () => worker(ask))
    }),
  )
  return { accepted, waits, strange }
}
