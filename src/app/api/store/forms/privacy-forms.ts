import type { DomainError } from '#domain/errors'
import { askForErasure, confirmErasure } from '#services/ask-erasure'
import { forgetCustomer } from '#services/cart-credits'
import { cookieNames, dropCookie } from '../../_http/cookies'
import { requireCustomer } from '../../_http/route'
import { text, type Form, type FormCall, type Onward } from './form'

async function ask(call: FormCall): Promise<Onward> {
  const { id } = await requireCustomer(call)
  await call.count('erase', id)
  const password = (call.fields.get('password') ?? '').slice(0, 1024)
  await askForErasure(call.req, { customerId: id, password })
  return { to: '/account/privacy', query: { done: 'asked' } }
}

const tokenIn = (call: FormCall): string => text(call, 'token').slice(0, 128)

async function confirm(call: FormCall): Promise<Onward> {
  await call.count('erase')
  await confirmErasure(call.req, tokenIn(call))
  await forgetCustomer(call.req, call.cartToken())
  return {
    to: '/account/erase',
    query: { done: 'erased' },
    cookies: [dropCookie(cookieNames.customer)],
  }
}

/** What is still open, small enough for an address: orders first. */
function openIn({ code, details }: DomainError): Record<string, string> {
  if (code !== 'customer.not-erasable' || !Array.isArray(details.open)) return {}
  const open = details.open as { number?: string; matters: string[] }[]
  return {
    open: open
      .slice(0, 10)
      .map(({ number, matters }) => number ?? matters.join())
      .join(','),
  }
}

/** Closing an account, in two steps. */
export const privacyForms: Readonly<Record<string, Form>> = {
  'erase-account': { work: ask, refused: () => ({ to: '/account/privacy' }) },
  'confirm-erasure': {
    work: confirm,
    refused: (call, refusal) => ({
      to: '/account/erase',
      query: { token: tokenIn(call), ...openIn(refusal) },
    }),
  },
}
