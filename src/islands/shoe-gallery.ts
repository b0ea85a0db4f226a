import type { openZoom, ZoomWords } from './picture-zoom'

/** Loaded when somebody asks for them; no names that a bundle would take in. */
const turnScript = '/assets/shoe-turn.js'
const zoomScript = '/assets/picture-zoom.js'

/** Shows pictures large in place of leaving for them, and lets a shoe be turned. */
export class ShoeGallery extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const target = event.target as Element
      const turn = target.closest<HTMLElement>('[data-turn]')
      if (turn) import(turnScript).catch(() => (turn.textContent = turn.dataset.failed ?? ''))
      const link = target.closest('a')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void this.#open(link)
    })
  }

  async #open(opener: HTMLAnchorElement) {
    const links = [...this.querySelectorAll('a')]
    const words = JSON.parse(this.dataset.words ?? '{}') as ZoomWords
    const script = (await import(zoomScript).catch(() => undefined)) as
      { openZoom: typeof openZoom } | undefined
    if (!script) location.href = opener.href
    else if (!document.querySelector('dialog.zoom')) script.openZoom(links, opener, words)
  }
}
