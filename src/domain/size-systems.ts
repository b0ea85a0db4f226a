import type { MarketId } from './markets'
import type { Segment, SizeLabels, SizeSystem } from './views'

export const sizeSystems = ['eu', 'uk', 'us', 'cm'] as const satisfies readonly SizeSystem[]

export const isSizeSystem = (value: unknown): value is SizeSystem =>
  sizeSystems.some((system) => system === value)

/** The system a market's shoppers think in, until they choose another. */
export const homeSystem = (market: MarketId): SizeSystem =>
  market === 'uk' || market === 'us' ? market : 'eu'

/** US sizes of men and women differ; where both may wear a shoe, both are said. */
function usSizes(
  { usM, usW }: SizeLabels,
  segment: Segment | undefined,
): [one: string | undefined, women?: string] {
  if (segment === 'women') return [usW]
  return segment === 'unisex' && usM && usW && usM !== usW ? [usM, usW] : [usM]
}

/** `42 2/3` as it is set in type. */
export const sizeText = (label: string): string => label.replace(/\s?1\/3/, '⅓').replace(/\s?2\/3/, '⅔')

/** What a size reads in each system; in the US perhaps what it is to men, and then to women. */
export function sizeReads(
  labels: SizeLabels,
  segment: Segment | undefined,
): Record<SizeSystem, readonly [one: string, women?: string]> {
  const own = sizeText(labels.eu)
  const [one, women] = usSizes(labels, segment)
  return {
    eu: [own],
    uk: [labels.uk ? sizeText(labels.uk) : own],
    us: women ? [`M\u00a0${one}`, `W\u00a0${women}`] : [one ?? own],
    cm: [labels.cm ?? own],
  }
}

/** What a size is called in a system other than the EU's, with its name: `UK 8`, `US M 9, W 10.5`, `27 cm`. Undefined where it has no label there. */
export function sizeBeside(
  labels: SizeLabels,
  segment: Segment | undefined,
  system: SizeSystem,
): string | undefined {
  if (system === 'eu') return undefined
  if (system === 'cm') return labels.cm && `${labels.cm} cm`
  if (system === 'uk') return labels.uk && `UK ${labels.uk}`
  const [one, women] = usSizes(labels, segment)
  return one && (women ? `US M ${one}, W ${women}` : `US ${one}`)
}

interface SoldSize {
  /** The EU size that it is sold in. */
  size: string
  labels?: SizeLabels
  segment?: Segment
}

/** `42`; for the buyer of an order who reads sizes in another system `EU 42 · UK 8`. */
export function soldSize(
  { sizeSystem }: { sizeSystem?: SizeSystem },
  { size, labels, segment }: SoldSize,
): string {
  const said = labels && sizeSystem && sizeBeside(labels, segment, sizeSystem)
  return said ? `EU ${size} · ${said}` : size
}
