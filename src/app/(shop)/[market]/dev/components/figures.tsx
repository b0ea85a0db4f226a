import { KeptList } from '#components/kept-list'
import { PasswordForm } from '#components/password-form'
import { QrCode } from '#components/qr-code'
import { SessionList } from '#components/session-list'
import type { Shop } from '#components/shop'
import { SizeLabel, SizeSystemSwitch, SoldSize, SystemName } from '#components/size-label'
import { SizeTable } from '#components/size-table'
import { Stars } from '#components/stars'
import { Sums } from '#components/sums'
import { keptInBrowser } from '#domain/kept-in-browser'

interface Props {
  shop: Shop
}

const rows = [
  { eu: '41', uk: '7.5', usM: '8', usW: '9.5', cm: '26', footMm: 260 },
  { eu: '42', uk: '8', usM: '9', usW: '10.5', cm: '26.5', footMm: 265 },
  { eu: '42 2/3', uk: '8.5', usM: '9.5', usW: '11', cm: '27', footMm: 270 },
]
const [, labels = { eu: '42' }] = rows

export function Sizes({ shop }: Props) {
  return (
    <section>
      <h2>Sizes</h2>
      <SizeSystemSwitch shop={shop} />
      <p>
        <SystemName /> <SizeLabel labels={labels} segment="unisex" />
      </p>
      <p>
        <SoldSize shop={shop} line={{ labels, segment: 'men' }} size="42" />
      </p>
      <SizeTable shop={shop} scale="Men" rows={rows} />
    </section>
  )
}

export function Bag({ shop }: Props) {
  const money = (amount: number) => ({ amount, currency: shop.market.currency })
  const totals = {
    ...{ subtotal: money(37_800), discount: money(3_780), shipping: money(0) },
    ...{ tax: money(6_135), total: money(34_020) },
  }
  return (
    <section>
      <h2>Sums</h2>
      <Sums
        shop={shop}
        totals={totals}
        taxes={[{ rate: 2200, base: money(27_885), tax: money(6_135) }]}
        credits={[{ kind: 'gift-card', last4: 'M2XZ', amount: money(5_000) }]}
        toPay={money(29_020)}
        last={shop.t('bag.totalIncluded')}
      />
      <Stars rating={4.6} />
      <QrCode text="BCD\n002\n1\nSCT" label="A code for the app of a bank" />
    </section>
  )
}

export function Account({ shop }: Props) {
  const seen = { firstSeen: '2026-05-04T09:30:00Z', lastSeen: '2026-06-01T18:05:00Z' }
  return (
    <section>
      <h2>Account</h2>
      <SessionList
        shop={shop}
        sessions={[
          { ...seen, id: 'here', device: 'Firefox on Linux', isThis: true },
          { ...seen, id: 'there', device: '', isThis: false },
        ]}
      />
      <PasswordForm shop={shop} id="look-password" button={shop.t('account.emailAction')} />
      <KeptList shop={shop} kept={keptInBrowser} />
    </section>
  )
}
