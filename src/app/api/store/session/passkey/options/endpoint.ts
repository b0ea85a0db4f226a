import { challengeMinutes } from '#services/passkey-challenges'
import { beginPasskeySignIn } from '#services/sign-in-passkey'
import { readJson } from '../../../../_http/body'
import { cookieNames, passkeyCookie } from '../../../../_http/cookies'
import { answer, route } from '../../../../_http/route'
import { passkeyQuestion } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { isSecondStep, isAutofill } = await readJson(call.request, passkeyQuestion)
    await call.count(isAutofill ? 'passkey-autofill' : 'passkey')
    const step = isSecondStep ? (call.cookie(cookieNames.step) ?? '') : undefined
    const { options, token } = await beginPasskeySignIn(call.req, step)
    return answer({ options }, { cookies: [passkeyCookie(token, challengeMinutes * 60)] })
  },
})
