'use client'

import { useRef, useState } from 'react'
import type { CheckoutDraft } from '#domain/checkout'
import { stepFaults, type CheckoutStep, type FieldFault, type FieldFaults } from '#domain/checkout-steps'
import { markets, type MarketId } from '#domain/markets'
import type { AddressView, Money, PaymentMethodView, ShippingChoices } from '#domain/views'
import type { CountryName } from './address-fields'
import { placeOf, useChoices } from './checkout-choices'
import { readDraft } from './checkout-draft'
import { ContactStep } from './checkout-contact'
import { DeliveryStep } from './checkout-delivery'
import { PaymentStep } from './checkout-payment'
import { placeByScript, type Placed } from './checkout-place'
import type { StepProps } from './checkout-step-props'
import { Problems } from './field'
import { formPaths } from './form-paths'
import { lightWords, type Phrases } from './light-words'
import type { Words } from './shop'

export interface CheckoutFormProps {
  market: MarketId
  messages: Phrases
  step: CheckoutStep
  draft: CheckoutDraft
  countries: readonly CountryName[]
  /** A map may be asked while an address is typed. */
  hasMap: boolean
  /** Of the customer who is signed in. */
  saved: readonly AddressView[]
  choices: ShippingChoices
  methods: readonly PaymentMethodView[]
  total: Money
  /** After gift cards and store credit. */
  toPay: Money
  isCovered: boolean
  /** Makes pressing twice, or once more after a lost answer, one order. */
  orderKey: string
  /** What the last sending without script met. */
  faults: FieldFaults
  problem?: string
}

const wordFor = (t: Words, draft: CheckoutDraft) => (fault: FieldFault) =>
  t(`form.errors.${fault}`, { country: draft.shippingAddress?.country ?? '' })

/**
 * One step of the checkout. It is a plain form that the server answers; in the browser it says what is wrong
 * before sending, and places the order without leaving the page, so that nothing typed is lost on a refusal.
 */
export function CheckoutForm(props: CheckoutFormProps) {
  const { market, messages, step, countries, orderKey, total, toPay, isCovered } = props
  const t = lightWords(markets[market].locale, messages)
  const shop = { market: markets[market], t }
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(props.draft)
  const [faults, setFaults] = useState<FieldFaults>(props.faults)
  const [summary, setSummary] = useState<FieldFaults>(props.faults)
  const [problem, setProblem] = useState(props.problem)
  const [placed, setPlaced] = useState<Placed>()
  const [isWorking, setWorking] = useState(false)
  const choices = useChoices(props.choices, placeOf(props.draft.shippingAddress))
  const isHeld = useRef(false)
  const codes = countries.map(({ code }) => code)
  const inWords = (some: FieldFaults) =>
    Object.fromEntries(Object.entries(some).map(([name, fault]) => [name, wordFor(t, draft)(fault)]))
  const errors = inWords(faults)

  const current = (): CheckoutDraft =>
    form.current ? readDraft(props.draft, new FormData(form.current)) : draft

  const check = (only?: string): boolean => {
    const now = current()
    const found = stepFaults(step, now, codes)
    setDraft(now)
    setFaults((before) => (only ? keepOnly({ ...before }, found, only) : found))
    if (!only) setSummary(found)
    return Object.keys(found).length === 0
  }

  const place = async () => {
    setWorking(true)
    const answer = await placeByScript(current(), { key: orderKey, total, toPay, shop })
    if (answer.href) return location.assign(answer.href)
    setWorking(false)
    setPlaced(answer)
    setProblem(answer.problem)
    setFaults(answer.faults ?? {})
    setSummary(answer.faults ?? {})
  }

  /** Who brings it is known only when the ways to the place that is typed now are shown: the step goes on by itself then. */
  const hold = (): boolean => {
    if (isHeld.current) return true
    const shown = choices.follow(placeOf(current().shippingAddress))
    if (!shown) return false
    isHeld.current = true
    void shown.then(() => {
      isHeld.current = false
      form.current?.requestSubmit()
    })
    return true
  }

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    if ((event.nativeEvent as SubmitEvent).submitter?.getAttribute('name') === 'refresh') return
    if (step === 'delivery' && hold()) return event.preventDefault()
    const isRight = check()
    if (!isRight || step === 'payment' || isWorking) event.preventDefault()
    if (!isRight) requestAnimationFrame(() => document.getElementById('problems')?.focus())
    else if (step === 'payment' && !isWorking) void place()
  }

  // A word that comes or goes moves the button below it: not between the pressing and the letting go of a mouse.
  const onBlur = ({ target }: React.FocusEvent<HTMLInputElement>) =>
    setTimeout(() => check(target.name), settle)
  const onInput = ({ target }: React.InputEvent<HTMLFormElement>) => {
    const { name } = target as HTMLInputElement
    if (faults[name]) check(name)
  }
  const isPickup = choices.options.some(({ id, kind }) => id === draft.shippingOption && kind === 'pickup')
  const help = { market, messages, hasMap: props.hasMap, saved: props.saved }
  const shared: StepProps = { shop, draft, countries, help, errors, onBlur }
  return (
    <form ref={form} method="post" action={formPaths.checkout} noValidate onSubmit={submit} onInput={onInput}>
      <input type="hidden" name="market" value={market} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="key" value={orderKey} />
      {step !== 'contact' && <input type="hidden" name="email" value={draft.email ?? ''} />}
      {problem && Object.keys(summary).length === 0 && (
        <div className="problems" role="alert">
          {t(`checkout.problems.${problem.replace('.', '-')}`, placed?.values ?? {})}{' '}
          {placed?.link && (
            <a href={placed.link.href} className="link">
              {t(placed.link.words)}
            </a>
          )}
        </div>
      )}
      <Problems t={t} errors={inWords(summary)} labelOf={(name) => labelOf(t, name)} />
      {step === 'contact' && <ContactStep {...shared} />}
      {step === 'delivery' && <DeliveryStep {...shared} choices={choices} />}
      {step === 'payment' && (
        <PaymentStep {...shared} {...{ isPickup, isWorking, toPay, isCovered }} methods={props.methods} />
      )}
    </form>
  )
}

const settle = 250

function labelOf(t: Words, name: string): string {
  const part = name.split('.').at(-1) ?? name
  if (name.includes('.')) return t(`address.${part}`)
  return t(
    {
      email: 'checkout.email',
      shippingOption: 'checkout.how',
      company: 'checkout.company',
      vatNumber: 'checkout.vatNumber',
    }[part] ?? 'checkout.pay',
  )
}

/** While one fills in, a field is judged when one leaves it, not before. */
function keepOnly(before: Record<string, FieldFault>, found: FieldFaults, name: string): FieldFaults {
  delete before[name]
  return found[name] ? { ...before, [name]: found[name] } : before
}
