import { appearance, loadStripe, type StripeFrom } from './stripe-script'

export interface CardForm {
  /** Pays and leads on to `returnUrl`; answers only when it did not work, with words of the provider if it has any. */
  confirm(returnUrl: string): Promise<string | undefined>
  close(): void
}

interface Wanted extends StripeFrom {
  clientSecret: string
}

/** Where the device has one, it pays with a touch; what the provider offers besides follows in its own order. */
const walletsFirst = ['apple_pay', 'google_pay', 'card']

/** Puts the provider's form into `place`. Throws when its script or the form does not come. */
export async function loadCardForm(place: HTMLElement, wanted: Wanted): Promise<CardForm> {
  const { clientSecret, locale } = wanted
  const stripe = await loadStripe(wanted)
  const elements = stripe.elements({ clientSecret, appearance: appearance(), locale })
  const element = elements.create('payment', { layout: 'tabs', paymentMethodOrder: walletsFirst })
  await new Promise<void>((resolve, reject) => {
    element.on('ready', resolve)
    element.on('loaderror', () => reject(new Error('The form did not load')))
    element.mount(place)
  })
  return {
    confirm: async (returnUrl) => {
      const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: returnUrl } })
      return error?.message
    },
    close: () => element.unmount(),
  }
}
