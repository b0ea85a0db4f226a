import { footLimits, ownWidths, saidIn, type OwnSegment, type OwnWidth } from '#domain/foot-size'
import { homeSystem } from '#domain/size-systems'
import type { SizeLabels } from '#domain/views'
import { Choice, Field } from './field'
import { formPaths } from './form-paths'
import type { Shop } from './shop'
import { SizeLabel, SystemName } from './size-label'

export interface KeptSize {
  segment: OwnSegment
  footMm: number
  width?: OwnWidth
  labels?: SizeLabels
}

interface Props {
  shop: Shop
  segment: OwnSegment
  size?: KeptSize
  /** Whether what was sent last could not be read. */
  isWrong: boolean
  /** What stood in the fields then. */
  typed: Readonly<Record<string, string>>
}

function Kept({ shop, size }: { shop: Shop; size?: KeptSize }) {
  const { t } = shop
  if (!size) return <p className="small muted mt-1">{t('mySizes.none')}</p>
  const { segment, labels, footMm, width } = size
  return (
    <>
      <p className="figures mt-1 text-[22px]">
        {labels ? (
          <>
            <SystemName /> <SizeLabel labels={labels} segment={segment} />
          </>
        ) : (
          t('mySizes.noSize')
        )}
      </p>
      <p className="small muted">
        {[t('mySizes.foot', { mm: footMm }), width && t('mySizes.inWidth', { width: t(`widths.${width}`) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

/** What stands in the fields: the size in the market's system, else the foot. */
function valuesOf({ market }: Shop, segment: OwnSegment, size?: KeptSize) {
  const system = homeSystem(market.id)
  if (!size) return { system, size: '' }
  const { eu, uk, usM, usW } = size.labels ?? {}
  const said = { eu, uk, us: segment === 'women' ? usW : usM, cm: undefined }[system]
  return said ? { system, size: said } : { system: 'mm', size: String(size.footMm) }
}

function SizeFields({ shop, segment, size, isWrong, typed }: Props) {
  const { t } = shop
  const idOf = (name: string) => `${name}-${segment}`
  const values = { width: size?.width ?? '', ...valuesOf(shop, segment, size), ...typed }
  return (
    <div className="fields mt-4">
      <Field
        t={t}
        name="size"
        id={idOf('size')}
        className="half"
        label={t('mySizes.size')}
        value={values.size}
        error={isWrong ? t('mySizes.errors.size', footLimits.own) : undefined}
        autoComplete="off"
        maxLength={12}
      />
      <Choice
        name="system"
        id={idOf('system')}
        className="half"
        label={t('mySizes.system')}
        value={values.system}
        options={saidIn.map((value) => ({ value, label: t(`mySizes.systems.${value}`) }))}
      />
      <Choice
        name="width"
        id={idOf('width')}
        label={t('mySizes.width')}
        value={values.width}
        options={[
          { value: '', label: t('mySizes.anyWidth') },
          ...ownWidths.map((value) => ({ value, label: t(`widths.${value}`) })),
        ]}
      />
    </div>
  )
}

/** The size that is kept for one segment, to be changed or forgotten. */
export function OwnSizeCard(props: Props) {
  const { shop, segment, size, isWrong } = props
  const { t } = shop
  const what = t(`mySizes.${segment}`)
  return (
    <li>
      <h3>{what}</h3>
      <Kept shop={shop} size={size} />
      <details className="mt-3" open={isWrong}>
        <summary className="link small">
          {t(size ? 'mySizes.change' : 'mySizes.enter')}
          <span className="sr-only"> ({what})</span>
        </summary>
        <form method="post" action={formPaths.ownSize}>
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="segment" value={segment} />
          <SizeFields {...props} />
          <button className="button second mt-5">{t('mySizes.save')}</button>
        </form>
      </details>
      {size && (
        <form method="post" action={formPaths.forgetSize}>
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="segment" value={segment} />
          <button className="plain-button small muted mt-2" aria-label={`${t('mySizes.forget')} (${what})`}>
            {t('mySizes.forget')}
          </button>
        </form>
      )}
    </li>
  )
}
