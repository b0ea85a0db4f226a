import type { CareView } from '#domain/views'
import { CardList } from './card'
import type { Shop } from './shop'

/** What to do for this leather, and what for: each product goes into the bag with one press, without script too. */
export function CarePlan({ shop, care }: { shop: Shop; care?: CareView }) {
  if (!care) return null
  const { title, steps, goods } = care
  return (
    <section className="section care-plan" aria-labelledby="care-title">
      <div>
        <h2 id="care-title">{title}</h2>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      {goods.length > 0 && <CardList shop={shop} cards={goods} kind="care" />}
    </section>
  )
}
