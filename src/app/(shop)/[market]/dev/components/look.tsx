import type { ProductCard } from '#domain/views'
import { CardList } from '#components/card'
import type { Shop } from '#components/shop'
import { Account, Bag, Sizes } from './figures'
import { Colours, Icons, Types } from './foundations'
import { Buttons, Fields, Prices, Signs, Ways } from './parts'

/** Every token, and every component that a few made-up words can fill, in its states. */
export function Look({ shop, cards }: { shop: Shop; cards: readonly ProductCard[] }) {
  return (
    <div className="frame look">
      <h1>Components</h1>
      <p className="muted">
        Change the theme with the switch at the foot of the page, the words with the market, and the width
        with the window.
      </p>
      <Colours />
      <Types />
      <Icons />
      <Buttons />
      <Prices shop={shop} />
      <Signs shop={shop} />
      <Sizes shop={shop} />
      <Ways shop={shop} />
      <Fields shop={shop} />
      <Bag shop={shop} />
      <Account shop={shop} />
      <section>
        <h2>Cards</h2>
        <CardList shop={shop} cards={cards} />
      </section>
    </div>
  )
}
