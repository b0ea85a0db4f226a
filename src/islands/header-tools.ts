import { showCount } from './bag'
import { askMe } from './me'
import { showWishes } from './wish-button'
import { keepLast } from './last-known'

/** What is personal in the header comes from one small answer; open panels close as one expects. */
export class HeaderTools extends HTMLElement {
  connectedCallback() {
    if (this.dataset.known === undefined) void this.#ask()
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.#close(true))
    document.addEventListener('click', (event) => {
      if (!this.contains(event.target as Node)) this.#close(false)
    })
    document.addEventListener('toggle', ({ target }) => this.#still(target as HTMLElement), true)
  }

  async #ask() {
    const me = await askMe()
    if (!me) return
    const { customer, cart, wishlist } = me
    showCount(cart?.count ?? 0)
    showWishes(wishlist?.count ?? 0)
    void keepLast({ bag: cart?.count ?? 0, wishes: wishlist?.count ?? 0 })
    const name = this.querySelector('[data-name]')
    if (name && customer?.firstName) name.textContent = customer.firstName
  }

  /** What lies below an open sheet does not scroll. */
  #still(sheet: HTMLElement) {
    if (sheet instanceof HTMLDetailsElement && sheet.matches('.menu, .filters-sheet'))
      document.documentElement.toggleAttribute('data-still', sheet.open)
  }

  #close(byKey: boolean) {
    const open = this.querySelector<HTMLDetailsElement>('details[name][open], .menu[open]')
    if (!open) return
    open.open = false
    if (byKey) open.querySelector('summary')?.focus()
  }
}
