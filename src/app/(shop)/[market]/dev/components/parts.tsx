import { Breadcrumb } from '#components/breadcrumb'
import { Choice, EmailField, Field, Problems } from '#components/field'
import { ConsentForm } from '#components/consent-bar'
import { FitBar } from '#components/fit-bar'
import { Pagination } from '#components/pagination'
import { LetterForm } from '#components/letter-form'
import { MaterialPictogram, PartPictogram } from '#components/pictograms'
import { LowestPrice, Price, type PriceTag } from '#components/price'
import type { Shop } from '#components/shop'
import { RatingLink, ShortRating } from '#components/stars'

interface Props {
  shop: Shop
}

export function Buttons() {
  return (
    <section>
      <h2>Buttons</h2>
      <p className="look-row">
        <button className="button">First</button>
        <button className="button second">Second</button>
        <button className="button" data-working="">
          Working
        </button>
        <button className="button" aria-disabled="true">
          Not now
        </button>
        <button className="plain-button">Plain</button>
      </p>
      <p className="on-clay look-clay">
        <button className="button">On clay</button>
      </p>
    </section>
  )
}

export function Prices({ shop }: Props) {
  const money = (amount: number) => ({ amount, currency: shop.market.currency })
  const tags: [string, PriceTag][] = [
    ['One price', { price: money(18_900) }],
    ['Sizes differ', { price: money(18_900), priceFrom: true }],
    ['Reduced', { price: money(14_900), regularPrice: money(18_900), lowest30: money(17_900) }],
    [
      'Lower than regular, yet not than the last 30 days',
      { price: money(14_900), regularPrice: money(18_900), lowest30: money(14_900) },
    ],
  ]
  return (
    <section>
      <h2>Prices and badges</h2>
      <ul className="look-grid">
        {tags.map(([what, tag]) => (
          <li key={what}>
            <Price shop={shop} tag={tag} />
            <LowestPrice shop={shop} tag={tag} />
            <span className="fine muted">{what}</span>
          </li>
        ))}
      </ul>
      <p className="look-row">
        <span className="badge">{shop.t('card.new')}</span>
        <span className="badge">{shop.t('card.lastPairs')}</span>
        <span className="badge sale">−17 %</span>
      </p>
    </section>
  )
}

const fit = { position: -0.4, count: 42, small: 18, true: 21, large: 3, returns: 5 }
const rating = { average: 4.6, count: 23 }

export function Signs({ shop }: Props) {
  return (
    <section>
      <h2>Ratings, fit and materials</h2>
      <div className="look-row">
        <RatingLink shop={shop} rating={rating} />
        <ShortRating shop={shop} rating={rating} />
      </div>
      <FitBar shop={shop} fit={fit} />
      <p className="look-row">
        {(['upper', 'lining', 'sole'] as const).map((part) => (
          <PartPictogram key={part} part={part} />
        ))}
        {(['leather', 'coated-leather', 'textile', 'other'] as const).map((material) => (
          <MaterialPictogram key={material} material={material} />
        ))}
      </p>
    </section>
  )
}

export function Ways({ shop }: Props) {
  return (
    <section>
      <h2>Ways</h2>
      <Breadcrumb
        shop={shop}
        steps={[
          { name: 'Men', href: '/c/men' },
          { name: 'Boots', href: '/c/men/men-boots' },
          { name: 'Chelsea boots' },
        ]}
      />
      {[1, 4, 12].map((page) => (
        <Pagination
          key={page}
          shop={shop}
          page={page}
          pages={12}
          hrefOf={(to) => `#page-${to}`}
          label={`Page ${page} of 12`}
        />
      ))}
    </section>
  )
}

export function Fields({ shop }: Props) {
  const { t } = shop
  const wrong = 'A postal code in Italy has five digits.'
  return (
    <section>
      <h2>Fields</h2>
      <Problems t={t} errors={{ wrong }} labelOf={() => 'With a fault'} />
      <form className="look-form">
        <Field t={t} name="plain" label="As it comes" />
        <Field t={t} name="hinted" label="With a hint" hint="What is meant, before anything is wrong." />
        <Field t={t} name="wrong" label="With a fault" value="12" error={wrong} />
        <EmailField t={t} label="For an e-mail address" hint="With the keyboard for one." />
        <Choice
          name="one"
          id="look-choice"
          label="One of a few"
          value="second"
          options={[
            { value: 'first', label: 'The first' },
            { value: 'second', label: 'The second' },
          ]}
        />
        <Field t={t} name="optional" label="May stay empty" optional />
        <p className="notice">Something that one should know before going on.</p>
        <label className="check">
          <input className="box" type="checkbox" defaultChecked /> Ticked
        </label>
        <label className="check">
          <input className="box" type="checkbox" /> Not ticked
        </label>
        {['By bank transfer', 'On delivery'].map((words, index) => (
          <label key={words} className="radio-card">
            <input className="dot" type="radio" name="choice" defaultChecked={index === 0} /> {words}
          </label>
        ))}
      </form>
      <LetterForm shop={shop} id="look-letter" email="ada@example" error={t('form.errors.email')} />
      <ConsentForm shop={shop} />
    </section>
  )
}
