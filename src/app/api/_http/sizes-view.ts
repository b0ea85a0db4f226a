import type { PayloadRequest } from 'payload'
import { childSizeOf, isOldMeasurement, ownSizeOf } from '#domain/foot-size'
import { shopTime } from '#domain/shop-clock'
import type { SizeLabels } from '#domain/views'
import { getFootScales, type ScalesOfSegments } from '#queries/foot-scales'
import { getShopSettings } from '#queries/site'
import { listChildren, type ChildFoot } from '#services/child-feet'
import { listOwnSizes, type OwnSize } from '#services/own-sizes'

/** A size as its shopper sees it; without labels where the shop has none for that foot. */
export interface OwnSizeView extends OwnSize {
  labels?: SizeLabels
}

export interface ChildView extends ChildFoot {
  /** The size with room to grow, by the foot as it was measured; nothing where the shop has none. */
  labels?: SizeLabels
  /** Millimetres of room in it. */
  roomMm?: number
  /** The measurement is older than three months. */
  measureAgain: boolean
}

const todayIn = async (): Promise<string> => {
  const { timezone } = await getShopSettings('eu')
  return shopTime(new Date(), timezone).day
}

export function ownSizeView(scales: ScalesOfSegments, size: OwnSize): OwnSizeView {
  const labels = ownSizeOf(scales[size.segment], size.footMm)
  return { ...size, ...(labels && { labels }) }
}

function childView(scales: ScalesOfSegments, child: ChildFoot, today: string): ChildView {
  const size = childSizeOf([scales.kids.flat(), ...scales.women, ...scales.men], child.footMm)
  return { ...child, ...size, measureAgain: isOldMeasurement(child.measuredOn, today) }
}

/** A child with what its foot means in the shop today. */
export const childAsSeen = async (child: ChildFoot): Promise<ChildView> =>
  childView(await getFootScales(), child, await todayIn())

/** All sizes that a customer keeps, with what they mean in the shop today. */
export async function sizesOf(
  req: PayloadRequest,
  customerId: string,
): Promise<{ own: OwnSizeView[]; children: ChildView[] }> {
  const [scales, today, own, children] = await Promise.all([
    ...([getFootScales(), todayIn(), listOwnSizes(req, customerId), listChildren(req, customerId)] as const),
  ])
  return {
    own: own.map((size) => ownSizeView(scales, size)),
    children: children.map((child) => childView(scales, child, today)),
  }
}
