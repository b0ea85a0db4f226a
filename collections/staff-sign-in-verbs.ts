import type { Endpoint, PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'
import { z } from 'zod'
import { DomainError } from '#domain/errors'
import {
  beginStaffFactor,
  confirmStaffFactor,
  dropStaffFactor,
  resetStaffFactor,
  staffFactor,
  takeSecondStep,
} from '#services/staff-factor'
import { endOtherStaffSessions, endStaffSession } from '#services/staff-sessions'
import { dropStep, makeStep, staffStepCookie } from '#services/staff-steps'
import { comesFromUs } from '#services/trusted-origin'
import { isStaff } from './access'
import {
  answer,
  asking,
  deviceCookie,
  password,
  post,
  refusing,
  sessionCookie,
  stepCookie,
} from './staff-answers'
import { bodyOf, verbEndpoint } from './verb-endpoint'
import { withReason } from './verb-fields'

const code = z.strictObject({ code: z.string().min(1).max(40) })

const stepIn = (req: PayloadRequest): string => parseCookies(req.headers).get(staffStepCookie) ?? ''

/** Cookies of the step count as those of a session do: when the request is our own page's. */
function requireOurs(req: PayloadRequest): void {
  if (!comesFromUs(req.headers, req.payload.config.csrf)) throw new DomainError('origin.untrusted')
}

/** Payload's own sign-in; where it stops at a second factor the answer is 202, and a cookie for the second step. */
const login: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    const { endpoints } = req.payload.collections.users.config
    const own = (endpoints || []).findLast((one) => one.path === '/login' && one.method === 'post')
    if (!own || own.handler === login.handler) throw new Error('Payload has no sign-in of its own')
    try {
      const signedIn = await own.handler(req)
      signedIn.headers.append('Set-Cookie', deviceCookie(req, req.data?.email))
      return signedIn
    } catch (error) {
      const { stepOf } = req.context
      if (!(error instanceof DomainError && error.code === 'second-factor.needed')) throw error
      if (typeof stepOf !== 'string') throw error
      const step = await makeStep(req, stepOf)
      return answer({ next: 'second-step' }, { status: 202, cookies: [stepCookie(req, step)] })
    }
  },
}

const secondStep = post('/second-step', async (req) => {
  requireOurs(req)
  const given = await bodyOf(req, code)
  const { token, email } = await takeSecondStep(req, { step: stepIn(req), ...given })
  const cookies = [sessionCookie(req, token), stepCookie(req, ''), deviceCookie(req, email)]
  return answer({ signedIn: true }, { cookies })
})

/** Somebody begins anew, perhaps as somebody else. */
const stop = post('/second-step/stop', async (req) => {
  requireOurs(req)
  await dropStep(req, stepIn(req))
  return answer({ signedIn: false }, { cookies: [stepCookie(req, '')] })
})

const state: Endpoint = {
  path: '/second-factor',
  method: 'get',
  handler: refusing(async (req) => answer(await staffFactor(req, asking(req).userId))),
}

/** The secret and the codes for a lost device are in this answer alone. */
const begin = post('/second-factor', async (req) => {
  const who = asking(req)
  const given = await bodyOf(req, password)
  return answer(await beginStaffFactor(req, who, given.password), { status: 201 })
})

const confirm = post('/second-factor/confirm', async (req) => {
  const who = asking(req)
  await confirmStaffFactor(req, who, (await bodyOf(req, code)).code)
  return answer({ state: 'on' })
})

const drop = post('/second-factor/drop', async (req) => {
  const who = asking(req)
  await dropStaffFactor(req, who, (await bodyOf(req, code)).code)
  return answer({ state: 'off' })
})

/** Own sessions, of whoever may act: one who has still to set up a second factor changes nothing. */
function requireActing(req: PayloadRequest): void {
  if (!isStaff(req.user)) throw new DomainError('access.denied')
}

const endOne = post('/sessions/:id/end', async (req) => {
  requireActing(req)
  const { userId } = asking(req)
  return answer(await endStaffSession(req, { userId, id: String(req.routeParams?.id) }))
})

const endOthers = post('/sessions/end-others', async (req) => {
  requireActing(req)
  return answer(await endOtherStaffSessions(req, asking(req)))
})

/** For a colleague who has lost phone and codes. Repeating it changes nothing. */
const reset = verbEndpoint({
  path: '/:id/drop-second-factor',
  permission: 'users.manage',
  body: withReason,
  work: ({ req, id: userId, body }) => resetStaffFactor(req, { userId, ...body }),
})

/** How staff sign in with two steps, set the second up, and sign out elsewhere, on Payload's own REST. */
export const staffVerbs: Endpoint[] = [
  ...[login, secondStep, stop, state, begin, confirm, drop, reset],
  ...[endOne, endOthers],
]
