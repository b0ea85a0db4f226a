import { NextResponse, type NextRequest } from 'next/server'
import { payPagePolicy } from '#ops/pay-page-policy'

/** The one page with a stranger's script gets a policy of its own; Next.js puts the nonce on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const { policy } = payPagePolicy()
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Referrer-Policy', 'no-referrer')
  response.headers.set('X-Content-Type-Options', 'nosniff')
  return response
}

export const config = {
  matcher: ['/orders/:number/pay', '/:market(eu|it|de|uk|us)/orders/:number/pay'],
}
