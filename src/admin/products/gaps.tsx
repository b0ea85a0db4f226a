import type { DefaultServerCellComponentProps, UIFieldServerProps } from 'payload'
import { currencies } from '#domain/markets'
import { productGaps, type ProductParts } from '#domain/product-gaps'
import { mayStaff } from '../staff'
import { productReader } from '../stock/pair-name'

type Doc = Readonly<Record<string, unknown>>

const priceFields = { EUR: 'priceInEUR', GBP: 'priceInGBP', USD: 'priceInUSD' } as const

/** What the document has, as it stands in the form or the list, drafts too. */
function partsOf(doc: Doc): ProductParts {
  const pictures = Array.isArray(doc.pictures) ? (doc.pictures as { image?: unknown; view?: string }[]) : []
  return {
    views: pictures.filter(({ image }) => Boolean(image)).map(({ view }) => view),
    priced: currencies.filter(
      (currency) =>
        Boolean(doc[`${priceFields[currency]}Enabled`]) && typeof doc[priceFields[currency]] === 'number',
    ),
  }
}

/** Column: what a product lacks. */
export async function GapsCell({ rowData, payload }: DefaultServerCellComponentProps) {
  if (!rowData) return null
  const glance = await productReader(payload)(String(rowData.id))
  const gaps = productGaps({ ...partsOf(rowData as Doc), isShoe: glance?.isShoe })
  if (gaps.length === 0) return <span className="m-muted">nothing</span>
  return (
    <span className="m-accent" title={gaps.join(', ')}>
      {gaps.length > 2 ? `${gaps.slice(0, 2).join(', ')} and ${gaps.length - 2} more` : gaps.join(', ')}
    </span>
  )
}

/** Under the pictures: what the product lacks as it was last saved. It may be published all the same. */
export async function ProductGaps({ data, id, req }: UIFieldServerProps) {
  if (!id || !mayStaff(req.user, 'catalog.write')) return null
  const glance = await productReader(req.payload)(String(id))
  const gaps = productGaps({ ...partsOf(data as Doc), isShoe: glance?.isShoe })
  return (
    <section className="m-grid-field">
      <h3>What is missing</h3>
      {gaps.length === 0 ? (
        <p className="m-muted">Nothing: every view and every price is there.</p>
      ) : (
        <>
          <p className="m-accent">{gaps.join(', ')}</p>
          <p className="m-hint">
            It can be published all the same. Shoppers look for each of these views, and buy only where there
            is a price.
          </p>
        </>
      )}
    </section>
  )
}
