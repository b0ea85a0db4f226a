import type { ShopSettingsView } from '#domain/content-views'
import type { OrderView } from '#domain/views'
import { moneyIn, type Shop } from './shop'

interface TransferProps {
  shop: Shop
  order: OrderView
  bank: ShopSettingsView['bank']
}

/** Where to transfer the money, and with which words. */
export function Transfer({ shop, order, bank }: TransferProps) {
  const { t } = shop
  const rows = [
    [t('order.to'), bank.accountHolder],
    [t('order.iban'), bank.iban?.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')],
    [t('order.bic'), bank.bic],
    [t('order.bank'), bank.bank],
    [t('order.reference'), order.number],
    [t('order.amount'), moneyIn(shop, order.toPay)],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  return (
    <section className="transfer" aria-label={t('order.transfer')}>
      <dl className="pairs figures">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className={value === order.number ? 'font-semibold' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
