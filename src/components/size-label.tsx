import { Fragment, type ReactNode } from 'react'
import { byLadder } from '#domain/size-groups'
import { homeSystem, sizeBeside, sizeReads, sizeSystems, soldSize } from '#domain/size-systems'
import type { FacetValue, OrderLineView, OrderView, Segment, SizeLabels } from '#domain/views'
import type { Shop } from './shop'

interface SizeLabelProps {
  labels: SizeLabels
  segment: Segment | undefined
}

/** A size in every system; the style sheet shows the one that was chosen. */
export function SizeLabel({ labels, segment }: SizeLabelProps) {
  const reads = sizeReads(labels, segment)
  return sizeSystems.map((system) => {
    const [one, women] = reads[system]
    return (
      <span key={system} className={`in-${system}`}>
        {women ? `${one} ` : one}
        {women && <span className="us-women">{women}</span>}
      </span>
    )
  })
}

interface SoldSizeProps {
  shop: Shop
  line: Pick<OrderLineView, 'labels' | 'segment'>
  /** The EU size that it was sold in. */
  size: string
}

/** `EU 42 · UK 8`: what was sold, and beside it the system that was chosen; where nothing runs, all systems. */
export function SoldSize({ shop, line: { labels, segment }, size }: SoldSizeProps) {
  return (
    <>
      {shop.t('order.size', { size })}
      {sizeSystems.map((system) => {
        const said = labels && sizeBeside(labels, segment, system)
        return (
          said && (
            <span key={system} className={`in-${system} size-beside`}>
              {` · ${said}`}
            </span>
          )
        )
      })}
    </>
  )
}

/** The same in the system that the order keeps, where only words can stand. */
export function soldSizeIn(
  t: Shop['t'],
  order: Pick<OrderView, 'sizeSystem'>,
  sold: Parameters<typeof soldSize>[1],
): string {
  const said = soldSize(order, sold)
  return said === sold.size ? t('order.size', { size: said }) : said
}

/** The same in the system of a market, on a page that is the same for everybody in it. */
export const marketSize = ({ market }: Pick<Shop, 'market'>, sold: Parameters<typeof soldSize>[1]): string =>
  soldSize({ sizeSystem: homeSystem(market.id) }, sold)

/** The name of the system that was chosen: `EU`, `UK`, `US`, `cm`. */
export const SystemName = () =>
  sizeSystems.map((system) => (
    <span key={system} className={`in-${system}`}>
      {system === 'cm' ? 'cm' : system.toUpperCase()}
    </span>
  ))

/** Several sizes in every system: what is one step in the UK and the US is said once there. */
export function SizeList({ sizes, segment }: { sizes: readonly FacetValue[]; segment: Segment }) {
  const steps = byLadder(sizes).flatMap(([first]) => (first ? [first] : []))
  const listed = (list: readonly FacetValue[]) =>
    list.map(({ value, label, labels = { eu: label } }, index) => (
      <Fragment key={value}>
        {index > 0 && ', '}
        <SizeLabel labels={labels} segment={segment} />
      </Fragment>
    ))
  if (steps.length === sizes.length) return listed(sizes)
  return (
    <>
      <span className="by-point">{listed(sizes)}</span>
      <span className="by-ladder">{listed(steps)}</span>
    </>
  )
}

interface SizePhraseProps {
  shop: Shop
  /** A phrase with a place for `size`. */
  phrase: string
  values?: Record<string, string | number>
  children: ReactNode
}

const mark = '\u0001'

/** A phrase in which the size reads in the chosen system. */
export function SizePhrase({ shop, phrase, values, children }: SizePhraseProps) {
  const [before, after] = shop.t(phrase, { ...values, size: mark }).split(mark)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
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
