import { createLocalReq, type AuthStrategy } from 'payload'
import { shopperOf } from './sign-in-session'
import { comesFromUs } from './trusted-origin'

const cookieName = 'molini-customer'

const valueOf = (headers: Headers, name: string): string | undefined => {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/**
 * Signs a shopper in on Payload's own API by the `molini-customer` cookie. Payload asks this strategy before its
 * own, so it stands back when staff credentials are there too: in the admin a shopper's cookie must not hide them.
 * The cookie counts only with a trusted `Origin` or `Sec-Fetch-Site`.
 */
export const customerStrategy: AuthStrategy = {
  name: 'molini-customer',
  authenticate: async ({ headers, payload }) => {
    const token = valueOf(headers, cookieName)
    const isStaff = headers.has('authorization') || valueOf(headers, `${payload.config.cookiePrefix}-token`)
    if (!token || isStaff || !comesFromUs(headers, payload.config.csrf)) return { user: null }
    const shopper = await shopperOf(await createLocalReq({}, payload), token)
    return { user: shopper ? { ...shopper, _strategy: 'molini-customer' } : null }
  },
}
