import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CheckoutAnswered } from '#components/checkout-answered'
import { CheckoutForm } from '#components/checkout-form.client'
import { CheckoutSide } from '#components/checkout-side'
import { CheckoutSteps } from '#components/checkout-steps'
import { hrefIn, type Shop } from '#components/shop'
import type { CheckoutDraft } from '#domain/checkout'
import { checkoutSteps, firstOpenStep, stepFaults, type CheckoutStep } from '#domain/checkout-steps'
import { mayCostDuty } from '#domain/markets'
import type { CartView } from '#domain/views'
import { getShopSettings } from '#queries/site'
import { readCheckoutDraft } from '#services/cart'
import { suggestsAddresses } from '#services/address-search/suggest-addresses'
import { listAddresses } from '#services/customer-addresses'
import { paymentMethods } from '#services/payment-methods'
import { shippingChoices } from '#services/shipping-options'
import { messages } from '../../../words'
import { cardRefusalOf, creditOf, noteRefusalOf } from '../../credit-of'
import { codeRefusalOf } from '../../code-refusal'
import { countriesOf } from '../../countries'
import { PlainFrame } from '../../frame'
import { typedIn } from '../../typed'
import { walletsOf } from '../../wallets-of'
import { bagOf, one, requireShop, visitor, type Query } from '../../visitor'

interface Props {
  params: Promise<{ market: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = requireShop((await params).market)
  return { title: `${t('checkout.title')} | Molini`, robots: { index: false } }
}

type Visitor = Awaited<ReturnType<typeof visitor>>

/** What was filled in before; a customer's own address and e-mail where nothing was. */
async function draftOf({ req, cartToken = '', customer }: Visitor): Promise<CheckoutDraft> {
  const draft = await readCheckoutDraft(req, cartToken)
  if (!customer) return draft
  const [address] = draft.shippingAddress ? [] : await listAddresses(req, customer.id)
  return {
    ...draft,
    email: draft.email ?? customer.email,
    shippingAddress: draft.shippingAddress ?? address,
  }
}

interface Bag {
  cart: CartView
  token: string
}

async function requireBag(shop: Shop, found: Visitor): Promise<Bag> {
  const { cart, bought } = await bagOf(found)
  if (bought) redirect(hrefIn(shop, `/orders/${bought}`))
  if (!cart || cart.lines.length === 0 || !found.cartToken) redirect(hrefIn(shop, '/cart'))
  if (cart.market !== shop.market.id) redirect(hrefIn(requireShop(cart.market), '/checkout'))
  return { cart, token: found.cartToken }
}

function stepOf(asked: string, draft: CheckoutDraft, shop: Shop): CheckoutStep {
  const open = firstOpenStep(draft, shop.market.countries)
  const step = checkoutSteps.find((known) => known === asked)
  return step && checkoutSteps.indexOf(step) <= checkoutSteps.indexOf(open) ? step : open
}

export default async function CheckoutPage({ params, searchParams }: Props) {
  const shop = requireShop((await params).market)
  const { t, market } = shop
  const query = await searchParams
  const found = await visitor()
  const { cart, token } = await requireBag(shop, found)
  const draft = await draftOf(found)
  const step = stepOf(one(query.step), draft, shop)
  const countries = countriesOf(shop)
  const country = draft.shippingAddress?.country || market.countries[0] || ''
  const { postalCode } = draft.shippingAddress ?? {}
  const [choices, methods, storeCredit, saved, wallets, { delivery }] = await Promise.all([
    shippingChoices(found.req, token, { country, postalCode }),
    paymentMethods(found.req, market.id),
    creditOf(found, cart),
    found.customer ? listAddresses(found.req, found.customer.id) : [],
    step === 'payment' ? null : walletsOf(found, { cart, at: 'checkout', country }),
    getShopSettings(market.id),
  ])
  const problem = ['code', 'gift-card', 'gift-note'].includes(one(query.about)) ? '' : one(query.problem)
  const words = messages[market.locale]
  return (
    <PlainFrame shop={shop} back={{ href: '/cart', label: t('nav.backToBag') }}>
      <div className="checkout">
        <div className="checkout-form">
          <h1>{t('checkout.title')}</h1>
          {wallets}
          <CheckoutSteps shop={shop} step={step} />
          <CheckoutAnswered shop={shop} step={step} draft={draft} options={choices.options} />
          {step === 'contact' && !found.customer && (
            <p className="mb-5 small">
              <a className="link" href={hrefIn(shop, '/account/sign-in?next=/checkout')}>
                {t('checkout.signIn')}
              </a>
            </p>
          )}
          <CheckoutForm
            key={step}
            market={market.id}
            messages={{
              form: words.form,
              address: words.address,
              checkout: words.checkout,
              bag: words.bag,
              credit: words.credit,
            }}
            step={step}
            draft={{ ...draft, shippingAddress: { ...draft.shippingAddress, country } }}
            countries={countries}
            hasMap={suggestsAddresses()}
            saved={saved.filter((one) => market.countries.includes(one.country))}
            choices={choices}
            methods={methods}
            total={cart.totals.total}
            toPay={cart.toPay}
            isCovered={cart.credits.length > 0 && cart.toPay.amount === 0}
            orderKey={randomUUID()}
            faults={problem === 'validation.failed' ? stepFaults(step, draft, market.countries) : {}}
            problem={
              problem && problem.replaceAll('.', '-') in words.checkout.problems
                ? problem
                : problem && 'other'
            }
          />
        </div>
        <CheckoutSide
          shop={shop}
          cart={cart}
          codeRefused={codeRefusalOf(shop, cart, query)}
          cardRefused={cardRefusalOf(shop, query)}
          typed={await typedIn(query, one(query.about))}
          noteRefused={noteRefusalOf(shop, query)}
          storeCredit={storeCredit}
          hasDuty={mayCostDuty(market, delivery.home)}
        />
      </div>
    </PlainFrame>
  )
}
