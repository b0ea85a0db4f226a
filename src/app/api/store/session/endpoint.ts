import { tidyEmail } from '#services/customer-register'
import { signIn } from '#services/sign-in'
import { forgetCustomer } from '#services/cart-credits'
import { endSession } from '#services/sign-in-session'
import { readJson } from '../../_http/body'
import { cookieNames, dropCookie } from '../../_http/cookies'
import { answer, deviceIn, route } from '../../_http/route'
import { countSignIn, deviceCookie } from '../../_http/known-device'
import { signedIn } from '../../_http/signed-in'
import { credentials } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const given = await readJson(call.request, credentials)
    const email = tidyEmail(given.email)
    const isKnown = await countSignIn(call, email)
    const { customer, ...opened } = await signIn(call.req, { ...given, device: deviceIn(call), isKnown })
    const { isOpen, cookies } = await signedIn(call, customer.id, opened)
    if (isOpen) return answer({ customer }, { cookies: [...cookies, deviceCookie(email)] })
    return answer({ next: 'second-step' }, { status: 202, cookies })
  },
  DELETE: async ({ req, cookie, cartToken }) => {
    const token = cookie(cookieNames.customer)
    if (token) await endSession(req, token)
    await forgetCustomer(req, cartToken())
    const response = new Response(null, { status: 204 })
    response.headers.append('Set-Cookie', dropCookie(cookieNames.customer))
    return response
  },
})
