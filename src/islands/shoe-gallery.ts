const icon = '<svg class="icon" viewBox="0 0 22 22" aria-hidden="true"><path d="M5 5l12 12M17 5 5 17"/></svg>'

/** Shows a picture large, in place of leaving for it. */
export class ShoeGallery extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      this.#zoom(link)
    })
  }

  #zoom(link: HTMLAnchorElement) {
    const dialog = document.createElement('dialog')
    dialog.className = 'zoom'
    dialog.innerHTML = `<img><button type="button">${icon}</button>`
    const image = dialog.querySelector('img')
    if (image) Object.assign(image, { src: link.href, alt: link.querySelector('img')?.alt ?? '' })
    dialog.querySelector('button')?.setAttribute('aria-label', this.dataset.close ?? '')
    dialog.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }
}

/** The size guide beside the sizes: the page itself, in a dialog. */
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
    const dialog = document.createElement('dialog')
    dialog.className = 'guide-dialog'
    dialog.innerHTML = `<button type="button" class="drawer-close">${icon}</button>`
    dialog.querySelector('button')?.setAttribute('aria-label', this.dataset.close ?? '')
    dialog.querySelector('button')?.addEventListener('click', () => dialog.close())
    dialog.append(...main.children)
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }
}
