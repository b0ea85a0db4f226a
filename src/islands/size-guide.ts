import { closeIcon } from './close-icon'

/** The size guide beside the sizes: the page itself, in a dialog, with the shoe's own table for its general ones. */
export class SizeGuide extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void this.#open(link)
    })
  }

  async #open(link: HTMLAnchorElement) {
    const answer = await fetch(link.href).catch(() => undefined)
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
    const main = page?.querySelector('main')
    if (!main) return location.assign(link.href)
    main.querySelector('.breadcrumb')?.remove()
    this.#tell(main)
    const dialog = document.createElement('dialog')
    dialog.className = 'guide-dialog'
    dialog.innerHTML = `<button type="button" class="drawer-close">${closeIcon}</button>`
    dialog.querySelector('button')?.setAttribute('aria-label', this.dataset.close ?? '')
    dialog.querySelector('button')?.addEventListener('click', () => dialog.close())
    dialog.append(...main.children)
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }

  /** A brand may label its sizes otherwise than their scale: of two tables that differ, the shoe's own is right. */
  #tell(main: Element) {
    const own = this.querySelector('template')?.content.cloneNode(true)
    if (!own) return
    const general = [...main.querySelectorAll('.size-table')].map(
      (table) => table.closest('section') ?? table,
    )
    if (general[0]) general[0].before(own)
    else main.append(own)
    for (const one of general) one.remove()
  }
}
