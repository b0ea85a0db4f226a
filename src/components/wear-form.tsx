import { otherBrand, wornSystems, type WornSystem } from '#domain/worn-elsewhere'
import { formPaths } from './form-paths'
import { homeSystem } from './size-label'
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
}

/** Asks what fits of another brand. A plain form; its answer is a page of its own. */
export function WearForm({ shop, slug, brands, said }: WearFormProps) {
  const { t } = shop
  const home = homeSystem(shop.market.id)
  return (
    <form method="post" action={formPaths.wear} className="mt-6 max-w-[620px]">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="product" value={slug} />
      <div className="fields">
        <div className="field">
          <label htmlFor="wear-brand">{t('wear.brand')}</label>
          <select id="wear-brand" name="brand" required defaultValue={said?.brand ?? ''}>
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
        <div className="field half">
          <label htmlFor="wear-size">{t('wear.size')}</label>
          <input
            id="wear-size"
            name="size"
            required
            maxLength={8}
            autoComplete="off"
            defaultValue={said?.size.replace(/-([12])-3$/, ' $1/3')}
          />
        </div>
        <div className="field half">
          <label htmlFor="wear-system">{t('mySizes.system')}</label>
          <select
            id="wear-system"
            name="system"
            defaultValue={said?.system ?? (home === 'uk' || home === 'us' ? home : 'eu')}
          >
            {wornSystems.map((system) => (
              <option key={system} value={system}>
                {system.toUpperCase()}
              </option>
            ))}
          </select>
        </div>
      </div>
      <button className="button second mt-5">{t('wear.action')}</button>
    </form>
  )
}
