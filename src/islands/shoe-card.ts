import { openBag, sendForm } from './bag'

/** A swatch changes the picture of its card before one follows it; sizes are added in place. */
export class ShoeCard extends HTMLElement {
  connectedCallback() {
    this.addEventListener('pointerover', (event) => this.#preview(event.target as Element))
    this.addEventListener('focusin', (event) => this.#preview(event.target as Element))
    this.addEventListener('submit', (event) => void this.#add(event))
  }

  #preview(target: Element) {
    const swatch = target.closest<HTMLAnchorElement>('.swatch')
    const image = this.querySelector('img')
    const id = swatch?.dataset.picture
    if (!swatch || !image || !id || image.srcset.includes(`/media/${id}/`)) return
    const srcset = image.srcset.replace(/\/media\/[^/]+\//g, `/media/${id}/`)
    const next = new Image()
    next.sizes = image.sizes
    next.srcset = srcset
    next.onload = () => {
      image.classList.add('fading')
      image.srcset = srcset
      image.src = image.src.replace(/\/media\/[^/]+\//, `/media/${id}/`)
      requestAnimationFrame(() => image.classList.remove('fading'))
    }
    for (const other of this.querySelectorAll('.swatch')) other.removeAttribute('aria-current')
    swatch.setAttribute('aria-current', 'true')
    const link = this.querySelector<HTMLAnchorElement>('.card-head a')
    if (link) link.href = swatch.href
    this.querySelector('.quick')?.toggleAttribute('hidden', true)
  }

  async #add(event: SubmitEvent) {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const bag = await sendForm(form, event.submitter).catch(() => undefined)
    if (bag) openBag(bag)
    else form.submit()
  }
}

/** Where nothing hovers, a button opens the sizes. */
export class QuickSizes extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const button = this.querySelector('.quick-open')
    button?.addEventListener('click', () => {
      const open = form?.toggleAttribute('data-open') ?? false
      button.setAttribute('aria-expanded', String(open))
    })
  }
}
