import type { DefaultServerCellComponentProps } from 'payload'
import { money } from '../amount'
import { Thumb } from '../picture'
import { productReader } from '../stock/pair-name'

export async function PictureCell({ rowData, payload }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const glance = await productReader(payload)(String(rowData.id))
  return <Thumb id={glance?.image} />
}

export async function FreePairsCell({ rowData, payload }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const glance = await productReader(payload)(String(rowData.id))
  const free = glance?.free ?? 0
  return <span className={`m-figure ${free === 0 ? 'm-muted' : ''}`}>{free}</span>
}

export function PriceCell({ rowData }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const { priceInEUR, priceInEUREnabled } = rowData as {
    priceInEUR?: number | null
    priceInEUREnabled?: boolean | null
  }
  if (!priceInEUREnabled || typeof priceInEUR !== 'number')
    return <span className="m-figure m-muted">none</span>
  return <span className="m-figure">{money(priceInEUR, 'EUR')}</span>
}

/** The colour in words with its swatch. */
export function ColourCell({ rowData }: DefaultServerCellComponentProps) {
  const { colour, swatch, colourGroup } = rowData as {
    colour?: string
    swatch?: string
    colourGroup?: string
  }
  return (
    <span className="m-colour">
      {swatch ? <span className="m-swatch" style={{ background: swatch }} aria-hidden="true" /> : null}
      {colour ?? colourGroup}
    </span>
  )
}
