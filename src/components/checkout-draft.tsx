import { addressFieldNames } from '#domain/address'
import type { CheckoutDraft } from '#domain/checkout'
import type { AddressView } from '#domain/views'

const textOf = (data: FormData, name: string): string | undefined => {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : undefined
}

function addressOf(data: FormData, prefix: string): Partial<AddressView> | undefined {
  if (!data.has(`${prefix}.city`)) return undefined
  return Object.fromEntries(addressFieldNames.map((name) => [name, textOf(data, `${prefix}.${name}`) ?? '']))
}

/** What was kept of earlier steps, with what this step's form says now. */
export function readDraft(kept: CheckoutDraft, data: FormData): CheckoutDraft {
  const isPayment = data.get('step') === 'payment'
  const billing = data.has('billingSame') ? undefined : addressOf(data, 'billingAddress')
  return {
    email: textOf(data, 'email') ?? kept.email,
    shippingAddress: addressOf(data, 'shippingAddress') ?? kept.shippingAddress,
    billingAddress: isPayment ? billing : kept.billingAddress,
    shippingOption: textOf(data, 'shippingOption') ?? kept.shippingOption,
    paymentMethod: textOf(data, 'paymentMethod') ?? kept.paymentMethod,
    company: textOf(data, 'company') ?? kept.company,
    vatNumber: textOf(data, 'vatNumber') ?? kept.vatNumber,
  }
}
