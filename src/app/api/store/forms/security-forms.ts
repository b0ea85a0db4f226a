import { emailLength } from '#domain/address'
import { endOneSession, endOtherSessions } from '#services/account-sessions'
import { confirmEmailChange, requestEmailChange } from '#services/change-email'
import { tidyEmail } from '#services/customer-register'
import { unlinkGoogle } from '#services/link-google'
import { openBySecondStep } from '#services/open-account'
import { beginOwnFactor, confirmOwnFactor, dropOwnFactor } from '#services/own-second-factor'
import { removePasskey, renamePasskey } from '#services/own-passkeys'
import { requestSignInLink, signInByLink } from '#services/sign-in-link'
import { customerOf, sessionSeconds } from '#services/sign-in-session'
import { adoptCart } from '../../_http/adopt-cart'
import { adoptSystem } from '../../_http/chosen-system'
import { check } from '../../_http/body'
import { cookieNames, customerCookie, dropCookie } from '../../_http/cookies'
import { deviceCookie } from '../../_http/known-device'
import { deviceIn, requireCustomer, requireSession, sessionIn } from '../../_http/route'
import { signedIn } from '../../_http/signed-in'
import { safePath } from '../../_http/see-other'
import { passkeyName, signInLinkRequest } from '../schemas'
import { text, type Form, type FormCall, type Onward } from './form'

const here = '/account/security'
const tokenIn = (call: FormCall): string => text(call, 'token').slice(0, 128)
const codeIn = (call: FormCall): string => text(call, 'code').slice(0, 20)
const passwordIn = (call: FormCall): string => (call.fields.get('password') ?? '').slice(0, 1024)
const nextIn = (call: FormCall): string => safePath(text(call, 'next'), '/account')

async function askForLink(call: FormCall): Promise<Onward> {
  const { email } = check(signInLinkRequest, { email: text(call, 'email') })
  await call.count('sign-in-link', tidyEmail(email))
  await requestSignInLink(call.req, { email, next: nextIn(call) })
  return { to: '/account/sign-in-link', query: { done: 'sent' } }
}

async function useLink(call: FormCall): Promise<Onward> {
  await call.count('confirm-link')
  const { customerId, droppedPassword, ...opened } = await signInByLink(call.req, {
    ...{ token: tokenIn(call), session: sessionIn(call), device: deviceIn(call) },
  })
  const { isOpen, cookies } = await signedIn(call, customerId, opened)
  if (!isOpen) return { to: '/account/second-step', query: { next: nextIn(call) }, cookies }
  return droppedPassword
    ? { to: here, query: { done: 'password-dropped' }, cookies }
    : { to: nextIn(call), cookies }
}

async function secondStep(call: FormCall): Promise<Onward> {
  const { customerId, token } = await openBySecondStep(call.req, {
    ...{ step: call.cookie(cookieNames.step) ?? '', code: codeIn(call), device: deviceIn(call) },
    count: (id) => call.count('second-step', id),
  })
  await adoptCart(call, customerId)
  const customer = await customerOf(call.req, token)
  const chosen = await adoptSystem(call, customerId)
  const cookies = [customerCookie(token, sessionSeconds), dropCookie(cookieNames.step), ...chosen]
  if (customer) cookies.push(deviceCookie(customer.email))
  return { to: nextIn(call), cookies }
}

async function beginFactor(call: FormCall): Promise<Onward> {
  const { customerId, token } = await requireSession(call)
  await call.count('second-factor', customerId)
  await beginOwnFactor(call.req, { customerId, session: token, password: passwordIn(call) })
  return { to: '/account/second-factor' }
}

/** Switches the factor on or off by a code of it. */
const byCode =
  (work: typeof confirmOwnFactor, done: string) =>
  async (call: FormCall): Promise<Onward> => {
    const { customerId } = await requireSession(call)
    await call.count('second-factor', customerId)
    await work(call.req, customerId, codeIn(call))
    return { to: here, query: { done } }
  }

async function dropGoogle(call: FormCall): Promise<Onward> {
  const { customerId, token } = await requireSession(call)
  await call.count('second-factor', customerId)
  await unlinkGoogle(call.req, { customerId, session: token, password: passwordIn(call) })
  return { to: here, query: { done: 'google-unlinked' } }
}

async function dropPasskey(call: FormCall): Promise<Onward> {
  const { customerId, token } = await requireSession(call)
  await call.count('second-factor', customerId)
  await removePasskey(call.req, {
    ...{ customerId, session: token, id: text(call, 'id'), password: passwordIn(call) },
  })
  return { to: here, query: { done: 'passkey-removed' } }
}

async function namePasskey(call: FormCall): Promise<Onward> {
  await call.count('account')
  const { id: customerId } = await requireCustomer(call)
  const { name } = check(passkeyName, { name: text(call, 'name') })
  await renamePasskey(call.req, customerId, { id: text(call, 'id'), name })
  return { to: here, query: { done: 'passkey-named' } }
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
  await call.count('change-email', customerId)
  await call.count('mail-to', tidyEmail(email))
  await requestEmailChange(call.req, { customerId, session: token, email, password: passwordIn(call) })
  return { to: here, query: { done: 'email-asked' } }
}

/** Who is signed in where, by which link, and under which address. */
export const securityForms: Readonly<Record<string, Form>> = {
  'sign-in-link': {
    work: askForLink,
    refused: (call) => ({ to: '/account/sign-in-link', query: { next: nextIn(call) } }),
    kept: { email: emailLength },
  },
  'use-link': { work: useLink, refused: () => ({ to: '/account/sign-in-link' }) },
  'second-step': {
    work: secondStep,
    refused: (call, { code }) => ({
      to: code === 'session.stale' ? '/account/sign-in' : '/account/second-step',
      query: { next: nextIn(call) },
    }),
  },
  'factor-begin': { work: beginFactor, refused: () => ({ to: here }) },
  'factor-on': {
    work: byCode(confirmOwnFactor, 'factor-on'),
    refused: () => ({ to: '/account/second-factor' }),
  },
  'factor-off': { work: byCode(dropOwnFactor, 'factor-off'), refused: () => ({ to: here }) },
  'unlink-google': { work: dropGoogle, refused: () => ({ to: here }) },
  'remove-passkey': { work: dropPasskey, refused: () => ({ to: here }) },
  'name-passkey': { work: namePasskey, refused: () => ({ to: here }), kept: { id: 40, name: 60 } },
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
  'change-email': { work: changeEmail, refused: () => ({ to: here }), kept: { email: emailLength } },
  'confirm-email': {
    work: async (call) => {
      await call.count('confirm-link')
      await confirmEmailChange(call.req, { token: tokenIn(call), customerId: (await call.customer())?.id })
      return { to: '/account/confirm-email', query: { done: 'changed' } }
    },
    refused: (call, { code }) =>
      code === 'customer.required'
        ? { to: '/account/sign-in', query: { next: `/account/confirm-email?token=${tokenIn(call)}` } }
        : { to: '/account/confirm-email' },
  },
}
