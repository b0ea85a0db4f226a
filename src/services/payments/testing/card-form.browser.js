/* Stands in for js.stripe.com in browser tests: the calls that the pay page makes, with a form of one card. */
{
  const base = new URL(document.currentScript.src).origin

  const go = (to) => {
    window.location.href = to
  }

  window.Stripe = function Stripe(key) {
    return {
      elements: ({ clientSecret, appearance, locale }) => ({
        clientSecret,
        create: (_, { paymentMethodOrder }) => element(appearance, locale, paymentMethodOrder),
      }),
      confirmPayment: ({ elements, confirmParams }) =>
        confirm(key, elements.clientSecret, confirmParams.return_url),
    }
  }

  function element(appearance, locale, methods) {
    const listeners = {}
    return {
      on: (name, listener) => (listeners[name] = listener),
      unmount: () => {},
      mount: (place) => {
        place.dataset.theme = appearance?.theme ?? ''
        place.dataset.locale = locale ?? ''
        place.dataset.methods = methods?.join(' ') ?? ''
        place.innerHTML =
          '<label>Card number <input name="card" inputmode="numeric" autocomplete="off" style="border:1px solid; padding:8px; width:100%"></label>'
        queueMicrotask(() => listeners.ready?.())
      },
    }
  }

  async function confirm(key, clientSecret, returnUrl) {
    const id = clientSecret.split('_secret_')[0]
    const card = document.querySelector('[name=card]').value.replace(/\s/g, '')
    const body = new URLSearchParams({ key, client_secret: clientSecret, card })
    const answer = await fetch(`${base}/v1/payment_intents/${id}/confirm`, { method: 'POST', body })
    const intent = await answer.json()
    if (!answer.ok) return { error: intent.error }
    if (intent.status === 'requires_action') {
      go(`${base}/bank/${id}?return=${encodeURIComponent(returnUrl)}`)
      return new Promise(() => {})
    }
    const to = new URL(returnUrl)
    to.searchParams.set('payment_intent', id)
    to.searchParams.set('redirect_status', intent.status === 'processing' ? 'pending' : 'succeeded')
    go(to.href)
    return new Promise(() => {})
  }
}
