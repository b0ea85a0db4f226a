import { showCount } from './bag'

interface Me {
  customer?: { firstName?: string; email?: string } | null
  cart?: { count: number } | null
}

/** What is personal in the header comes from one small answer; open panels close as one expects. */
export class HeaderTools extends HTMLElement {
  connectedCallback() {
    if (this.dataset.known === undefined) void this.#ask()
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.#close(true))
    document.addEventListener('click', (event) => {
      if (!this.contains(event.target as Node)) this.#close(false)
    })
  }

  async #ask() {
    const answer = await fetch('/api/store/me').catch(() => undefined)
    if (!answer?.ok) return
    const { customer, cart } = (await answer.json()) as Me
    showCount(cart?.count ?? 0)
    const name = this.querySelector('[data-name]')
    if (name && customer?.firstName) name.textContent = customer.firstName
  }

  #close(byKey: boolean) {
    const open = this.querySelector<HTMLDetailsElement>('details[name][open], .menu[open]')
    if (!open) return
    open.open = false
    if (byKey) open.querySelector('summary')?.focus()
  }
}
