import type { PayloadRequest } from 'payload'
import { markets, type MarketId } from '#domain/markets'
import type { PaymentMethodView } from '#domain/views'
import type { PaymentSettings } from './payments/provider'
import { paymentProviders } from './payments/providers'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** The settings as JSON; those of a shop that has none yet are the collection's defaults. */
export const paymentSettingsSql = `coalesce((SELECT json_build_object('manual', coalesce(payment_manual, true),
  'cashOnDelivery', coalesce(payment_cash_on_delivery, true), 'cardMinutes', coalesce(holds_card_minutes, 30),
  'bankTransferDays', coalesce(holds_bank_transfer_days, 7), 'captureLater', coalesce(payment_capture::text = 'manual', false))
  FROM shop_settings LIMIT 1),
  '{"manual":true,"cashOnDelivery":true,"cardMinutes":30,"bankTransferDays":7,"captureLater":false}'::json)`

const read: Statement = { name: 'payment-settings', text: `SELECT ${paymentSettingsSql} AS settings` }

export async function readPaymentSettings(runner: Transaction | PayloadRequest): Promise<PaymentSettings> {
  const [row] = await run<{ settings: PaymentSettings }>(runner, read, [])
  if (!row) throw new Error('No settings were read')
  return row.settings
}

/** The ways to pay that are switched on, named in the market's language. */
export async function paymentMethods(req: PayloadRequest, market: MarketId): Promise<PaymentMethodView[]> {
  const settings = await readPaymentSettings(req)
  return paymentProviders()
    .filter((provider) => provider.isOn(settings))
    .map(({ id, name }) => ({ id, name: name[markets[market].locale] }))
}
