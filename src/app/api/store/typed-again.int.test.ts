import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTyped } from '#services/typed-words'
import { accountForms } from './forms/account-forms'
import { afterForms } from './forms/after-forms'
import { cartForms } from './forms/cart-forms'
import { checkoutForms } from './forms/checkout-forms'
import { drawForms } from './forms/draw-forms'
import { letterForms } from './forms/letter-forms'
import { securityForms } from './forms/security-forms'
import { sizeForms } from './forms/size-forms'
import { stockForms } from './forms/stock-forms'
import { callStore } from '../_http/testing/call-store'

const send = async (form: string, fields: Record<string, string>) => {
  const { headers, status, cookies } = await callStore(`/forms/${form}`, { form: fields })
  const cookie = headers.getSetCookie().find((one) => one.startsWith('molini-typed='))
  const to = headers.get('location') ?? ''
  return { status, to, cookie, typed: openTyped(cookies['molini-typed'], form) }
}

const hostile = '"><script>alert(1)</script>; Path=/'

test('what was typed into a refused form goes back with the answer, and not in its address', async () => {
  const words = { name: hostile, email: 'ada@example.org', number: '', text: ' ' }
  const { status, to, cookie, typed } = await send('contact', { market: 'it', ...words })
  expect(typed).toEqual(words)
  expect([status, to]).toEqual([303, '/it/contact?problem=validation.failed&fields=text'])
  expect(cookie).toMatch(/^molini-typed=[\w-]+; Path=\/it\/contact; Max-Age=300; SameSite=Lax; HttpOnly/)
})

test('a password is not among it, nor what the form does not ask for', async () => {
  const email = `${randomUUID()}@example.org`
  const { typed } = await send('register', {
    ...{ email, password: email, firstName: 'Ada', lastName: 'Rossi', note: 'hello' },
  })
  expect(typed).toEqual({ email, firstName: 'Ada', lastName: 'Rossi' })
})

test('what is longer than its field takes is cut', async () => {
  const { typed } = await send('newsletter', { email: 'a'.repeat(60_000) })
  expect(typed).toEqual({ email: 'a'.repeat(254) })
})

test('pairs that were chosen come back by their lines', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  const words = { name: 'Ada', email: 'x', part: '1', [`pairs.${one}`]: '1', [`pairs.${other}`]: '0' }
  const { to, typed } = await send('withdraw', { number: 'M-0', key: 'a-key-of-one-page', ...words })
  expect(to).toContain('problem=order.not-found')
  expect(typed).toEqual(words)
})

test('a form that is taken brings nothing back', async () => {
  const { to, cookie } = await send('find-order', { number: 'M-0', email: 'ada@example.org' })
  expect(to).toBe('/find-order?done=sent')
  expect(cookie).toBeUndefined()
})

test('no form brings back a password, a code or a key', () => {
  const forms = {
    ...drawForms,
    ...stockForms,
    ...accountForms,
    ...afterForms,
    ...cartForms,
    ...checkoutForms,
  }
  const kept = Object.values({ ...forms, ...letterForms, ...securityForms, ...sizeForms }).flatMap((form) =>
    Object.keys(form.kept ?? {}),
  )
  expect(kept).toEqual(expect.arrayContaining(['email', 'line1', 'text']))
  expect(kept.filter((name) => /password|(?<!postal)code|token|key|card|website/i.test(name))).toEqual([])
})
