import type { FieldError } from '../address'
import type { PromotionEffect } from './promotion'

type Amounts = Readonly<Record<string, unknown>> | null | undefined

/** A promotion as an editor fills it in. */
export interface PromotionForm {
  effect?: PromotionEffect | null
  percent?: number | null
  amount?: Amounts
  buy?: number | null
  get?: number | null
  getPercent?: number | null
  gift?: unknown
  giftQuantity?: number | null
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/** What an effect lacks to have one, field by field. */
export function promotionFaults(form: PromotionForm): FieldError[] {
  const missing = (path: string, message = 'This field is required.') => [{ path, message }]
  const need = (path: keyof PromotionForm) => (isGiven(form[path]) ? [] : missing(path))
  if (form.effect === 'percent') return need('percent')
  if (form.effect === 'amount')
    return Object.entries(form.amount ?? {}).some(([name, value]) => name !== 'id' && isGiven(value))
      ? []
      : missing('amount.eur', 'An amount in one currency at least is required.')
  if (form.effect === 'buy-get') return [...need('buy'), ...need('get'), ...need('getPercent')]
  return form.effect === 'gift' ? [...need('gift'), ...need('giftQuantity')] : []
}
