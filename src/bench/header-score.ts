/**
 * Scores an answer as the HTTP Observatory of MDN does: 100, less what is missing, and what goes beyond the usual on top
 * where nothing much is missing. Source: its published table of scores (github.com/mdn/mdn-http-observatory).
 */

/** An answer as a browser sees it. `cookies`: its Set-Cookie lines; `redirect`: where plain http leads. */
export interface Answer {
  headers: Readonly<Record<string, string | undefined>>
  cookies: readonly string[]
  html: string
  redirect: { status: number; location: string } | undefined
}

export interface Judgement {
  rule: string
  points: number
}

/** What goes beyond the usual counts from here on alone. */
const deserving = 90

const sixMonths = 15_768_000

const directivesOf = (policy: string): Map<string, string[]> =>
  new Map(
    policy
      .split(';')
      .map((line) => line.trim().toLowerCase().split(/\s+/))
      .flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])),
  )

function policyPoints(policy: string | undefined): number {
  if (!policy) return -25
  const directives = directivesOf(policy)
  const of = (name: string): string[] => directives.get(name) ?? directives.get('default-src') ?? ['*']
  const script = of('script-src')
  const objects = of('object-src')
  const isGuarded = script.some((source) => /^'(nonce|sha\d+)-/.test(source))
  const isOpen = (sources: string[]) =>
    sources.some((source) => ['*', 'http:', 'https:', 'data:', 'blob:'].includes(source))
  if (script.includes("'unsafe-inline'") && !isGuarded) return -20
  if (isOpen(script) || isOpen(objects)) return -20
  if (script.includes("'unsafe-eval'")) return -10
  if (of('style-src').includes("'unsafe-inline'")) return 0
  return directives.get('default-src')?.join() === "'none'" ? 10 : 5
}

function cookiePoints(cookies: readonly string[], hasTransport: boolean): number {
  if (cookies.length === 0) return 0
  const judged = cookies.map((line) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim().toLowerCase())
    const isSession = /sess|auth|token|login|customer|csrf/.test(pair.split('=')[0] ?? '')
    if (isSession && !attributes.includes('httponly')) return -30
    if (!attributes.includes('secure')) {
      if (hasTransport) return isSession ? -10 : -5
      return isSession ? -40 : -20
    }
    return attributes.some((attribute) => /^samesite=(lax|strict)$/.test(attribute)) ? 5 : 0
  })
  return Math.min(...judged)
}

function transportPoints(header: string | undefined): number {
  if (!header) return -20
  const age = /max-age=(\d+)/i.exec(header)?.[1]
  if (age === undefined) return -20
  return Number(age) >= sixMonths ? 0 : -10
}

function redirectPoints(redirect: Answer['redirect']): number {
  if (!redirect || redirect.status < 300 || redirect.status > 399) return -20
  return redirect.location.startsWith('https:') ? 0 : -20
}

function referrerPoints(header: string | undefined): number {
  if (!header) return 0
  const safe = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']
  return safe.includes(header.trim().toLowerCase()) ? 5 : -5
}

function framePoints({ headers }: Answer): number {
  const policy = headers['content-security-policy'] ?? ''
  if (directivesOf(policy).has('frame-ancestors')) return 5
  return /^(deny|sameorigin)$/i.test(headers['x-frame-options'] ?? '') ? 0 : -20
}

/** Scripts of others have to be named by their sum; our own come from our own address. */
function scriptPoints(html: string): number {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/gi)]
  const foreign = scripts.filter(([, src = '']) => /^(https?:)?\/\//i.test(src))
  if (foreign.some(([tag, src = '']) => !/\bintegrity=/.test(tag) && !src.startsWith('https:'))) return -50
  return foreign.some(([tag]) => !/\bintegrity=/.test(tag)) ? -5 : 0
}

const sharedPoints = (header: string | undefined): number => (header === '*' ? -50 : 0)

const ownResourcePoints = (header: string | undefined): number =>
  /^same-(origin|site)$/i.test(header ?? '') ? 10 : 0

/** Every rule with what it gives or takes. */
export function judge(answer: Answer): Judgement[] {
  const { headers, cookies, html, redirect } = answer
  const transport = transportPoints(headers['strict-transport-security'])
  return [
    { rule: 'content-security-policy', points: policyPoints(headers['content-security-policy']) },
    { rule: 'cookies', points: cookiePoints(cookies, transport === 0) },
    { rule: 'cross-origin-resource-sharing', points: sharedPoints(headers['access-control-allow-origin']) },
    { rule: 'redirection', points: redirectPoints(redirect) },
    { rule: 'referrer-policy', points: referrerPoints(headers['referrer-policy']) },
    { rule: 'strict-transport-security', points: transport },
    { rule: 'subresource-integrity', points: scriptPoints(html) },
    { rule: 'x-content-type-options', points: headers['x-content-type-options'] === 'nosniff' ? 0 : -5 },
    { rule: 'x-frame-options', points: framePoints(answer) },
    {
      rule: 'cross-origin-resource-policy',
      points: ownResourcePoints(headers['cross-origin-resource-policy']),
    },
  ]
}

/** 0 and more; 100 is what nothing is missing from. */
export function score(answer: Answer): number {
  const points = judge(answer).map((one) => one.points)
  const sum = (some: number[]) => some.reduce((total, one) => total + one, 0)
  const base = 100 + sum(points.filter((one) => one < 0))
  return Math.max(0, base >= deserving ? base + sum(points.filter((one) => one > 0)) : base)
}
