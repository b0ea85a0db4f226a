/** The part of Stripe's script that we use. Source: docs.stripe.com/js */
interface Element {
  mount(place: HTMLElement): void
  on(name: 'ready' | 'loaderror', listener: () => void): void
  unmount(): void
}
interface Elements {
  create(kind: 'payment', options: object): Element
}
interface StripeScript {
  elements(options: object): Elements
  confirmPayment(options: { elements: Elements; confirmParams: { return_url: string } }): Promise<{
    error?: { type: string; message?: string }
  }>
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string, options: { locale: string }) => StripeScript
  }
}

export interface CardForm {
  /** Pays and leads on to `returnUrl`; answers only when it did not work, with words of the provider if it has any. */
  confirm(returnUrl: string): Promise<string | undefined>
  close(): void
}

interface Wanted {
  script: string
  publishableKey: string
  clientSecret: string
  locale: string
}

function loadScript(src: string): Promise<void> {
  if (window.Stripe) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = () => resolve()
    script.onerror = () => reject(new Error('The script did not load'))
    document.head.append(script)
  })
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

const isDark = (): boolean => {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

const appearance = () => ({
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

/** Where the device has one, it pays with a touch; what the provider offers besides follows in its own order. */
const walletsFirst = ['apple_pay', 'google_pay', 'card']

/** Puts the provider's form into `place`. Throws when its script or the form does not come. */
export async function loadCardForm(place: HTMLElement, wanted: Wanted): Promise<CardForm> {
  const { script, publishableKey, clientSecret, locale } = wanted
  await loadScript(script)
  const stripe = window.Stripe?.(publishableKey, { locale })
  if (!stripe) throw new Error('The script brought nothing')
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
