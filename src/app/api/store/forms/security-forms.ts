import { endOneSession, endOtherSessions } from '#services/account-sessions'
import { confirmEmailChange, requestEmailChange } from '#services/change-email'
import { tidyEmail } from '#services/customer-register'
import { requestSignInLink, signInByLink } from '#services/sign-in-link'
import { sessionSeconds } from '#services/sign-in-session'
import { adoptCart } from '../../_http/adopt-cart'
import { check } from '../../_http/body'
import { cookieNames, customerCookie, dropCookie } from '../../_http/cookies'
import { deviceIn, requireSession, sessionIn } from '../../_http/route'
import { safePath } from '../../_http/see-other'
import { signInLinkRequest } from '../schemas'
import { text, type Form, type FormCall, type Onward } from './form'

const here = '/account/security'
const tokenIn = (call: FormCall): string => text(call, 'token').slice(0, 128)
const nextIn = (call: FormCall): string => safePath(text(call, 'next'), '/account')

async function askForLink(call: FormCall): Promise<Onward> {
  const { email } = check(signInLinkRequest, { email: text(call, 'email') })
  await call.count('sign-in-link', tidyEmail(email))
  await requestSignInLink(call.req, { email, next: nextIn(call) })
  return { to: '/account/sign-in-link', query: { done: 'sent' } }
}

async function useLink(call: FormCall): Promise<Onward> {
  await call.count('confirm-link')
  const { customerId, token, droppedPassword } = await signInByLink(call.req, {
    ...{ token: tokenIn(call), session: sessionIn(call), device: deviceIn(call) },
  })
  await adoptCart(call, customerId)
  const cookies = [customerCookie(token, sessionSeconds)]
  return droppedPassword
    ? { to: here, query: { done: 'password-dropped' }, cookies }
    : { to: nextIn(call), cookies }
}

async function endOne(call: FormCall): Promise<Onward> {
  await call.count('account')
  const session = { ...(await requireSession(call)), id: text(call, 'id') }
  const { isThis } = await endOneSession(call.req, { ...session, cartToken: call.cartToken() })
  if (isThis) return { to: '/account/sign-in', cookies: [dropCookie(cookieNames.customer)] }
  return { to: here, query: { done: 'ended' } }
}

async function changeEmail(call: FormCall): Promise<Onward> {
  const { customerId, token } = await requireSession(call)
  const { email } = check(signInLinkRequest, { email: text(call, 'email') })
  const password = (call.fields.get('password') ?? '').slice(0, 1024)
  await call.count('change-email', customerId)
  await call.count('mail-to', tidyEmail(email))
  await requestEmailChange(call.req, { customerId, session: token, email, password })
  return { to: here, query: { done: 'email-asked' } }
}

/** Who is signed in where, by which link, and under which address. */
export const securityForms: Readonly<Record<string, Form>> = {
  'sign-in-link': {
    work: askForLink,
    refused: (call) => ({ to: '/account/sign-in-link', query: { next: nextIn(call) } }),
  },
  'use-link': { work: useLink, refused: () => ({ to: '/account/sign-in-link' }) },
  'end-session': { work: endOne, refused: () => ({ to: here }) },
  'end-sessions': {
    work: async (call) => {
      await call.count('account')
      const session = await requireSession(call)
      await endOtherSessions(call.req, { ...session, cartToken: call.cartToken() })
      return { to: here, query: { done: 'ended' } }
    },
    refused: () => ({ to: here }),
  },
  'change-email': { work: changeEmail, refused: () => ({ to: here }) },
  'confirm-email': {
    work: async (call) => {
      await call.count('confirm-link')
      await confirmEmailChange(call.req, tokenIn(call))
      return { to: '/account/confirm-email', query: { done: 'changed' } }
    },
    refused: () => ({ to: '/account/confirm-email' }),
  },
}
