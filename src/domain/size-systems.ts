import type { MarketId } from './markets'
import type { Segment, SizeLabels, SizeSystem } from './views'

export const sizeSystems = ['eu', 'uk', 'us', 'cm'] as const satisfies readonly SizeSystem[]

export const isSizeSystem = (value: unknown): value is SizeSystem =>
  sizeSystems.some((system) => system === value)

/** The system a market's shoppers think in, until they choose another. */
export const homeSystem = (market: MarketId): SizeSystem =>
  market === 'uk' || market === 'us' ? market : 'eu'

/** US sizes of men and women differ; where both may wear a shoe, both are said. */
function usSize({ usM, usW }: SizeLabels, segment: Segment | undefined): string | undefined {
  if (segment === 'women') return usW
  return segment === 'unisex' && usM && usW && usM !== usW ? `M ${usM}, W ${usW}` : usM
}

/** What a size is called in a system other than the EU's, with its name: `UK 8`, `US M 9, W 10.5`, `27 cm`. Undefined where it has no label there. */
export function sizeBeside(
  labels: SizeLabels,
  segment: Segment | undefined,
  system: SizeSystem,
): string | undefined {
  if (system === 'eu') return undefined
  if (system === 'cm') return labels.cm && `${labels.cm} cm`
  const said = system === 'uk' ? labels.uk : usSize(labels, segment)
  return said && `${system.toUpperCase()} ${said}`
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
