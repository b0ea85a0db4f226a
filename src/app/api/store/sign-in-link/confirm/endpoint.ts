import { signInByLink } from '#services/sign-in-link'
import { customerOf } from '#services/sign-in-session'
import { readJson } from '../../../_http/body'
import { answer, deviceIn, route, sessionIn } from '../../../_http/route'
import { signedIn } from '../../../_http/signed-in'
import { mailedToken } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('confirm-link')
    const { token } = await readJson(call.request, mailedToken)
    const { customerId, ...opened } = await signInByLink(call.req, {
      ...{ token, session: sessionIn(call), device: deviceIn(call) },
    })
    const { isOpen, cookies } = await signedIn(call, customerId, opened)
    if (!isOpen) return answer({ next: 'second-step' }, { status: 202, cookies })
    return answer({ customer: await customerOf(call.req, opened.token) }, { cookies })
  },
})
