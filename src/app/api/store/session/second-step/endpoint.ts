import { openBySecondStep } from '#services/open-account'
import { customerOf, sessionSeconds } from '#services/sign-in-session'
import { adoptCart } from '../../../_http/adopt-cart'
import { adoptSystem } from '../../../_http/chosen-system'
import { readJson } from '../../../_http/body'
import { cookieNames, customerCookie, dropCookie } from '../../../_http/cookies'
import { deviceCookie } from '../../../_http/known-device'
import { answer, deviceIn, route } from '../../../_http/route'
import { factorCode } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { code } = await readJson(call.request, factorCode)
    const { customerId, token } = await openBySecondStep(call.req, {
      ...{ step: call.cookie(cookieNames.step) ?? '', code, device: deviceIn(call) },
      count: (id) => call.count('second-step', id),
    })
    await adoptCart(call, customerId)
    const customer = await customerOf(call.req, token)
    const chosen = await adoptSystem(call, customerId)
    const cookies = [customerCookie(token, sessionSeconds), dropCookie(cookieNames.step), ...chosen]
    if (customer) cookies.push(deviceCookie(customer.email))
    return answer({ customer }, { cookies })
  },
})
