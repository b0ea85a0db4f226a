import { formPaths } from '#components/form-paths'
import { SoldSize } from '#components/size-label'
import { hrefIn, launchIn, type Shop } from '#components/shop'
import { DomainError } from '#domain/errors'
import { getCards } from '#queries/cards'
import { getShopSettings } from '#queries/site'
import type { EntryKey } from '#services/draw-keys'
import { readEntry, type EntryView } from '#services/leave-draw'
import { EmailAgain } from '../../email-again'
import { privateMetadata, SmallPage, type PageProps } from '../../small-page'
import { one, requireShop, visitor, type Query } from '../../visitor'

export const generateMetadata = privateMetadata('draw.title')

const worded = new Set([
  'validation.failed',
  'draw.closed',
  'rate.limited',
  'variant.not-found',
  'resource.not-found',
])
const notices = ['asked', 'entered', 'left'] as const

function problemOf({ t }: Shop, query: Query): string | undefined {
  const problem = one(query.problem)
  return problem
    ? t(`draw.problems.${worded.has(problem) ? problem.replaceAll('.', '-') : 'other'}`)
    : undefined
}

async function findEntry(key: EntryKey, size: string | undefined): Promise<EntryView | undefined> {
  const { req } = await visitor()
  try {
    return await readEntry(req, key, size)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'resource.not-found') return undefined
    throw error
  }
}

/** Entering a draw: what became of the form, the yes behind the link of a mail, and the end of it; each by a button, since readers of mail open links too. */
export default async function DrawPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const key = { entryId: one(query.entry), token: one(query.token) }
  const size = one(query.size) || undefined
  const done = notices.find((notice) => notice === one(query.done))
  const problem = problemOf(shop, query)
  const isLink = key.entryId !== '' && key.token !== '' && !done && !problem
  const entry = isLink ? await findEntry(key, size) : undefined
  const slug = entry?.slug ?? one(query.product)
  return (
    <SmallPage
      shop={shop}
      title={t('draw.title')}
      lead={entry && leadOf(shop, entry, size !== undefined)}
      problem={isLink && !entry ? t('draw.problems.resource-not-found') : problem}
      notice={done && t(`draw.${done}`)}
    >
      {entry && <Entered shop={shop} entry={entry} />}
      {entry && !(size !== undefined && entry.state === 'drawn') && (
        <KeyForm shop={shop} entry={key} size={size} product={entry.slug} />
      )}
      <EmailAgain
        {...{ shop, query, form: 'enter-draw', action: formPaths.enterDraw }}
        label={t('draw.email')}
        button={t('draw.enter')}
      />
      <p className="mt-7">
        <a className="link" href={hrefIn(shop, /^[a-z0-9-]{1,120}$/.test(slug) ? `/p/${slug}` : '/')}>
          {t(slug ? 'stockAlert.backToProduct' : 'nav.backToShop')}
        </a>
      </p>
    </SmallPage>
  )
}

function leadOf({ t }: Shop, { state }: EntryView, isToConfirm: boolean): string {
  if (!isToConfirm) return t(state === 'drawn' ? 'draw.leaveQueueLead' : 'draw.leaveLead')
  return t(state === 'drawn' ? 'draw.problems.draw-closed' : 'draw.confirmLead')
}

async function Entered({ shop, entry }: { shop: Shop; entry: EntryView }) {
  const [[card], { timezone }] = await Promise.all([
    getCards(shop.market, [entry.productId]),
    getShopSettings(shop.market.id),
  ])
  return (
    <ul className="orders mt-7">
      <li>
        {card ? <img src={`/media/${card.image.id}/320.webp`} alt="" width="112" height="112" /> : <span />}
        <div>
          <p className="font-medium">{card?.title ?? entry.title}</p>
          <p className="small muted">
            {entry.size && <SoldSize shop={shop} line={entry} size={entry.size} />}
          </p>
          <p className="small muted">
            <time dateTime={entry.at}>{shop.t('draw.at', { at: launchIn(shop, entry.at, timezone) })}</time>
          </p>
        </div>
      </li>
    </ul>
  )
}

interface KeyProps {
  shop: Shop
  entry: EntryKey
  /** The size that is to be confirmed; without it one leaves. */
  size?: string
  product: string
}

function KeyForm({ shop, entry, size, product }: KeyProps) {
  return (
    <form
      method="post"
      action={size === undefined ? formPaths.leaveDraw : formPaths.confirmDraw}
      className="mt-7"
    >
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="product" value={product} />
      <input type="hidden" name="entry" value={entry.entryId} />
      <input type="hidden" name="token" value={entry.token} />
      {size !== undefined && <input type="hidden" name="size" value={size} />}
      <button className="button">{shop.t(size === undefined ? 'draw.leave' : 'draw.confirm')}</button>
    </form>
  )
}
