import { askMe } from './me'

interface Money {
  amount: number
  currency: string
}

/** What a price list of the customer's own makes of the price beside it; pages themselves are the same for everybody. */
export class OwnPrice extends HTMLElement {
  async connectedCallback() {
    const me = await askMe()
    if (!me?.customer) return
    const { slug = '', market = '', words = '' } = this.dataset
    const query = new URLSearchParams({ product: slug, market })
    const answer = await fetch(`/api/store/me/prices?${query}`).catch(() => undefined)
    if (!answer?.ok) return
    const { prices } = (await answer.json()) as { prices: { price: Money }[] }
    const lowest = prices.map(({ price }) => price).sort((one, other) => one.amount - other.amount)[0]
    if (!lowest) return
    const { lang } = document.documentElement
    const style = { style: 'currency', currency: lowest.currency } as const
    this.textContent = words.replace(
      '{price}',
      new Intl.NumberFormat(lang, style).format(lowest.amount / 100),
    )
    this.hidden = false
  }
}
