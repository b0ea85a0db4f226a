import { emailLength } from '#domain/address'
import { consentAge, consentCookie, writeConsent } from '#domain/consent'
import { consentChoices, recordConsent } from '#services/consent'
import { messageLengths, sendMessage } from '#services/contact'
import { askForLetter, confirmLetter, leaveLetter } from '#services/newsletter'
import { makeCookie } from '../../_http/cookies'
import { text, type Form, type FormCall, type Onward } from './form'

async function ask(call: FormCall): Promise<Onward> {
  const email = text(call, 'email').slice(0, 254)
  await call.count('letter', email.toLowerCase())
  await askForLetter(call.req, { email, market: call.market })
  return { to: '/newsletter', query: { done: 'asked' } }
}

const subscriberOf = (call: FormCall): [string, string] => [
  text(call, 'subscriber').slice(0, 40),
  text(call, 'token').slice(0, 100),
]

async function confirm(call: FormCall): Promise<Onward> {
  await call.count('letter')
  await confirmLetter(call.req, ...subscriberOf(call))
  return { to: '/newsletter', query: { done: 'confirmed' } }
}

async function leave(call: FormCall): Promise<Onward> {
  await call.count('letter')
  await leaveLetter(call.req, ...subscriberOf(call))
  return { to: '/newsletter', query: { done: 'left' } }
}

async function write(call: FormCall): Promise<Onward> {
  const email = text(call, 'email').slice(0, 254)
  await call.count('message', email.toLowerCase())
  // Shown to nobody: whoever fills it in is no person.
  if (text(call, 'website')) return { to: '/contact', query: { done: 'sent' } }
  const number = text(call, 'number')
  await sendMessage(call.req, {
    name: text(call, 'name'),
    email,
    text: text(call, 'text'),
    market: call.market,
    ...(number && { number }),
  })
  return { to: '/contact', query: { done: 'sent' } }
}

async function choose(call: FormCall): Promise<Onward> {
  await call.count('consent')
  const said = text(call, 'choice')
  const { id, edition } = await recordConsent(call.req, { choice: said, market: call.market })
  const choice = consentChoices.find((one) => one === said) ?? 'refused'
  const value = writeConsent({ choice, edition, receipt: id })
  return {
    to: '/cookies',
    query: { done: choice },
    cookies: [makeCookie(consentCookie, value, { maxAge: consentAge, open: true })],
  }
}

/** The shop's letter, what people write to it, and what they choose about being counted. */
export const letterForms: Readonly<Record<string, Form>> = {
  newsletter: { work: ask, refused: () => ({ to: '/newsletter' }), kept: { email: emailLength } },
  'newsletter-confirm': { work: confirm, refused: () => ({ to: '/newsletter' }) },
  'newsletter-leave': { work: leave, refused: () => ({ to: '/newsletter' }) },
  contact: { work: write, refused: () => ({ to: '/contact' }), kept: messageLengths },
  consent: { work: choose, refused: () => ({ to: '/cookies' }) },
}
