import { stepMinutes, type Opened } from '#services/open-account'
import { sessionSeconds } from '#services/sign-in-session'
import { adoptCart } from './adopt-cart'
import { adoptSystem } from './chosen-system'
import { customerCookie, stepCookie } from './cookies'
import type { Call } from './route'

/**
 * What a first step has opened, as cookies: a session, and with it what lay in the bag and what sizes are read in; or, where
 * a second factor is asked for, no more than the way to it.
 */
export async function signedIn(
  call: Pick<Call, 'req' | 'cartToken' | 'cookie'>,
  customerId: string,
  opened: Opened,
): Promise<{ isOpen: boolean; cookies: string[] }> {
  if (opened.token === undefined)
    return { isOpen: false, cookies: [stepCookie(opened.step, stepMinutes * 60)] }
  await adoptCart(call, customerId)
  const chosen = await adoptSystem(call, customerId)
  return { isOpen: true, cookies: [customerCookie(opened.token, sessionSeconds), ...chosen] }
}
