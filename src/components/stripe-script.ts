/** The part of Stripe's script that we use. Source: docs.stripe.com/js */
export interface CardElement {
  mount(place: HTMLElement): void
  on(name: 'ready' | 'loaderror', listener: () => void): void
  unmount(): void
}

export interface LineItem {
  name: string
  amount: number
}
export interface ShippingRate extends Pick<LineItem, 'amount'> {
  id: string
  displayName: string
}
/** What a wallet is told: all in minor units, the line items at most what the payment comes to. */
export interface WalletSums {
  lineItems: LineItem[]
  shippingRates: ShippingRate[]
}
export interface WalletAddress {
  line1?: string | null
  line2?: string | null
  city?: string | null
  state?: string | null
  postal_code?: string | null
  country?: string | null
}
interface Answerable {
  resolve(sums?: WalletSums): void
  reject(): void
}
export interface WalletPaid {
  expressPaymentType: string
  billingDetails?: { name?: string | null; email?: string | null; phone?: string | null }
  shippingAddress?: { name?: string | null; address: WalletAddress }
  shippingRate?: ShippingRate
  paymentFailed(why: {
    reason: 'fail' | 'invalid_shipping_address' | 'address_unserviceable'
    message?: string
  }): void
}
interface WalletEvents {
  ready: { availablePaymentMethods?: Readonly<Record<string, boolean>> }
  loaderror: object
  click: Pick<Answerable, 'resolve'>
  shippingaddresschange: Answerable & { address: WalletAddress }
  shippingratechange: Answerable & { shippingRate: ShippingRate }
  confirm: WalletPaid
  cancel: object
}
export interface WalletElement extends Omit<CardElement, 'on'> {
  on<Name extends keyof WalletEvents>(name: Name, listener: (event: WalletEvents[Name]) => void): void
}

export interface Elements {
  create(kind: 'payment', options: object): CardElement
  create(kind: 'expressCheckout', options: object): WalletElement
  update(options: { amount: number }): void
  submit(): Promise<{ error?: StripeFault }>
}
export interface StripeFault {
  type: string
  message?: string
}
interface Confirmation {
  elements: Elements
  clientSecret?: string
  confirmParams: { return_url: string }
}
export interface StripeScript {
  elements(options: object): Elements
  /** Leads on when it has worked; answers only when it has not. */
  confirmPayment(how: Confirmation): Promise<{ error?: StripeFault }>
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string, options: { locale: string }) => StripeScript
  }
}

export interface StripeFrom {
  script: string
  publishableKey: string
  locale: string
}

let loading: Promise<void> | undefined

const load = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error('The script did not load'))
    }
    document.head.append(script)
  })

/** Stripe's own script, which may come from nowhere else. Throws when it does not come. */
export async function loadStripe({ script, publishableKey, locale }: StripeFrom): Promise<StripeScript> {
  if (!window.Stripe) loading ??= load(script)
  await loading?.finally(() => (loading = undefined))
  const stripe = window.Stripe?.(publishableKey, { locale })
  if (!stripe) throw new Error('The script brought nothing')
  return stripe
}

const hex = (channel: string): string => Math.round(Number(channel)).toString(16).padStart(2, '0')

/** A colour of the page as it is now, in the dark or not, in the form that a frame elsewhere understands. */
function colour(name: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  document.body.append(probe)
  const [red = '0', green = '0', blue = '0'] = getComputedStyle(probe).color.match(/[\d.]+/g) ?? []
  probe.remove()
  return `#${hex(red)}${hex(green)}${hex(blue)}`
}

export const isDark = (): boolean => {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

export const appearance = () => ({
  theme: isDark() ? 'night' : 'stripe',
  variables: {
    colorPrimary: colour('--accent'),
    colorBackground: colour('--raised'),
    colorText: colour('--ink'),
    colorTextSecondary: colour('--muted'),
    colorDanger: colour('--sale'),
    fontFamily: 'system-ui, sans-serif',
    borderRadius: '2px',
  },
})
