import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { env } from '#env'
import { noncePolicy } from '#front/policy'
import { adminAway } from '#ops/admin-away'
import { adminPolicy, reportPath } from '#ops/admin-policy'
import { payPagePolicy } from '#ops/pay-page-policy'
import { databaseAnswers } from '#ops/pool'
import { hasStaffCookie } from '#ops/staff-cookie'
import { cookieNames } from './app/api/_http/cookies'
import { dropTypedCookie } from './app/api/_http/typed-cookie'

const isAdmin = (path: string): boolean => /^\/admin(\/|$)/.test(path)
/** Where wallets are, if the shop takes them. */
const isWalletPage = (path: string): boolean =>
  env.STRIPE_SECRET_KEY !== undefined && /^(\/[a-z]{2})?\/(cart|checkout)$/.test(path)
const isPayPage = (path: string): boolean => /^(\/[a-z]{2})?\/orders\/[^/]+\/pay$/.test(path)

function policyOf(path: string): string | undefined {
  if (isAdmin(path)) return adminPolicy()
  if (isPayPage(path) || isWalletPage(path)) return payPagePolicy().policy
  return env.isOnPlatform ? noncePolicy(randomBytes(16).toString('base64')) : undefined
}

function referrerPolicyOf(path: string): string {
  if (isAdmin(path)) return 'same-origin'
  return isPayPage(path) ? 'no-referrer' : 'strict-origin-when-cross-origin'
}

function withPolicy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const policy = policyOf(pathname)
  if (policy === undefined) return NextResponse.next()
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Referrer-Policy', referrerPolicyOf(pathname))
  response.headers.set('X-Content-Type-Options', 'nosniff')
  if (isAdmin(pathname)) response.headers.set('Reporting-Endpoints', `policy="${reportPath}"`)
  return response
}

/**
 * The admin, and the pages with a stranger's script, get a policy of their own; where there is no server of ours
 * before Next.js, so do pages that are made for one visitor. Next.js reads its nonce from the request and puts it on its
 * own scripts. A page that shows what was typed into a refused form lets go of it.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl
  if (isAdmin(pathname) && hasStaffCookie(request.headers) && !(await databaseAnswers())) return adminAway()
  const response = withPolicy(request)
  // What was typed into a refused form is shown once. Next.js would hide it from the page at once, were it told by its own means.
  if (request.cookies.has(cookieNames.typed)) response.headers.append('Set-Cookie', dropTypedCookie(pathname))
  return response
}

/**
 * What the admin sends back as a server action is answered with data, and may be large: it does not come this way. Nor
 * does a page that the server of ours has given a policy: it says so in the request.
 */
export const config = {
  matcher: [
    '/orders/:number/pay',
    '/:market(eu|it|de|uk|us)/orders/:number/pay',
    '/:market(eu|it|de|uk|us)?/cart',
    '/:market(eu|it|de|uk|us)?/checkout',
    { source: '/admin/:path*', missing: [{ type: 'header', key: 'next-action' }] },
    {
      source:
        '/:market(eu|it|de|uk|us)?/:page(account|cart|checkout|contact|cookies|draw|find-order|newsletter|orders|preview|stock-alert|wishlist|withdraw)/:rest*',
      missing: [{ type: 'header', key: 'content-security-policy' }],
    },
    {
      source:
        '/:market(eu|it|de|uk|us)?/:page(account|contact|draw|find-order|newsletter|orders|stock-alert|withdraw)/:rest*',
      has: [{ type: 'cookie', key: 'molini-typed' }],
    },
  ],
}
