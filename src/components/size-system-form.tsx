import { homeSystem, sizeSystems } from '#domain/size-systems'
import type { SizeSystem } from '#domain/views'
import { Choice } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'

interface Props {
  shop: Shop
  /** What is kept with the account; the market's own where nothing is. */
  system?: SizeSystem
}

/** What the account reads sizes in: in every browser that signs in, and in what is written of its orders. */
export function SizeSystemForm({ shop, system = homeSystem(shop.market.id) }: Props) {
  const { t } = shop
  return (
    <form method="post" action={formPaths.sizeSystem} className="mt-6 max-w-[620px]">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="back" value="/account/sizes" />
      <div className="fields">
        <Choice
          name="value"
          id="size-system"
          className="half"
          label={t('sizes.system')}
          value={system}
          options={sizeSystems.map((value) => ({
            value,
            label: value === 'cm' ? 'cm' : value.toUpperCase(),
          }))}
        />
      </div>
      <p className="small muted mt-2">{t('mySizes.systemWhere')}</p>
      <button className="button second mt-4">{t('mySizes.save')}</button>
    </form>
  )
}
