import { formPaths } from '#components/form-paths'
import { SoldSize } from '#components/size-label'
import { hrefIn, momentIn, type Shop } from '#components/shop'
import { DomainError } from '#domain/errors'
import type { ProductCard } from '#domain/views'
import { getCards } from '#queries/cards'
import { getShopSettings } from '#queries/site'
import { readHold, type HoldKey, type HoldView } from '#services/open-hold'
import { privateMetadata, SmallPage, type PageProps } from '../../../small-page'
import { one, requireShop, visitor, type Query } from '../../../visitor'

export const generateMetadata = privateMetadata('stockAlert.heldTitle')

const worded = new Set(['stock.available', 'rate.limited', 'variant.not-found', 'cart.full'])

/** What the last sending met; that the time is over the page itself says. */
function problemOf({ t }: Shop, query: Query): string | undefined {
  const problem = one(query.problem)
  if (!problem || problem === 'hold.over') return undefined
  if (problem === 'cart.full') return t('bag.notices.cart-full')
  return t(`stockAlert.problems.${worded.has(problem) ? problem.replaceAll('.', '-') : 'other'}`)
}

async function findHold(key: HoldKey): Promise<HoldView | undefined> {
  const { req } = await visitor()
  try {
    return await readHold(req, key)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'resource.not-found') return undefined
    throw error
  }
}

/** What is held behind the link of a mail: into the bag by a button, since readers of mail open links too. */
export default async function HeldPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  if (one(query.done) === 'dropped')
    return (
      <SmallPage shop={shop} title={t('stockAlert.heldTitle')} notice={t('stockAlert.dropped')}>
        <BackToShop shop={shop} />
      </SmallPage>
    )
  const key = { alertId: one(query.alert), token: one(query.token) }
  const hold = await findHold(key)
  if (!hold)
    return (
      <SmallPage shop={shop} title={t('stockAlert.heldTitle')} problem={t('stockAlert.heldUnknown')}>
        <BackToShop shop={shop} />
      </SmallPage>
    )
  const [card] = await getCards(shop.market, [hold.productId])
  const { timezone } = await getShopSettings(shop.market.id)
  return (
    <SmallPage
      shop={shop}
      title={t('stockAlert.heldTitle')}
      lead={leadOf(shop, hold, timezone)}
      problem={problemOf(shop, query)}
    >
      <Pair shop={shop} hold={hold} card={card} />
      {hold.state === 'held' && <Held shop={shop} hold={key} />}
      {hold.state === 'over' && (
        <KeyForm shop={shop} hold={key} action={formPaths.waitAgain}>
          <button className="button">{t('stockAlert.waitAgain')}</button>
        </KeyForm>
      )}
    </SmallPage>
  )
}

function leadOf(shop: Shop, { state, until, size }: HoldView, timezone: string): string {
  const form = size ? '' : 'Thing'
  if (state === 'held' && until)
    return shop.t(`stockAlert.heldLead${form}`, { at: momentIn(shop, until, timezone) })
  return shop.t(`stockAlert.${state === 'waiting' ? 'heldWaiting' : 'heldOver'}${form}`)
}

interface PairProps {
  shop: Shop
  hold: HoldView
  card?: ProductCard
}

function Pair({ shop, hold, card }: PairProps) {
  const { title, slug, size } = hold
  return (
    <ul className="orders mt-7">
      <li>
        {card ? <img src={`/media/${card.image.id}/320.webp`} alt="" width="112" height="112" /> : <span />}
        <div>
          <a className="font-medium link" href={hrefIn(shop, `/p/${slug}`)}>
            {card?.title ?? title}
          </a>
          <p className="small muted">{size && <SoldSize shop={shop} line={hold} size={size} />}</p>
        </div>
      </li>
    </ul>
  )
}

interface KeyProps {
  shop: Shop
  hold: HoldKey
}

function Held({ shop, hold }: KeyProps) {
  const { t } = shop
  return (
    <>
      <KeyForm shop={shop} hold={hold} action={formPaths.openHold}>
        <button className="button">{t('stockAlert.openHold')}</button>
      </KeyForm>
      <KeyForm shop={shop} hold={hold} action={formPaths.dropHold}>
        <button className="plain-button small muted py-3" aria-describedby="drop-hint">
          {t('stockAlert.dropHold')}
        </button>
        <p className="fine muted" id="drop-hint">
          {t('stockAlert.dropHint')}
        </p>
      </KeyForm>
    </>
  )
}

function KeyForm({ shop, hold, action, children }: KeyProps & { action: string; children: React.ReactNode }) {
  return (
    <form method="post" action={action} className="mt-7">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="alert" value={hold.alertId} />
      <input type="hidden" name="token" value={hold.token} />
      {children}
    </form>
  )
}

const BackToShop = ({ shop }: { shop: Shop }) => (
  <p className="mt-7">
    <a className="link" href={hrefIn(shop, '/')}>
      {shop.t('nav.backToShop')}
    </a>
  </p>
)
