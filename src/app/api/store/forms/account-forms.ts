import { addressFieldNames, addressLengths, emailLength, personLength } from '#domain/address'
import type { AddressView } from '#domain/views'
import { updateCustomer } from '#services/customer-account'
import { addAddress, removeAddress, updateAddress } from '#services/customer-addresses'
import { registerCustomer, tidyEmail } from '#services/customer-register'
import { confirmReset, requestReset } from '#services/customer-reset'
import { signIn } from '#services/sign-in'
import { forgetCustomer } from '#services/cart-credits'
import { endSession } from '#services/sign-in-session'
import { check } from '../../_http/body'
import { cookieNames, dropCookie } from '../../_http/cookies'
import { deviceIn, requireCustomer } from '../../_http/route'
import { countSignIn, deviceCookie } from '../../_http/known-device'
import { signedIn } from '../../_http/signed-in'
import { safePath } from '../../_http/see-other'
import { customerChange, registration, resetConfirmation, resetRequest } from '../schemas'
import { text, type Form, type FormCall, type Onward } from './form'

/** Where a form wants to lead, such as back to the checkout; a path of the default market. */
const next = (call: FormCall, otherwise: string): string => safePath(text(call, 'next'), otherwise)

/** Where somebody was on their way to, for the page in between. */
function afterwards(call: FormCall): { next?: string } {
  const to = next(call, '')
  return to ? { next: to } : {}
}

const given = (call: FormCall, ...names: string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (call.fields.get(name) === null ? [] : [[name, call.fields.get(name) ?? '']])),
  )

async function signInByForm(call: FormCall): Promise<Onward> {
  const { email = '', password = '' } = given(call, 'email', 'password')
  const isKnown = await countSignIn(call, tidyEmail(email))
  const { customer, ...opened } = await signIn(call.req, {
    email: email.slice(0, 254),
    password: password.slice(0, 1024),
    device: deviceIn(call),
    isKnown,
  })
  const { isOpen, cookies } = await signedIn(call, customer.id, opened)
  const to = next(call, '/account')
  return isOpen
    ? { to, cookies: [...cookies, deviceCookie(tidyEmail(email))] }
    : { to: '/account/second-step', query: { next: to }, cookies }
}

async function register(call: FormCall): Promise<Onward> {
  const wanted = check(registration, given(call, 'email', 'password', 'firstName', 'lastName'))
  await call.count('register', tidyEmail(wanted.email))
  await registerCustomer(call.req, { ...wanted, market: call.market })
  return { to: '/account/sign-in', query: { done: 'registered', ...afterwards(call) } }
}

function addressIn({ fields }: FormCall): AddressView {
  const parts = addressFieldNames.map((name) => [name, fields.get(name) ?? undefined])
  return Object.fromEntries(parts) as AddressView
}

async function saveAddress(call: FormCall): Promise<Onward> {
  await call.count('account')
  const customer = await requireCustomer(call)
  const id = text(call, 'id')
  const address = { ...addressIn(call), isDefault: call.fields.has('isDefault') }
  await (id
    ? updateAddress(call.req, customer.id, { ...address, id })
    : addAddress(call.req, customer.id, address))
  return { to: '/account/addresses', query: { done: 'saved' } }
}

const withId = (call: FormCall): Readonly<Record<string, string>> => {
  const id = text(call, 'id')
  return /^[0-9a-f-]{36}$/.test(id) ? { id } : {}
}

export const accountForms: Readonly<Record<string, Form>> = {
  'sign-in': {
    work: signInByForm,
    refused: (call) => ({ to: '/account/sign-in', query: { next: next(call, '/account') } }),
    kept: { email: emailLength },
  },
  'sign-out': {
    work: async ({ req, cookie, cartToken }) => {
      const token = cookie(cookieNames.customer)
      if (token) await endSession(req, token)
      await forgetCustomer(req, cartToken())
      return { to: '/', cookies: [dropCookie(cookieNames.customer)] }
    },
    refused: () => ({ to: '/account' }),
  },
  register: {
    work: register,
    refused: (call) => ({ to: '/account/register', query: afterwards(call) }),
    kept: { email: emailLength, firstName: personLength, lastName: personLength },
  },
  forgot: {
    work: async (call) => {
      const { email } = check(resetRequest, given(call, 'email'))
      await call.count('reset-password', tidyEmail(email))
      await requestReset(call.req, email)
      return { to: '/account/forgot', query: { done: 'sent' } }
    },
    refused: () => ({ to: '/account/forgot' }),
    kept: { email: emailLength },
  },
  reset: {
    work: async (call) => {
      await call.count('confirm-reset')
      await confirmReset(call.req, check(resetConfirmation, given(call, 'token', 'password')))
      return { to: '/account/sign-in', query: { done: 'reset' } }
    },
    refused: (call) => ({ to: '/account/reset', query: { token: text(call, 'token').slice(0, 128) } }),
  },
  address: {
    work: saveAddress,
    refused: (call) => ({ to: '/account/addresses', query: withId(call) }),
    kept: addressLengths,
  },
  'remove-address': {
    work: async (call) => {
      await call.count('account')
      const customer = await requireCustomer(call)
      await removeAddress(call.req, customer.id, text(call, 'id'))
      return { to: '/account/addresses', query: { done: 'removed' } }
    },
    refused: () => ({ to: '/account/addresses' }),
  },
  profile: {
    work: async (call) => {
      await call.count('account')
      const { id } = await requireCustomer(call)
      await updateCustomer(
        call.req,
        id,
        check(customerChange, given(call, 'firstName', 'lastName', 'mySize')),
      )
      return { to: '/account', query: { done: 'saved' } }
    },
    refused: () => ({ to: '/account' }),
  },
}
