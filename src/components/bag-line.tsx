import type { CartLineView, Money } from '#domain/views'
import { isUsualWidth } from '#domain/width'
import { Icon } from './icon'
import { formPaths } from './form-paths'
import { modelName } from './model-name'
import { Picture } from './picture'
import { isReduced, LowestPrice } from './price'
import { hrefIn, launchIn, momentIn, moneyIn, type Shop } from './shop'
import { SizeLabel, SystemName } from './size-label'
import { widthIn } from './width-label'

interface LineProps {
  shop: Shop
  line: CartLineView
}

export function Problem({ shop, line: { problem, labels } }: LineProps) {
  if (!problem) return null
  const values = {
    available: problem.available ?? 0,
    was: problem.was ? moneyIn(shop, problem.was) : '',
    most: problem.most ?? 0,
    starts: problem.startsAt ? launchIn(shop, problem.startsAt) : '',
  }
  const { code } = problem
  const words = labels.eu === '' && (code === 'sold-out' || code === 'limit') ? `${code}-thing` : code
  return <p className="line-problem">{shop.t(`bag.problems.${words}`, values)}</p>
}

/** `EU 42.5`: the system and the size, in the system that was chosen. */
function ChosenSize({ line }: { line: Pick<CartLineView, 'labels' | 'segment'> }) {
  return (
    <>
      <SystemName /> <SizeLabel labels={line.labels} segment={line.segment} />
    </>
  )
}

interface WhatProps {
  shop: Shop
  line: Pick<CartLineView, 'labels' | 'segment' | 'colour' | 'width'>
}

export function LineWhat({ shop, line }: WhatProps) {
  return (
    <p className="line-what">
      {line.colour}
      {line.labels.eu && (
        <>
          , <ChosenSize line={line} />
        </>
      )}
      {line.width && !isUsualWidth(line.width) && `, ${widthIn(shop, line.width)}`}
    </p>
  )
}

type PricedLine = Pick<CartLineView, 'unitPrice' | 'quantity' | 'total' | 'discount'> &
  Partial<Pick<CartLineView, 'regularPrice' | 'lowest30'>>

/** What the line costs; struck through is what it was, for a reduction the lowest price of the 30 days before. */
export function LinePrice({ shop, line }: { shop: Shop; line: PricedLine }) {
  const tag = { ...line, price: line.unitPrice }
  const whole = line.total.amount + line.discount.amount
  const before = isReduced(tag) ? tag.lowest30.amount * line.quantity : whole
  return <PriceBefore shop={shop} total={line.total} before={before} />
}

/** What was paid for the line; struck through is the regular price on the day it was bought. */
export function BoughtPrice({ shop, line }: { shop: Shop; line: Omit<PricedLine, 'lowest30'> }) {
  const { unitPrice, regularPrice = unitPrice, quantity, total, discount } = line
  const off = (regularPrice.amount - unitPrice.amount) * quantity
  return <PriceBefore shop={shop} total={total} before={total.amount + discount.amount + off} />
}

function PriceBefore({ shop, total, before }: { shop: Shop; total: Money; before: number }) {
  return (
    <p className="line-price">
      {moneyIn(shop, total)}
      {before > total.amount && (
        <>
          <span className="sr-only"> {shop.t('price.before')} </span>
          <s>{moneyIn(shop, { ...total, amount: before })}</s>
        </>
      )}
    </p>
  )
}

export const LineLowest = ({ shop, line }: LineProps) => (
  <LowestPrice shop={shop} tag={{ ...line, price: line.unitPrice }} />
)

function Stepper({ shop, line }: LineProps) {
  const { t } = shop
  const to = (quantity: number, words: string, icon: 'minus' | 'plus', disabled: boolean) => (
    <button
      name="quantity"
      value={quantity}
      disabled={disabled}
      aria-label={t(words, { title: line.title })}
      data-focus={`${icon} ${line.id}`}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <form className="stepper" method="post" action={formPaths.line}>
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="lineId" value={line.id} />
      {to(line.quantity - 1, 'bag.less', 'minus', line.quantity <= 1)}
      <span className="count">
        <span className="sr-only">{t('bag.quantity')} </span>
        {line.quantity}
      </span>
      {to(line.quantity + 1, 'bag.more', 'plus', line.quantity >= 20)}
    </form>
  )
}

/** Until when a pair is held of a size that somebody has waited for. */
export function Held({ shop, line: { heldUntil }, timezone }: LineProps & { timezone: string }) {
  if (!heldUntil) return null
  return (
    <p className="small">
      <time dateTime={heldUntil}>{shop.t('bag.heldUntil', { at: momentIn(shop, heldUntil, timezone) })}</time>
    </p>
  )
}

export function BagLine({ shop, line, timezone }: LineProps & { timezone: string }) {
  const { t } = shop
  const href = hrefIn(shop, `/p/${line.slug}`)
  return (
    <li>
      <Problem shop={shop} line={line} />
      <a className="thumb" href={href} tabIndex={-1} aria-hidden="true">
        <Picture image={line.image} sizes="104px" silent />
      </a>
      <div>
        <h3>
          <a href={href}>{modelName(line.title, line.colour)}</a>
        </h3>
        <LineWhat shop={shop} line={line} />
        <LineLowest shop={shop} line={line} />
        <Held shop={shop} line={line} timezone={timezone} />
      </div>
      <LinePrice shop={shop} line={line} />
      <div className="line-acts">
        {line.problem?.code === 'unavailable' ? <span /> : <Stepper shop={shop} line={line} />}
        <form method="post" action={formPaths.remove}>
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="lineId" value={line.id} />
          <button
            className="plain-button"
            aria-label={
              line.size
                ? t('bag.removeLine', { title: line.title, size: line.size })
                : t('bag.removeThing', { title: line.title })
            }
          >
            {t('bag.remove')}
          </button>
        </form>
      </div>
    </li>
  )
}
