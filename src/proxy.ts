import { NextResponse, type NextRequest } from 'next/server'
import { adminPolicy, reportPath } from '#ops/admin-policy'
import { payPagePolicy } from '#ops/pay-page-policy'

/**
 * The admin, and the one page with a stranger's script, get a policy of their own. Next.js reads its nonce from the
 * request and puts it on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const isAdmin = /^\/admin(\/|$)/.test(request.nextUrl.pathname)
  const policy = isAdmin ? adminPolicy() : payPagePolicy().policy
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Referrer-Policy', isAdmin ? 'same-origin' : 'no-referrer')
  response.headers.set('X-Content-Type-Options', 'nosniff')
  if (isAdmin) response.headers.set('Reporting-Endpoints', `policy="${reportPath}"`)
  return response
}

/** What the admin sends back as a server action is answered with data, and may be large: it does not come this way. */
export const config = {
  matcher: [
    '/orders/:number/pay',
    '/:market(eu|it|de|uk|us)/orders/:number/pay',
    { source: '/admin/:path*', missing: [{ type: 'header', key: 'next-action' }] },
  ],
}
