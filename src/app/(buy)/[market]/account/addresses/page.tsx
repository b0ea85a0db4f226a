import { AddressFields } from '#components/address-fields'
import { formPaths } from '#components/form-paths'
import { countOf } from '#services/cart'
import { suggestsAddresses } from '#services/address-search/suggest-addresses'
import { listAddresses } from '#services/customer-addresses'
import { messages } from '../../../../words'
import { AccountFrame } from '../../../account-frame'
import { countriesOf } from '../../../countries'
import { faultyIn, fieldErrorsIn, problemIn } from '../../../problem'
import { type PageProps, privateMetadata } from '../../../small-page'
import { typedIn } from '../../../typed'
import { one, requireCustomer, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.addresses')

export default async function AddressesPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const words = messages[shop.market.locale]
  const { req, customer, cartToken } = await requireCustomer(shop, '/account/addresses')
  const addresses = await listAddresses(req, customer.id)
  const typed = await typedIn(query, 'address')
  const problem = problemIn(shop, query)
  const done = one(query.done)
  const notice = done ? t(done === 'removed' ? 'account.removed' : 'account.saved') : undefined
  return (
    <AccountFrame
      shop={shop}
      count={cartToken ? await countOf(req, cartToken) : 0}
      at="addresses"
      title={t('account.addresses')}
    >
      {problem && (
        <p className="problems mt-6 max-w-[620px]" role="alert">
          {problem}
        </p>
      )}
      {notice && (
        <p className="notice mt-6 max-w-[620px]" role="status">
          {notice}
        </p>
      )}
      {addresses.length === 0 && <p className="muted mt-5">{t('account.noAddresses')}</p>}
      <ul className="address-cards">
        {addresses.map(({ id, firstName, lastName, line1, line2, postalCode, city, country }) => (
          <li key={id}>
            <address className="not-italic">
              {firstName} {lastName}
              <br />
              {[line1, line2].filter(Boolean).join(', ')}
              <br />
              {postalCode} {city}, {country}
            </address>
            <form method="post" action={formPaths.removeAddress}>
              <input type="hidden" name="market" value={shop.market.id} />
              <input type="hidden" name="id" value={id} />
              <button className="plain-button small muted mt-2">{t('account.removeAddress')}</button>
            </form>
          </li>
        ))}
      </ul>
      <h2>{t('account.addAddress')}</h2>
      <form className="mt-5 max-w-[620px]" method="post" action={formPaths.address}>
        <input type="hidden" name="market" value={shop.market.id} />
        <AddressFields
          t={t}
          prefix=""
          address={{ firstName: customer.firstName, lastName: customer.lastName, ...typed }}
          countries={countriesOf(shop)}
          errors={fieldErrorsIn(shop, query)}
          focusOn={faultyIn(query)[0]}
          help={{
            market: shop.market.id,
            messages: { address: words.address, form: words.form },
            hasMap: suggestsAddresses(),
            saved: [],
          }}
        />
        <button className="button mt-6">{t('account.saveAddress')}</button>
      </form>
    </AccountFrame>
  )
}
