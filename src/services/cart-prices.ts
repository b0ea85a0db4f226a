import { effectivePrice } from '#domain/campaigns'
import type { Currency } from '#domain/markets'
import { toCampaign, type CampaignRow } from './campaign-rows'

/** A variant as SQL hands it over to be priced; amounts in minor units. */
export interface UnpricedRow {
  regularPrice: number | null
  /** Those that cover its product and are open. */
  campaigns: CampaignRow[]
}

export interface Priced {
  /** What it costs now; null: it is not for sale in the currency. */
  unitPrice: number | null
  /** The campaign that made the price. */
  campaign: { id: string; name: string; isPrivate: boolean } | null
}

const isPrivate = ({ isPrivate = false }: CampaignRow): boolean => isPrivate

/**
 * The price of a variant at `now`, an instant of the database in ms. Who has a price list of their own never pays more than
 * everybody else, whatever the priorities.
 */
export function unitPriceOf(
  { regularPrice, campaigns }: UnpricedRow,
  currency: Currency,
  now: number,
): Priced {
  if (regularPrice === null) return { unitPrice: null, campaign: null }
  const regular = { amount: regularPrice, currency }
  const priceBy = (rows: readonly CampaignRow[]) =>
    effectivePrice(regular, rows.map(toCampaign), new Date(now))
  const everybodys = priceBy(campaigns.filter((one) => !isPrivate(one)))
  const own = priceBy(campaigns.filter(isPrivate))
  const hasOwn = own.price.amount < everybodys.price.amount
  const { price, campaign } = hasOwn ? own : everybodys
  return {
    unitPrice: price.amount,
    campaign: campaign ? { id: campaign.id, name: campaign.name, isPrivate: hasOwn } : null,
  }
}

interface UnpricedLine extends UnpricedRow {
  lowest30: number | null
  /** The reduced price that `lowest30` was kept for: as a window opens or closes it may be another one. */
  lowestFor: number | null
}

export function priceLine<Row extends UnpricedLine>(
  { campaigns, lowestFor, ...line }: Row,
  currency: Currency,
  now: number,
): Omit<Row, 'campaigns' | 'lowestFor'> & Priced {
  const priced = unitPriceOf({ regularPrice: line.regularPrice, campaigns }, currency, now)
  return { ...line, ...priced, lowest30: priced.unitPrice === lowestFor ? line.lowest30 : null }
}
