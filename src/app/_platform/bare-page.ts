import { setTimeout as pause } from 'node:timers/promises'
import { env } from '#env'
import { pageHeader } from '#front/page-header'
import type { Asked } from './asked'

/** Compiled in by a build for a platform that runs Next.js itself; elsewhere there is none, and no such page. */
declare const MOLINI_PAGE_KEY: string | undefined
const pageKey = (): string => (typeof MOLINI_PAGE_KEY === 'string' ? MOLINI_PAGE_KEY : '')
export const isHandling = (): boolean => pageKey() !== ''

export interface BarePage {
  status: 200 | 404 | 307 | 308
  html: string
  location?: string
}

/** Never what the caller says: the deployment's own address, or this machine. */
function ownOrigin(): string {
  if (env.PAGES_FROM) return new URL(env.PAGES_FROM).origin
  return env.VERCEL_URL ? `https://${env.VERCEL_URL}` : `http://127.0.0.1:${env.PORT}`
}

const longest = 20_000
const tries = 12

function ask(url: string): Promise<Response> {
  const bypass = env.VERCEL_AUTOMATION_BYPASS_SECRET
  return fetch(url, {
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(longest),
    headers: {
      Accept: 'text/html',
      [pageHeader]: pageKey(),
      ...(bypass ? { 'x-vercel-protection-bypass': bypass } : {}),
    },
  })
}

const isStale = ({ headers }: Response): boolean =>
  headers.get('x-vercel-cache') === 'STALE' || headers.get('x-nextjs-cache') === 'STALE'

/** An old page is given while a new one is made: the new one is waited for, since this answer is kept too. */
async function askForFresh(url: string): Promise<Response> {
  let answer = await ask(url)
  for (let round = 1; isStale(answer) && round < tries; round += 1) {
    await answer.body?.cancel()
    await pause(50 * round)
    answer = await ask(url)
  }
  return answer
}

/** A path of this shop. Next.js says where to twice, which comes as one line. */
function ownPath(location: string | null): string | undefined {
  const [path = '', ...more] = (location ?? '').split(', ')
  return /^\/(?![/\\])/.test(path) && more.every((one) => one === path) ? path : undefined
}

/**
 * A page as Next.js made it, asked for by nobody in particular: no cookie, no header and no address of a visitor goes
 * along. Throws for an answer that is neither a page nor the way to one.
 */
export async function askForPage({ market, path }: Asked, search = ''): Promise<BarePage> {
  const answer = await askForFresh(`${ownOrigin()}/bare/${market}${path}${search}`)
  const { status, headers } = answer
  if (status === 307 || status === 308) {
    const location = ownPath(headers.get('location'))
    if (location) return { status, html: '', location }
  }
  const isHtml = headers.get('content-type')?.startsWith('text/html') === true
  if ((status !== 200 && status !== 404) || !isHtml)
    throw new Error(`/${market}${path} was answered with ${status}, which is no page`)
  return { status, html: await answer.text() }
}
