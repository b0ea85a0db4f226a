import { choiceCookies } from '#domain/kept-keys'
import { isSizeSystem } from '#domain/size-systems'
import type { SizeSystem } from '#domain/views'
import { sizeSystemOf, updateCustomer, type CustomerView } from '#services/customer-account'
import { makeCookie } from './cookies'
import type { Call } from './route'

const year = 365 * 86_400

const inBrowser = ({ cookie }: Pick<Call, 'cookie'>): SizeSystem | undefined => {
  const kept = cookie(choiceCookies.sizes)
  return isSizeSystem(kept) ? kept : undefined
}

/** What a shopper reads sizes in: as chosen in this browser, else as kept with the account. */
export const chosenSystem = (
  call: Pick<Call, 'cookie'>,
  customer: Pick<CustomerView, 'sizeSystem'> | undefined,
): SizeSystem | undefined => inBrowser(call) ?? customer?.sizeSystem

/** The cookie that our scripts read, too: no secret. */
export const systemCookie = (system: SizeSystem): string =>
  makeCookie(choiceCookies.sizes, system, { maxAge: year, open: true })

/**
 * After a sign-in the choice of this browser becomes the account's; a browser in which nothing was chosen takes over that of
 * the account, in the cookies it is answered with.
 */
export async function adoptSystem(call: Pick<Call, 'req' | 'cookie'>, customerId: string): Promise<string[]> {
  const sizeSystem = inBrowser(call)
  if (sizeSystem) {
    await updateCustomer(call.req, customerId, { sizeSystem })
    return []
  }
  const kept = await sizeSystemOf(call.req, customerId)
  return kept ? [systemCookie(kept)] : []
}
