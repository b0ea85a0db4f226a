import type { ColourSibling, ProductCard } from '#domain/views'
import { Picture } from './picture'
import {
  isReduced,
  lowestLine,
  LowestPrice,
  Price,
  priceLine,
  PriceWords,
  reductionOf,
  type PriceTag,
} from './price'
import { hrefIn, launchIn, type Shop } from './shop'
import { ShortRating } from './stars'
import { still, stillText } from './still'
import { stillOnce } from './still-once'
import { WishButton } from './wish-button'
import { SizeLabel, SizePhrase } from './size-label'

const swatchesShown = 5
const cardSizes = '(min-width: 1600px) 360px, (min-width: 1280px) 25vw, (min-width: 768px) 33vw, 50vw'

function Badge({ shop, card }: { shop: Shop; card: ProductCard }) {
  if (card.launchesAt)
    return <span className="badge">{shop.t(card.launchBy === 'draw' ? 'draw.badge' : 'launch.badge')}</span>
  if (card.badge === 'last-pairs' && !card.kind)
    return <span className="badge">{shop.t('card.lastPairs')}</span>
  if (isReduced(card)) return <span className="badge sale">−{reductionOf(card)} %</span>
  return card.badge === 'new' ? <span className="badge">{shop.t('card.new')}</span> : null
}

/** What comes in one size goes into the bag with one press. */
function AddOne({ shop, card }: { shop: Shop; card: ProductCard }) {
  const { t } = shop
  const [only] = card.sizes
  if (!only?.available) return <p className="card-note">{t('product.soldOutThing')}</p>
  return (
    <form className="add-one" method="post" action="/api/store/forms/add">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="product" value={card.slug} />
      <button className="button second wide" name="size" value={only.value}>
        {t('product.add')}
        <span className="sr-only">: {card.title}</span>
      </button>
    </form>
  )
}

/** The sizes in stock, each a submit button of one small form; sold-out ones are struck, never hidden. */
function SizeButtons({ shop, card }: { shop: Shop; card: ProductCard }) {
  return (
    <>
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="product" value={card.slug} />
      {card.sizes.map((size) =>
        size.available ? (
          <button key={size.value} name="size" value={size.value}>
            <span aria-hidden="true">
              <SizeLabel labels={size.labels} segment={card.segment} />
            </span>
            <span className="sr-only">
              <SizePhrase shop={shop} phrase="card.addSize" values={{ title: card.title }}>
                <SizeLabel labels={size.labels} segment={card.segment} />
              </SizePhrase>
            </span>
          </button>
        ) : (
          <s key={size.value}>
            <span className="sr-only">{shop.t('sizes.soldOutIn')} </span>
            <SizeLabel labels={size.labels} segment={card.segment} />
          </s>
        ),
      )}
    </>
  )
}

function QuickSizes({ shop, card }: { shop: Shop; card: ProductCard }) {
  return (
    <quick-sizes>
      <form
        className="quick"
        method="post"
        action="/api/store/forms/add"
        {...still(<SizeButtons shop={shop} card={card} />)}
      />
      <button type="button" className="quick-open" aria-expanded="false">
        {shop.t('card.sizes')}
        <span className="sr-only">, {card.title}</span>
      </button>
    </quick-sizes>
  )
}

/** Where a colour costs the same and is reduced by the same, its card says so already. */
const sameTag = (one: PriceTag, other: PriceTag): boolean =>
  one.price.amount === other.price.amount &&
  Boolean(one.priceFrom) === Boolean(other.priceFrom) &&
  (isReduced(one) ? one.lowest30.amount : 0) === (isReduced(other) ? other.lowest30.amount : 0)

/** One colour of a card; its price is told where it is another one than that of the card, and its name apart from it then. */
function Swatch({ shop, card, colour: one }: { shop: Shop; card: ProductCard; colour: ColourSibling }) {
  const { slug, swatch, soldOut, image } = one
  const isOther = !sameTag(one, card)
  const price = priceLine(shop, one)
  const colour = isOther ? shop.t('card.colourPrice', { colour: one.colour, price }) : one.colour
  return (
    <a
      className={soldOut ? 'swatch gone' : 'swatch'}
      href={hrefIn(shop, `/p/${slug}`)}
      aria-label={soldOut ? shop.t('card.colourSoldOut', { colour }) : colour}
      aria-current={slug === card.slug ? 'true' : undefined}
      title={colour}
      data-picture={image.id || undefined}
      data-price={isOther ? priceHtml(shop, one) : undefined}
      data-low={isOther ? lowestLine(shop, one) : undefined}
      data-colour={isOther ? one.colour : undefined}
      style={swatch ? ({ '--swatch': swatch } as React.CSSProperties) : undefined}
    />
  )
}

/** What stands in the price of a card that shows this colour. */
const priceHtml = (shop: Shop, one: ColourSibling): string =>
  isReduced(one) ? stillText(<PriceWords shop={shop} tag={one} style="short" />) : priceLine(shop, one)

function Swatches({ shop, card }: { shop: Shop; card: ProductCard }) {
  const colours: ColourSibling[] = [{ ...card, soldOut: false }, ...card.siblings]
  if (colours.length < 2) return null
  return (
    <div className="swatches" role="group" aria-label={shop.t('card.colours', { title: card.title })}>
      {colours.slice(0, swatchesShown).map((colour) => (
        <Swatch key={colour.slug} shop={shop} card={card} colour={colour} />
      ))}
      {colours.length > swatchesShown && <span className="more">+{colours.length - swatchesShown}</span>}
    </div>
  )
}

/** Below the swatches, so that nothing moves: room for the lowest price of a reduced colour, on the card of one that is not. */
function RoomForLowest({ card }: { card: ProductCard }) {
  const isNeeded = !isReduced(card) && card.siblings.slice(0, swatchesShown - 1).some(isReduced)
  return isNeeded ? <p className="lowest" /> : null
}

interface CardProps {
  shop: Shop
  card: ProductCard
  lead?: boolean
  /** Without heart and quick sizes, where both stand beneath it. */
  bare?: boolean
}

/** A model in one of its colours; the swatches change picture, colour, price and link. A second picture is named, and loaded by who points at the card. */
export function Card({ shop, card, lead = false, bare = false }: CardProps) {
  return (
    <shoe-card className="card" data-second={card.image.id ? card.secondImage : undefined}>
      <div className="tile">
        <Picture image={card.image} sizes={cardSizes} lead={lead} silent />
        <Badge shop={shop} card={card} />
        {!bare && <WishButton shop={shop} slug={card.slug} title={card.name} />}
        {!bare && !card.kind && !card.launchesAt && card.sizes.length > 0 && (
          <QuickSizes shop={shop} card={card} />
        )}
      </div>
      <div className="card-head">
        <h3>
          <a href={hrefIn(shop, `/p/${card.slug}`)}>{card.name}</a>
        </h3>
        <Price shop={shop} tag={card} style="short" />
      </div>
      {card.summary && <p className="card-note">{card.summary}</p>}
      <p className="card-note">
        {card.brand}, <span className="hue">{card.colour}</span>
      </p>
      {card.launchesAt && (
        <p className="card-note launch-note">
          <time dateTime={card.launchesAt}>
            {shop.t(card.launchBy === 'draw' ? 'draw.at' : 'launch.from', {
              at: launchIn(shop, card.launchesAt),
            })}
          </time>
        </p>
      )}
      {card.rating && <ShortRating shop={shop} rating={card.rating} />}
      <LowestPrice shop={shop} tag={card} />
      <Swatches shop={shop} card={card} />
      <RoomForLowest card={card} />
      {!bare && card.kind && !card.launchesAt && <AddOne shop={shop} card={card} />}
    </shoe-card>
  )
}

interface CardListProps {
  shop: Shop
  cards: readonly ProductCard[]
  kind?: 'beside' | 'care' | 'row'
  /** How many pictures are seen without scrolling. */
  lead?: number
}

/** With the words for sizes of other colours. Cards whose pictures are seen first are left to React, which says in the head that they are wanted. */
export function CardList({ shop, cards, kind, lead = 0 }: CardListProps) {
  return (
    <ul
      className={kind ? `cards ${kind}` : 'cards'}
      data-add-size={shop.t('card.addSize', { title: '{title}', size: '{size}' })}
      data-gone={shop.t('sizes.soldOutIn')}
    >
      {cards.map((card, index) =>
        index < lead ? (
          <li key={card.id}>
            <Card shop={shop} card={card} lead />
          </li>
        ) : (
          <li key={card.id} {...stillOnce(Card, { shop, card })} />
        ),
      )}
    </ul>
  )
}
