/* Stands in for js.stripe.com in browser tests: the calls that the shop makes, with a form of one card, and wallets with a sheet of
   their own. Source of the events and their order: docs.stripe.com/js, Express Checkout Element. */
{
  const base = new URL(document.currentScript.src).origin

  const go = (to) => {
    window.location.href = to
  }

  window.Stripe = function Stripe(key) {
    return {
      elements: (options) => elementsOf(options),
      confirmPayment: ({ elements, clientSecret, confirmParams }) =>
        elements.mode
          ? confirmWallet(key, elements, { clientSecret, returnUrl: confirmParams.return_url })
          : confirm(key, elements.clientSecret, { returnUrl: confirmParams.return_url, card: typedCard() }),
    }
  }

  function elementsOf({ clientSecret, appearance, locale, mode, amount, currency, captureMethod }) {
    const elements = {
      clientSecret,
      mode,
      amount,
      currency,
      captureMethod,
      isSubmitted: false,
      sheet: undefined,
      update: (changes) => {
        elements.amount = changes.amount ?? elements.amount
        elements.sheet?.draw()
      },
      submit: async () => {
        elements.isSubmitted = true
        return {}
      },
      create: (kind, options) =>
        kind === 'expressCheckout'
          ? wallets(elements, options)
          : cardElement(appearance, locale, options.paymentMethodOrder),
    }
    return elements
  }

  const typedCard = () => document.querySelector('[name=card]').value.replace(/\s/g, '')

  function cardElement(appearance, locale, methods) {
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

  /** Addresses that the owner of the wallet has. A test may give others. */
  const people = () =>
    window.walletAddresses ?? [
      {
        name: 'Ada Rossi',
        line1: 'Via Po 12',
        city: 'Torino',
        state: 'TO',
        postal_code: '10123',
        country: 'IT',
      },
      {
        name: 'Ada Rossi',
        line1: 'Hauptstr. 1',
        city: 'Berlin',
        state: '',
        postal_code: '10115',
        country: 'DE',
      },
      { name: 'Cher', line1: 'Via Po 14', city: 'Torino', state: 'TO', postal_code: '10123', country: 'IT' },
      {
        name: 'Kari Nordmann',
        line1: 'Storgata 1',
        city: 'Oslo',
        state: '',
        postal_code: '0155',
        country: 'NO',
      },
    ]
  const cards = { Good: '4242424242424242', Declined: '4000000000000002', Secured: '4000002500003155' }

  const integrationError = (message) => {
    console.error(`IntegrationError: ${message}`)
    throw new Error(message)
  }

  function check({ lineItems = [], shippingRates }, elements) {
    const sum = lineItems.reduce((all, { amount }) => all + amount, 0)
    if (sum > elements.amount) integrationError(`The line items come to ${sum}, more than ${elements.amount}`)
    if (shippingRates && shippingRates.length === 0) integrationError('There are no shipping rates')
    for (const { amount } of [...lineItems, ...(shippingRates ?? [])])
      if (!Number.isSafeInteger(amount)) integrationError('An amount is no whole number')
  }

  function wallets(elements, options) {
    const listeners = {}
    if (options.shippingAddressRequired && !options.shippingRates?.length)
      integrationError('shippingRates are needed with shippingAddressRequired')
    const element = {
      on: (name, listener) => (listeners[name] = listener),
      unmount: () => elements.sheet?.close(),
      mount: (place) => {
        place.innerHTML = ''
        place.style.cssText = 'display:grid;grid-template-columns:1fr 1fr;gap:8px'
        const offered = window.noWallets ? [] : ['Apple Pay', 'Google Pay']
        for (const name of offered) {
          const button = document.createElement('button')
          button.type = 'button'
          button.textContent = `Buy with ${name}`
          button.style.cssText =
            'min-width:0;height:50px;background:#000;color:#fff;border:1px solid #fff;border-radius:4px'
          button.onclick = () => open(elements, { listeners, options, name })
          place.append(button)
        }
        const available = offered.length ? { applePay: true, googlePay: true } : undefined
        setTimeout(() =>
          listeners.ready?.({ elementType: 'expressCheckout', availablePaymentMethods: available }),
        )
      },
    }
    return element
  }

  function open(elements, { listeners, options, name }) {
    let isShown = false
    setTimeout(() => isShown || integrationError('The click was not resolved within a second'), 1000)
    listeners.click({
      elementType: 'expressCheckout',
      expressPaymentType: name === 'Apple Pay' ? 'apple_pay' : 'google_pay',
      resolve: (sums = {}) => {
        isShown = true
        check(sums, elements)
        show(elements, { listeners, options, name, rates: sums.shippingRates ?? options.shippingRates })
      },
    })
  }

  function show(elements, { listeners, options, name, rates: given }) {
    let rates = given
    let rate = rates[0]
    let person
    const dialog = document.createElement('dialog')
    dialog.setAttribute('aria-label', name)
    document.body.append(dialog)

    const tell = (words) => {
      dialog.querySelector('output').textContent = words
    }
    const total = () => `${(elements.amount / 100).toFixed(2)} ${elements.currency.toUpperCase()}`
    function draw() {
      dialog.querySelector('b').textContent = `Total ${total()}`
      const list = dialog.querySelector('[name=rate]')
      list.replaceChildren(...rates.map(({ id, displayName }) => new Option(displayName, id)))
      list.value = rate.id
    }
    const close = () => {
      dialog.close()
      dialog.remove()
      elements.sheet = undefined
    }
    const once = (work) => {
      let isAnswered = false
      return (value) => {
        if (isAnswered) integrationError('An event was answered twice')
        isAnswered = true
        work(value)
      }
    }
    const answers = (accept, refuse) => {
      const answer = once((work) => work())
      return {
        resolve: (sums = {}) =>
          answer(() => {
            check(sums, elements)
            rates = sums.shippingRates ?? rates
            if (!rates.some(({ id }) => id === rate.id)) rate = rates[0]
            accept()
            draw()
            tell('')
            dialog.dataset.busy = 'no'
          }),
        reject: () =>
          answer(() => {
            refuse()
            dialog.dataset.busy = 'no'
          }),
      }
    }

    function chooseAddress(index) {
      const { country, city, state, postal_code } = people()[index]
      dialog.dataset.busy = 'yes'
      rate = rates[0]
      listeners.shippingaddresschange({
        elementType: 'expressCheckout',
        name: 'Ada',
        address: { country, city, state, postal_code },
        ...answers(
          () => {
            person = people()[index]
            rate = rates[0]
          },
          () => {
            person = undefined
            tell('This address cannot be delivered to')
          },
        ),
      })
    }
    function chooseRate(id) {
      rate = rates.find((one) => one.id === id)
      dialog.dataset.busy = 'yes'
      listeners.shippingratechange({
        elementType: 'expressCheckout',
        shippingRate: rate,
        ...answers(
          () => {},
          () => tell('This way cannot be chosen'),
        ),
      })
    }
    function pay() {
      if (!person) return tell('Choose an address')
      const { name: fullName, ...address } = person
      elements.card = cards[dialog.querySelector('[name=wallet-card]').value]
      elements.isSubmitted = false
      dialog.dataset.busy = 'yes'
      const email = window.walletEmail ?? 'ada.rossi@example.org'
      let isOver = false
      const over = once(() => (isOver = true))
      elements.finish = () => {
        if (!isOver) over()
        close()
      }
      listeners.confirm({
        elementType: 'expressCheckout',
        expressPaymentType: 'apple_pay',
        billingDetails: { name: fullName, email, phone: '', address },
        shippingAddress: { name: fullName, address: { line2: null, ...address } },
        shippingRate: rate,
        paymentFailed: ({ message } = {}) => {
          over()
          dialog.dataset.busy = 'no'
          tell(message ?? 'Payment not completed')
        },
      })
    }

    dialog.innerHTML = `<h2>${name}</h2><p><b></b></p>
      <p><label>Deliver to <select name="address"><option value="">Choose</option></select></label></p>
      <p><label>Method <select name="rate"></select></label></p>
      <p><label>Card <select name="wallet-card">${Object.keys(cards)
        .map((card) => `<option>${card}</option>`)
        .join('')}</select></label></p>
      <p><output role="status"></output></p>
      <button type="button" data-pay>Double-click to pay</button> <button type="button" data-cancel>Cancel</button>`
    const addresses = dialog.querySelector('[name=address]')
    people().forEach(({ name: who, city, country }, index) => {
      if (options.allowedShippingCountries && !options.allowedShippingCountries.includes(country)) return
      addresses.add(new Option(`${who}, ${city}`, String(index)))
    })
    addresses.onchange = () => addresses.value && chooseAddress(Number(addresses.value))
    dialog.querySelector('[name=rate]').onchange = ({ target }) => chooseRate(target.value)
    dialog.querySelector('[data-pay]').onclick = pay
    const cancel = () => {
      close()
      listeners.cancel?.({ elementType: 'expressCheckout' })
    }
    dialog.querySelector('[data-cancel]').onclick = cancel
    dialog.oncancel = cancel
    elements.sheet = { draw, close }
    draw()
    dialog.showModal()
  }

  async function confirmWallet(key, elements, { clientSecret, returnUrl }) {
    if (!elements.isSubmitted) integrationError('elements.submit() was not called before confirmPayment')
    const { amount, captureMethod, card } = elements
    const said = await confirm(key, clientSecret, {
      returnUrl,
      card,
      amount,
      capture_method: captureMethod === 'manual' ? 'manual' : 'automatic',
    })
    elements.finish?.()
    return said
  }

  async function confirm(key, clientSecret, { returnUrl, ...what }) {
    const id = clientSecret.split('_secret_')[0]
    const body = new URLSearchParams({ key, client_secret: clientSecret, ...what })
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
