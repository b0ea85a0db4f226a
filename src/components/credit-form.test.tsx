import { renderToStaticMarkup } from 'react-dom/server'
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { creditEntryKinds } from '#domain/credit'
import { markets } from '#domain/markets'
import type { CartView, Money } from '#domain/views'
import de from '#messages/de'
import en from '#messages/en'
import it from '#messages/it'
import { CreditForm } from './credit-form'
import type { Shop, Words } from './shop'

const messages = { en, it, de }
const euro = (amount: number): Money => ({ amount, currency: 'EUR' })

const shopIn = (locale: keyof typeof messages): Shop => ({
  market: markets[locale === 'en' ? 'eu' : locale],
  t: createTranslator({
    locale,
    messages: messages[locale],
    onError: (error) => {
      throw error
    },
  }) as unknown as Words,
})

const cartWith = (credits: CartView['credits'], toPay: number) =>
  ({ credits, toPay: euro(toPay) }) as CartView

describe.each(['en', 'it', 'de'] as const)('in %s', (locale) => {
  const shop = shopIn(locale)
  const draw = (cart: CartView, more: { refused?: string; storeCredit?: Money } = {}) =>
    renderToStaticMarkup(<CreditForm shop={shop} cart={cart} at="cart" {...more} />)

  test('a card that pays says how much, and can be taken out; one that does not says why', () => {
    for (const problem of ['void', 'expired', 'empty'] as const) {
      const html = draw(
        cartWith(
          [
            { id: 'a', kind: 'gift-card', last4: '7H2K', amount: euro(2_000) },
            { id: 'b', kind: 'gift-card', last4: 'QQQQ', amount: euro(0), problem },
          ],
          5_000,
        ),
      )
      expect(html).toContain('7H2K')
      expect(html).toMatch(/value="a"[^>]* name="remove"|name="remove"[^>]* value="a"/)
      expect(html).toContain(shop.t(`credit.reasons.${problem}`))
    }
  })

  test('nothing left to pay asks for no other card; store credit is offered only where there is some', () => {
    const paid = cartWith([{ id: 'a', kind: 'gift-card', last4: '7H2K', amount: euro(5_000) }], 0)
    expect(draw(paid, { storeCredit: euro(900) })).not.toContain('name="code"')
    expect(draw(cartWith([], 5_000), { storeCredit: euro(0) })).not.toContain('name="use"')
    expect(draw(cartWith([], 5_000), { storeCredit: euro(900) })).toMatch(/name="use"/)
  })

  test('a refused code is said at its field, which stands open', () => {
    const html = draw(cartWith([], 5_000), { refused: 'No such card.' })
    expect(html).toMatch(/<details[^>]* open/)
    expect(html).toContain('role="alert"')
  })

  test('every reason and every kind of entry has its word', () => {
    for (const reason of ['unknown', 'void', 'expired', 'currency', 'empty', 'given', 'too-many'])
      expect(shop.t(`credit.reasons.${reason}`)).not.toBe('')
    for (const kind of creditEntryKinds) expect(shop.t(`credit.kinds.${kind}`)).not.toBe('')
  })
})
