import { fewestFitVoices } from '#domain/review'
import { sizeText } from '#domain/size-systems'
import type { ProductView, VariantView } from '#domain/views'
import type { SizeHere } from '#domain/worn-elsewhere'
import { formPaths } from './form-paths'
import { hrefIn, type Shop } from './shop'
import { SizeLabel, SizePhrase, SystemName } from './size-label'

interface AnswerProps {
  shop: Shop
  product: ProductView
  /** Empty for one that the shop does not carry. */
  brand: string
  /** As it was said: `UK 8.5`. */
  said: string
  here: SizeHere<VariantView> | undefined
}

/** Of the widths of a size the usual one that is there, else any that is. */
const pairOf = ({ variants }: ProductView, size: string): VariantView | undefined =>
  variants
    .filter((variant) => variant.size === size && variant.available > 0)
    .toSorted((one, other) => Number(other.width === 'standard') - Number(one.width === 'standard'))[0]

function Whys({ shop: { t }, brand, said, here }: AnswerProps & { here: SizeHere<VariantView> }) {
  const { madeForMm, footMm, theirs, ours, isBetween } = here
  const whys = [
    t(brand ? 'wear.whyTable' : 'wear.whyStandard', { size: sizeText(said), brand, mm: madeForMm }),
    theirs && t(`wear.theirs.${theirs.fit}`, { brand, count: theirs.count, mm: footMm }),
    ours ? t(`wear.ours.${ours.fit}`, { count: ours.count }) : t('wear.few', { count: fewestFitVoices }),
    isBetween && t('wear.between'),
  ]
  return (
    <ul className="wear-why">
      {whys.filter(Boolean).map((why) => (
        <li key={String(why)}>{why}</li>
      ))}
    </ul>
  )
}

/** The size of a shoe for whoever wears a size of another brand, how sure that is, and why. */
export function WearAnswer(props: AnswerProps) {
  const { shop, product, here } = props
  const { t } = shop
  const label = here && (
    <>
      <SystemName /> <SizeLabel labels={here.size.labels} segment={product.segment} />
    </>
  )
  const pair = here && pairOf(product, here.size.size)
  return (
    <section className="wear-answer" aria-labelledby="wear-answer">
      <h2 id="wear-answer">
        {here ? (
          <SizePhrase shop={shop} phrase="wear.take">
            {label}
          </SizePhrase>
        ) : (
          t('wear.none')
        )}
      </h2>
      {here && (
        <>
          <p>
            <b>{t(`wear.sure.${here.confidence}`)}</b>
          </p>
          <Whys {...props} here={here} />
        </>
      )}
      {pair && (
        <form method="post" action={formPaths.add} className="mt-5">
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="product" value={product.slug} />
          <input type="hidden" name="variantId" value={pair.id} />
          <button className="button">
            <SizePhrase shop={shop} phrase="wear.add">
              {label}
            </SizePhrase>
          </button>
        </form>
      )}
      {here && !pair && <p className="notice mt-5">{t('wear.gone')}</p>}
      <p className="mt-5">
        <a className="link" href={hrefIn(shop, `/p/${product.slug}`)}>
          {t('wear.toShoe')}
        </a>
      </p>
    </section>
  )
}
