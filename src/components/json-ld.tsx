import type { Piece } from './product-data'

/** Structured data, one piece or several that speak of each other. `<` is escaped, so that no text of ours or a merchant's can end the element. */
export function JsonLd({ data }: { data: Piece | readonly Piece[] }) {
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, '\\u003c') }}
    />
  )
}
