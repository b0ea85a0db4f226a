import type { DefaultServerCellComponentProps } from 'payload'
import { money } from '../amount'

interface Area {
  country: string
  postalCodes: string
}

export function CountriesCell({ rowData }: DefaultServerCellComponentProps) {
  const { countries } = rowData as { countries?: string[] | null }
  return <span>{(countries ?? []).join(', ')}</span>
}

export function PartsCell({ rowData }: DefaultServerCellComponentProps) {
  const { areas } = rowData as { areas?: Area[] | null }
  return (
    <span>{(areas ?? []).map(({ country, postalCodes }) => `${country} ${postalCodes}`).join('; ')}</span>
  )
}

/** What goes to a zone; none says that nobody delivers there. */
export async function WaysCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const { docs } = await payload.find({
    collection: 'shipping-methods',
    where: { and: [{ zone: { equals: rowData.id } }, { active: { equals: true } }] },
    depth: 0,
    limit: 20,
    sort: 'order',
    overrideAccess: true,
  })
  if (docs.length === 0) return <span className="m-accent">Nobody delivers there</span>
  return <span>{docs.map(({ name }) => name).join(', ')}</span>
}

interface Band {
  currency: string
  price: number
  freeFrom?: number | null
}

/** The lowest price in each currency, and from when on it is free. */
export function PricesCell({ rowData }: DefaultServerCellComponentProps) {
  const bands = (rowData as { rates?: Band[] | null }).rates ?? []
  const currencies = [...new Set(bands.map(({ currency }) => currency))]
  return (
    <span>
      {currencies
        .map((currency) =>
          money(
            Math.min(...bands.filter((band) => band.currency === currency).map(({ price }) => price)),
            currency,
          ),
        )
        .join(', ')}
    </span>
  )
}
