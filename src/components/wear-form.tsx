import { homeSystem } from '#domain/size-systems'
import { otherBrand, wornSystems, type WornSystem } from '#domain/worn-elsewhere'
import { Choice, Field } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

export interface WornSaid {
  brand: string
  system: WornSystem
  size: string
}

interface WearFormProps {
  shop: Shop
  slug: string
  brands: readonly { slug: string; name: string }[]
  said?: WornSaid
  /** What was said last is no size of that brand. */
  isUnknown?: boolean
}

/** Asks what fits of another brand. A plain form; its answer is a page of its own. */
export function WearForm({ shop, slug, brands, said, isUnknown = false }: WearFormProps) {
  const { t } = shop
  const home = homeSystem(shop.market.id)
  return (
    <form method="post" action={formPaths.wear} className="mt-6 max-w-[620px]">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="product" value={slug} />
      <div className="fields">
        <div className="field">
          <label htmlFor="wear-brand">{t('wear.brand')}</label>
          <select className="input" id="wear-brand" name="brand" required defaultValue={said?.brand ?? ''}>
            <option value="" disabled>
              {t('wear.choose')}
            </option>
            {brands.map((brand) => (
              <option key={brand.slug} value={brand.slug}>
                {brand.name}
              </option>
            ))}
            <option value={otherBrand}>{t('wear.other')}</option>
          </select>
        </div>
        <Field
          t={t}
          name="size"
          id="wear-size"
          className="half"
          label={t('wear.size')}
          value={said?.size.replace(/-([12])-3$/, ' $1/3')}
          error={isUnknown ? t('wear.unknown') : undefined}
          autoComplete="off"
          maxLength={12}
        />
        <Choice
          name="system"
          id="wear-system"
          className="half"
          label={t('mySizes.system')}
          value={said?.system ?? (home === 'uk' || home === 'us' ? home : 'eu')}
          options={wornSystems.map((system) => ({ value: system, label: system.toUpperCase() }))}
        />
      </div>
      <button className="button second mt-5">{t('wear.action')}</button>
    </form>
  )
}
