import { APIError, type CollectionBeforeDeleteHook } from 'payload'

interface Campaign {
  kind?: string | null
  startsAt?: string | null
}

/** A window that ends before it begins would never open. */
export const validEnd = (value: unknown, { data }: { data: Partial<Campaign> }): string | true =>
  !value ||
  !data.startsAt ||
  new Date(String(value)) > new Date(data.startsAt) ||
  'It must end after it begins.'

export const validPercent = (value: unknown, { data }: { data: Partial<Campaign> }): string | true =>
  (data.kind !== undefined && data.kind !== null && data.kind !== 'percent') ||
  (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 99) ||
  'A whole number from 1 to 99.'

/** The price records name it, and they are kept for good. */
export const refuseUsedCampaign: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'price-records',
    where: { campaign: { equals: id } },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0)
    throw new APIError('This campaign has changed prices. Switch it off instead.', 409, undefined, true)
}
