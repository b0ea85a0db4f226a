import { ChildCard, ChildForm } from '#components/child-card'
import { MeasuringForm } from '#components/measuring-form'
import { OwnSizeCard } from '#components/own-size-card'
import { hrefIn, type Shop } from '#components/shop'
import { SizeSystemSwitch } from '#components/size-label'
import { SizeSystemForm } from '#components/size-system-form'
import { growthRoomMm, mostChildren, ownSegments } from '#domain/foot-size'
import { shopTime } from '#domain/shop-clock'
import { getShopSettings } from '#queries/site'
import { countOf } from '#services/cart'
import { measuringChoice } from '#services/measuring-mails'
import type { TypedWords } from '#services/typed-words'
import { sizesOf, type ChildView, type OwnSizeView } from '../../../../api/_http/sizes-view'
import { AccountFrame } from '../../../account-frame'
import { problemIn } from '../../../problem'
import { type PageProps, privateMetadata } from '../../../small-page'
import { typedIn } from '../../../typed'
import { one, requireCustomer, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.sizes')

/** What was sent last and could not be read: the form, and its fields. */
interface Wrong {
  at: string
  fields: readonly string[]
  typed: TypedWords
}

const RulerLink = ({ shop }: { shop: Shop }) => (
  <a className="link" href={hrefIn(shop, '/foot-ruler')}>
    {shop.t('mySizes.ruler')}
  </a>
)

function OwnSizes({ shop, own, wrong }: { shop: Shop; own: readonly OwnSizeView[]; wrong: Wrong }) {
  return (
    <section className="mt-9">
      <div className="section-head">
        <h2>{shop.t('mySizes.own')}</h2>
        <SizeSystemSwitch shop={shop} />
      </div>
      <ul className="address-cards">
        {ownSegments.map((segment) => (
          <OwnSizeCard
            key={segment}
            shop={shop}
            segment={segment}
            size={own.find((size) => size.segment === segment)}
            isWrong={wrong.at === segment && wrong.fields.length > 0}
            typed={wrong.at === segment ? wrong.typed : {}}
          />
        ))}
      </ul>
    </section>
  )
}

interface ChildrenProps {
  shop: Shop
  today: string
  list: readonly ChildView[]
  mails: { isOn: boolean; isProven: boolean }
  wrong: Wrong
}

function Children({ shop, today, list, mails, wrong }: ChildrenProps) {
  const { t } = shop
  const refused = (place: string) =>
    wrong.at === place ? { wrong: wrong.fields, typed: wrong.typed } : { wrong: [], typed: {} }
  return (
    <section className="mt-9">
      <h2 className="mb-2">{t('mySizes.children')}</h2>
      <p className="small muted max-w-[620px]">{t('mySizes.childrenLead', { mm: growthRoomMm })}</p>
      {list.length > 0 && (
        <ul className="address-cards">
          {list.map((child) => (
            <ChildCard key={child.id} shop={shop} today={today} child={child} {...refused(child.id)} />
          ))}
        </ul>
      )}
      {(list.length > 0 || mails.isOn) && <MeasuringForm shop={shop} {...mails} />}
      {list.length < mostChildren ? (
        <div className="mt-6 max-w-[620px]">
          <h3>{t('mySizes.add')}</h3>
          <ChildForm shop={shop} today={today} {...refused('child')} />
        </div>
      ) : (
        <p className="small muted">{t('mySizes.full', { count: mostChildren })}</p>
      )}
    </section>
  )
}

const notices: Readonly<Record<string, string>> = {
  removed: 'account.removed',
  'mails-on': 'measuring.on',
  'mails-off': 'measuring.off',
}

/** The sizes that a shopper keeps: their own, and their children's. */
export default async function SizesPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const { req, customer, cartToken } = await requireCustomer(shop, '/account/sizes')
  const [{ own, children }, mails, { timezone }] = await Promise.all([
    sizesOf(req, customer.id),
    measuringChoice(req, customer.id),
    getShopSettings(shop.market.id),
  ])
  const [problem, done] = [problemIn(shop, query), one(query.done)]
  const at = one(query.at)
  const wrong = {
    ...{ at, fields: one(query.fields).split(',').filter(Boolean) },
    typed: await typedIn(query, ownSegments.some((segment) => segment === at) ? 'own-size' : 'child'),
  }
  return (
    <AccountFrame
      shop={shop}
      count={cartToken ? await countOf(req, cartToken) : 0}
      at="sizes"
      title={t('account.sizes')}
    >
      <p className="muted mt-3 max-w-[620px]">
        {t('mySizes.lead')} <RulerLink shop={shop} />
      </p>
      {problem && (
        <p className="problems mt-6 max-w-[620px]" role="alert">
          {problem}
        </p>
      )}
      {done && (
        <p className="notice mt-6 max-w-[620px]" role="status">
          {t(notices[done] ?? 'account.saved')}
        </p>
      )}
      <SizeSystemForm shop={shop} system={customer.sizeSystem} />
      <OwnSizes shop={shop} own={own} wrong={wrong} />
      <Children
        shop={shop}
        today={shopTime(new Date(), timezone).day}
        list={children}
        mails={mails}
        wrong={wrong}
      />
    </AccountFrame>
  )
}
