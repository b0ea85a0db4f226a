import type { ProductView } from '#domain/views'
import { BeneathSizes } from './beneath-sizes'
import { DrawForm } from './draw'
import { launchIn, type Shop } from './shop'
import { SizeLabel, SizeSystemSwitch } from './size-label'
import { widthIn } from './width-label'

const parts = ['days', 'hours', 'minutes', 'seconds'] as const

/** The time that is left, in boxes of fixed width: the script fills them in, and without it they are not shown. */
function Countdown({ shop, at }: { shop: Shop; at: string }) {
  return (
    <launch-countdown data-at={at}>
      <div className="countdown" aria-hidden="true" data-clock>
        {parts.map((part) => (
          <span key={part}>
            <b data-part={part}>–</b>
            <small>{shop.t(`launch.${part}`)}</small>
          </span>
        ))}
      </div>
      <p className="small" role="status" data-words={shop.t('launch.begun')} data-begun />
    </launch-countdown>
  )
}

/** How many one person may buy, in words. */
export function PerPerson({ shop, product }: { shop: Shop; product: ProductView }) {
  const { kind, perPerson: count } = product
  if (count === undefined) return null
  const words = kind ? 'launch.perPersonThing' : 'launch.perPerson'
  return <p className="small muted per-person">{shop.t(words, { count })}</p>
}

function SizesToCome({ shop, product }: { shop: Shop; product: ProductView }) {
  const { t } = shop
  const widths = [...new Set(product.variants.map(({ width }) => width ?? ''))]
  return (
    <>
      <div className="choice-head">
        <span id="size-label">{t('launch.sizes')}</span>
        <SizeSystemSwitch shop={shop} />
      </div>
      {widths.map((width) => (
        <ul key={width} className="size-grid" aria-label={width ? widthIn(shop, width) : t('launch.sizes')}>
          {product.variants
            .filter((variant) => (variant.width ?? '') === width)
            .map(({ id, labels }) => (
              <li key={id} className="size">
                <SizeLabel labels={labels} segment={product.segment} />
              </li>
            ))}
        </ul>
      ))}
      <BeneathSizes shop={shop} product={product} />
    </>
  )
}

/** Instead of the form that puts a pair into the bag, as long as nobody can buy one. */
export function LaunchSoon({
  shop,
  product,
  launchesAt,
  timezone,
}: {
  shop: Shop
  product: ProductView
  launchesAt: string
  timezone?: string
}) {
  const { t } = shop
  const { draw } = product
  const words = draw ? 'draw.at' : 'launch.from'
  return (
    <section className="launch" aria-labelledby="launch-title">
      <h2 id="launch-title">
        <time dateTime={launchesAt}>{t(words, { at: launchIn(shop, launchesAt, timezone) })}</time>
      </h2>
      {draw && <p className="small muted">{t('draw.closes')}</p>}
      <Countdown shop={shop} at={launchesAt} />
      {draw ? (
        <DrawForm shop={shop} product={product} draw={draw} />
      ) : (
        <>
          {!product.kind && <SizesToCome shop={shop} product={product} />}
          <p className="small">{t('launch.fair')}</p>
        </>
      )}
    </section>
  )
}
