import { signInByLink } from '#services/sign-in-link'
import { customerOf, sessionSeconds } from '#services/sign-in-session'
import { adoptCart } from '../../../_http/adopt-cart'
import { readJson } from '../../../_http/body'
import { customerCookie } from '../../../_http/cookies'
import { answer, deviceIn, route, sessionIn } from '../../../_http/route'
import { mailedToken } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('confirm-link')
    const { token } = await readJson(call.request, mailedToken)
    const opened = await signInByLink(call.req, { token, session: sessionIn(call), device: deviceIn(call) })
    await adoptCart(call, opened.customerId)
    const customer = await customerOf(call.req, opened.token)
    return answer({ customer }, { cookies: [customerCookie(opened.token, sessionSeconds)] })
  },
})
