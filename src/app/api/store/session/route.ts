import { tidyEmail } from '#services/customer-register'
import { signIn } from '#services/sign-in'
import { forgetCustomer } from '#services/cart-credits'
import { endSession, sessionSeconds } from '#services/sign-in-session'
import { readJson } from '../../_http/body'
import { cookieNames, customerCookie, dropCookie } from '../../_http/cookies'
import { adoptCart } from '../../_http/adopt-cart'
import { answer, deviceIn, route } from '../../_http/route'
import { credentials } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const given = await readJson(call.request, credentials)
    await call.count('sign-in', tidyEmail(given.email))
    const { customer, token } = await signIn(call.req, { ...given, device: deviceIn(call) })
    await adoptCart(call, customer.id)
    return answer({ customer }, { cookies: [customerCookie(token, sessionSeconds)] })
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
