import type { WalletOption, WalletQuote } from '#domain/views'
import { appearance, isDark, loadStripe, type StripeFrom, type WalletSums } from './stripe-script'
import { checkoutOf, isRefusal, placeByWallet, quoteFor, type WalletRefusal } from './wallet-order'

export interface WalletsWanted extends StripeFrom {
  /** The bag in the country that is likely. */
  quote: WalletQuote
  countries: readonly string[]
  /** Money is held when the order is placed, and taken by the order desk. */
  captureLater: boolean
  goods: string
  delivery: string
}

/** What the page hears of its wallets. */
export interface WalletListener {
  /** Whether this browser has any. */
  onReady(hasAny: boolean): void
  onOpen(): void
  /** Answers with the words that the wallet shows, too. */
  onRefused(refusal: WalletRefusal): string
  /** The order stands, and was not paid. */
  onUnpaid(number: string, words?: string): void
  /** The wallet was closed: of an order that stands, its number. */
  onCancel(number?: string): void
  /** Where the payment leads on to. */
  addressOf(number: string): string
  /** The order stands, but its payment could not be begun. */
  onUnbegun(number: string): void
}

const first = ({ options }: WalletQuote): WalletOption | undefined => options[0]

/** Puts the wallets that the browser has into `place`. Throws when the provider's script does not come. */
export async function openWallets(
  place: HTMLElement,
  wanted: WalletsWanted,
  listener: WalletListener,
): Promise<() => void> {
  const stripe = await loadStripe(wanted)
  let quote = wanted.quote
  let chosen = first(quote)
  let placed: string | undefined
  let refusedPlace: WalletRefusal | undefined
  if (!chosen) throw new Error('Nothing can be sent')

  const sums = (): WalletSums => {
    const paid = chosen?.toPay.amount ?? 0
    const sent = Math.min(paid, chosen?.price.amount ?? 0)
    return {
      lineItems: [
        { name: wanted.goods, amount: paid - sent },
        { name: wanted.delivery, amount: sent },
      ],
      shippingRates: quote.options.map(({ id, name, price }) => ({
        id,
        displayName: name,
        amount: price.amount,
      })),
    }
  }
  const elements = stripe.elements({
    mode: 'payment',
    amount: chosen.toPay.amount,
    currency: chosen.toPay.currency.toLowerCase(),
    captureMethod: wanted.captureLater ? 'manual' : 'automatic',
    appearance: appearance(),
    locale: wanted.locale,
  })
  const element = elements.create('expressCheckout', {
    emailRequired: true,
    shippingAddressRequired: true,
    allowedShippingCountries: [...wanted.countries],
    shippingRates: sums().shippingRates,
    buttonHeight: 50,
    buttonTheme: { applePay: isDark() ? 'white' : 'black', googlePay: isDark() ? 'white' : 'black' },
    layout: { maxColumns: 2, maxRows: 1, overflow: 'auto' },
  })
  const choose = (option: WalletOption): void => {
    chosen = option
    elements.update({ amount: option.toPay.amount })
  }

  element.on('ready', ({ availablePaymentMethods }) =>
    listener.onReady(Object.values(availablePaymentMethods ?? {}).some(Boolean)),
  )
  element.on('loaderror', () => listener.onReady(false))
  element.on('click', ({ resolve }) => {
    refusedPlace = undefined
    listener.onOpen()
    resolve(sums())
  })
  element.on('shippingaddresschange', ({ address, resolve, reject }) => {
    void quoteFor(address).then((answer) => {
      const option = isRefusal(answer) ? undefined : first(answer)
      if (isRefusal(answer)) refusedPlace = answer
      else if (!option) refusedPlace = { code: answer.reason ?? 'shipping.unavailable' }
      if (isRefusal(answer) || !option) return reject()
      refusedPlace = undefined
      quote = answer
      choose(option)
      resolve(sums())
    })
  })
  element.on('shippingratechange', ({ shippingRate, resolve, reject }) => {
    const option = quote.options.find(({ id }) => id === shippingRate.id)
    if (!option) return reject()
    choose(option)
    resolve(sums())
  })
  element.on('cancel', () => {
    if (refusedPlace) listener.onRefused(refusedPlace)
    else listener.onCancel(placed)
  })

  element.on('confirm', (paid) => {
    const refuse = (refusal: WalletRefusal): void => {
      const message = listener.onRefused(refusal)
      const isPlace = refusal.code.startsWith('shipping.')
      paid.paymentFailed({ reason: isPlace ? 'address_unserviceable' : 'fail', message })
    }
    const pay = async (): Promise<void> => {
      const option = quote.options.find(({ id }) => id === paid.shippingRate?.id) ?? chosen
      const input = option && checkoutOf(paid, option)
      if (!input) return refuse({ code: 'wallet.address' })
      const { error } = await elements.submit()
      if (error) return refuse({ code: 'other' })
      const answer = await placeByWallet(input)
      if ('refusal' in answer) return refuse(answer.refusal)
      const { order, payment } = answer.placed
      placed = order.number
      if (!payment.clientSecret) {
        paid.paymentFailed({ reason: 'fail' })
        return listener.onUnbegun(order.number)
      }
      const { error: fault } = await stripe.confirmPayment({
        elements,
        clientSecret: payment.clientSecret,
        confirmParams: { return_url: listener.addressOf(order.number) },
      })
      if (fault) listener.onUnpaid(order.number, fault.message)
    }
    void pay()
  })
  element.mount(place)
  return () => element.unmount()
}
