import { readBag, sendForm, showCount, type Bag } from './bag'

const icon = '<svg class="icon" viewBox="0 0 22 22" aria-hidden="true"><path d="M5 5l12 12M17 5 5 17"/></svg>'

/** The bag at the edge of the page. Its lines are the server's; its forms are sent in place. */
export class BagDrawer extends HTMLElement {
  #dialog: HTMLDialogElement | undefined
  #busy = false
  #life: AbortController | undefined

  connectedCallback() {
    const { signal } = (this.#life = new AbortController())
    document.addEventListener('molini:bag', (event) => this.#show((event as CustomEvent<Bag>).detail), {
      signal,
    })
    document.addEventListener('click', (event) => this.#open(event), { signal })
    // The bag page improves its own forms in the same way.
    document.addEventListener('submit', (event) => void this.#send(event), { signal })
  }

  disconnectedCallback() {
    this.#life?.abort()
  }

  #open(event: MouseEvent) {
    const link = (event.target as Element).closest('[data-bag]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector('main #bag'))
      return
    event.preventDefault()
    void this.#load(link as HTMLAnchorElement)
  }

  async #load(link: HTMLAnchorElement) {
    const answer = await fetch(link.href).catch(() => undefined)
    const bag = answer?.ok ? readBag(await answer.text()) : undefined
    if (bag) this.#show(bag)
    else location.assign(link.href)
  }

  #show({ part, count }: Bag) {
    const dialog = (this.#dialog ??= this.#make())
    const place = dialog.querySelector('div') ?? dialog
    const focused = document.activeElement?.getAttribute('data-focus')
    place.replaceChildren(part)
    showCount(count)
    if (!dialog.open) dialog.showModal()
    if (focused) place.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus()
  }

  #make(): HTMLDialogElement {
    const dialog = document.createElement('dialog')
    dialog.className = 'drawer'
    dialog.setAttribute('aria-labelledby', 'bag-title')
    dialog.innerHTML = `<button type="button" class="drawer-close">${icon}</button><div style="display:contents"></div>`
    const close = dialog.querySelector('button')
    close?.setAttribute('aria-label', this.dataset.close ?? '')
    close?.addEventListener('click', () => dialog.close())
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
    this.append(dialog)
    return dialog
  }

  async #send(event: SubmitEvent) {
    const form = event.target as HTMLFormElement
    const home = form.closest('#bag')
    if (!home || form.method !== 'post') return
    event.preventDefault()
    if (this.#busy) return
    this.#busy = true
    home.setAttribute('aria-busy', 'true')
    const bag = await sendForm(form, event.submitter).catch(() => undefined)
    this.#busy = false
    if (!bag) return form.submit()
    if (home.closest('dialog')) return this.#show(bag)
    home.replaceWith(bag.part)
    showCount(bag.count)
  }
}
