import type { MarketId } from '#domain/markets'
import type { ProductCard, SizeLabels } from '#domain/views'
import type { Shop } from './shop'

export const sizeSystems = ['eu', 'uk', 'us', 'cm'] as const
export type SizeSystem = (typeof sizeSystems)[number]

/** The system a market's shoppers think in, until they choose another. */
export const homeSystem = (market: MarketId): SizeSystem =>
  market === 'uk' || market === 'us' ? market : 'eu'

type Segment = ProductCard['segment']

/** `42 2/3` as it is set in type. */
export const sizeText = (label: string): string => label.replace(/\s?1\/3/, '⅓').replace(/\s?2\/3/, '⅔')

export function labelIn(system: SizeSystem, labels: SizeLabels, segment?: Segment): string {
  if (system === 'uk') return labels.uk ?? labels.eu
  if (system === 'cm') return labels.cm ?? labels.eu
  if (system === 'us') return (segment === 'women' ? labels.usW : labels.usM) ?? labels.eu
  return labels.eu
}

/** A size in every system; the style sheet shows the one that was chosen. */
export function SizeLabel({ labels, segment }: { labels: SizeLabels; segment?: Segment }) {
  return sizeSystems.map((system) => (
    <span key={system} className={`in-${system}`}>
      {sizeText(labelIn(system, labels, segment))}
    </span>
  ))
}

/** EU, UK, US, cm: works by the style sheet alone; the script remembers the choice. */
export function SizeSystemSwitch({ shop }: { shop: Shop }) {
  return (
    <size-systems>
      <fieldset className="systems">
        <legend className="sr-only">{shop.t('sizes.system')}</legend>
        {sizeSystems.map((system) => (
          <label key={system}>
            <input
              type="radio"
              name="system"
              value={system}
              defaultChecked={system === homeSystem(shop.market.id)}
            />
            {system === 'cm' ? 'cm' : system.toUpperCase()}
          </label>
        ))}
      </fieldset>
    </size-systems>
  )
}
