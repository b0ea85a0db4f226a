import { expect, test } from 'vitest'
import { consentAge, consentCookie } from '#domain/consent'
import { keptInBrowser } from '#domain/kept-in-browser'
import { challengeMinutes } from '#services/passkey-challenges'
import { stepMinutes } from '#services/open-account'
import { sessionSeconds } from '#services/sign-in-session'
import {
  cartCookie,
  cookieNames,
  customerCookie,
  makeCookie,
  orderCookie,
  passkeyCookie,
  stepCookie,
} from './cookies'
import { googleCookie, googleCookieName } from './google-cookie'
import { deviceCookie } from './known-device'
import { typedCookie } from './typed-cookie'
import { wishlistCookie } from './wisher'

const set: Readonly<Record<string, string>> = {
  cart: cartCookie('t'),
  wishlist: wishlistCookie('t'),
  order: orderCookie('…', 't'),
  customer: customerCookie('t', sessionSeconds),
  step: stepCookie('t', stepMinutes * 60),
  device: deviceCookie('ada@example.com'),
  passkey: passkeyCookie('t', challengeMinutes * 60),
  typed: typedCookie('/contact', 't'),
  google: googleCookie({ state: 's', nonce: 'n', verifier: 'v', next: '/', market: 'eu' }),
  consent: makeCookie(consentCookie, 't', { maxAge: consentAge, open: true }),
}

test.each(Object.entries(set))(
  'the cookie %s has the name and the age that shoppers are told',
  (id, cookie) => {
    const [, name, age] = /^([^=]+)=.*; Max-Age=(\d+);/.exec(cookie) ?? []
    expect(keptInBrowser.find((one) => one.id === id)).toMatchObject({
      name,
      age: Number(age),
      place: 'cookie',
    })
  },
)

test('every cookie of the shop is told of', () => {
  const names = [...Object.values(cookieNames), googleCookieName, consentCookie]
  const told = keptInBrowser.map(({ name }) => name.replace(/-…$/, ''))
  expect(names.filter((name) => !told.includes(name))).toEqual([])
})
