import { signInByPasskey } from '#services/sign-in-passkey'
import { customerOf } from '#services/sign-in-session'
import { readJson } from '../../../_http/body'
import { cookieNames, dropCookie, passkeyCookie } from '../../../_http/cookies'
import { answer, deviceIn, route } from '../../../_http/route'
import { signedIn } from '../../../_http/signed-in'
import { passkeyAnswer } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('passkey')
    const { credential, isSecondStep } = await readJson(call.request, passkeyAnswer)
    const { customerId, ...opened } = await signInByPasskey(call.req, {
      ...{ credential, token: call.cookie(cookieNames.passkey) ?? '', device: deviceIn(call) },
      ...(isSecondStep && { step: call.cookie(cookieNames.step) ?? '' }),
    })
    const { cookies } = await signedIn(call, customerId, opened)
    const over = [passkeyCookie('', 0), dropCookie(cookieNames.step)]
    return answer({ customer: await customerOf(call.req, opened.token) }, { cookies: [...cookies, ...over] })
  },
})
