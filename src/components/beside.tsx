import type { ProductCard } from '#domain/views'
import { CardList } from './card'
import type { Shop } from './shop'

/** A row of other shoes below a product; nothing when there are none. */
export function Beside({ shop, title, cards }: { shop: Shop; title: string; cards: readonly ProductCard[] }) {
  if (cards.length === 0) return null
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      <CardList shop={shop} cards={cards} kind="row" />
    </section>
  )
}
