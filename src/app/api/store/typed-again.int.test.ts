import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTyped } from '#services/typed-again'
import { getTestRequest } from '../../../start/testing/payload'
import { accountForms } from './forms/account-forms'
import { afterForms } from './forms/after-forms'
import { cartForms } from './forms/cart-forms'
import { checkoutForms } from './forms/checkout-forms'
import { drawForms } from './forms/draw-forms'
import { letterForms } from './forms/letter-forms'
import { securityForms } from './forms/security-forms'
import { sizeForms } from './forms/size-forms'
import { stockForms } from './forms/stock-forms'
import { callStore, type StoreCall } from '../_http/testing/call-store'

const send = async (form: string, fields: Record<string, string>, call: StoreCall = {}) => {
  const { headers, status, cookies } = await callStore(`/forms/${form}`, { form: fields, ...call })
  const cookie = headers.getSetCookie().find((one) => one.startsWith('molini-typed='))
  const to = headers.get('location') ?? ''
  return { status, to, cookie, typed: await openTyped(await getTestRequest(), cookies['molini-typed'], form) }
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

test('a field with a name that no page gives is not among it, nor what follows the first hundred', async () => {
  const many = Array.from({ length: 150 }, (_, at) => [`pairs.${at}`, '1'] as const)
  const { typed } = await send('withdraw', { [`pairs.${'a'.repeat(100)}`]: '1', ...Object.fromEntries(many) })
  expect(typed).toEqual(Object.fromEntries(many.slice(0, 100)))
})

test('a letter of five thousand characters comes back whole in a small cookie, whatever its alphabet', async () => {
  const text = Array.from({ length: 5_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)))
  const words = { name: ' ', email: 'ada@example.org', text: text.join('') }
  const { cookie, typed } = await send('contact', words)
  expect(typed).toEqual(words)
  expect(cookie?.length).toBeLessThan(500)
})

test('of one caller thirty long texts are kept; of more, all but the longest field comes back', async () => {
  const from = '2001:db8:7::1'
  const words = { name: ' ', email: 'ada@example.org', text: '' }
  const sendLong = () => {
    const text = Array.from({ length: 3_000 }, () =>
      String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000)),
    )
    return send('contact', { ...words, text: text.join('') }, { from })
  }
  const answers = []
  for (let at = 0; at < 31; at += 1) answers.push((await sendLong()).typed)
  expect(answers.slice(0, 30).map((typed) => typed?.text?.length)).toEqual(Array(30).fill(3_000))
  expect(answers.at(-1)).toEqual({ name: ' ', email: 'ada@example.org' })
})

const bag = async () => {
  const { body } = await callStore<{ token: string }>('/carts', { body: {} })
  return { cookie: `molini-cart=${body.token}` }
}

test('so do a code of a promotion and a note with a gift, where they were given', async () => {
  const cart = await bag()
  const code = await send('code', { promotion: 'SPRIGN10', at: 'cart' }, cart)
  expect(code.typed).toEqual({ promotion: 'SPRIGN10' })
  expect(code.cookie).toContain('; Path=/cart; ')
  const giftNote = `${'Auguri! '.repeat(60)}👟`
  const note = await send('gift-note', { giftNote, at: 'checkout', market: 'it' }, cart)
  expect(note.typed).toEqual({ giftNote })
  expect(note.cookie).toContain('; Path=/it/checkout; ')
})

test('the number of a gift card does not, in whichever box it was typed', async () => {
  const cart = await bag()
  const number = 'ABCD-EFGH-JKMN-PQRS-TUVW'
  for (const [form, field] of [
    ['code', 'promotion'],
    ['gift-card', 'code'],
  ] as const) {
    const { to, cookie } = await send(form, { [field]: number }, cart)
    expect(to).toContain('about=gift-card')
    expect(cookie).toBeUndefined()
  }
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
