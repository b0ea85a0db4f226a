import { openBag, sendForm } from './bag'
import type { QuickSizes } from './quick-sizes'

const finePointer = matchMedia('(hover: hover) and (pointer: fine)')
/** Milliseconds on a card before its second picture is wanted: whoever only passes over cards asks for none. */
const lingers = 80

const ofPicture = (addresses: string, id: string): string =>
  addresses.replace(/\/media\/[^/]+\//g, `/media/${id}/`)

/**
 * A swatch changes picture, colour, price, sizes, link and what the heart keeps of its card before one follows it; whoever points at the
 * card or comes to it by keyboard sees its second picture; sizes are added in place.
 */
export class ShoeCard extends HTMLElement {
  /** The price of the colour the card was drawn with, and the lowest one it is told beside. */
  #own: { price: string; low: string } | undefined

  connectedCallback() {
    let waiting = 0
    this.addEventListener('pointerover', (event) => this.#preview(event.target as Element))
    this.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') waiting = window.setTimeout(() => this.#loadSecond(), lingers)
    })
    this.addEventListener('pointerleave', () => clearTimeout(waiting))
    this.addEventListener('focusin', (event) => {
      const target = event.target as Element
      this.#preview(target)
      if (target.matches('.card-head a:focus-visible')) this.#loadSecond()
    })
    this.addEventListener('submit', (event) => void this.#add(event))
  }

  /** Whether it is seen then is the style sheet's. */
  #loadSecond() {
    const id = this.dataset.second
    const image = this.querySelector('img')
    if (!id || !image || !finePointer.matches) return
    delete this.dataset.second
    const second = new Image()
    second.className = 'second'
    second.alt = ''
    second.onload = () => second.classList.add('ready')
    second.onerror = () => {
      second.remove()
      this.dataset.second = id
    }
    second.sizes = image.sizes
    second.srcset = ofPicture(image.srcset, id)
    image.after(second)
  }

  #preview(target: Element) {
    const swatch = target.closest<HTMLAnchorElement>('.swatch')
    const image = this.querySelector('img')
    const price = this.querySelector('.card-head .price')
    const link = this.querySelector<HTMLAnchorElement>('.card-head a')
    const hue = this.querySelector('.hue')
    if (!swatch || !image || !price || !link || !hue || swatch.hasAttribute('aria-current')) return
    const low = this.querySelector('.lowest')
    this.#own ??= { price: price.innerHTML, low: low?.textContent ?? '' }
    // What is not known of the other colours is seen with the one the card was drawn with.
    this.toggleAttribute('data-other', !swatch.matches(':first-child'))
    const { colour = swatch.title, price: other, low: otherLow = '' } = swatch.dataset
    price.innerHTML = other ?? this.#own.price
    if (low) low.textContent = other === undefined ? this.#own.low : otherLow
    for (const one of this.querySelectorAll('.swatch')) one.removeAttribute('aria-current')
    swatch.setAttribute('aria-current', 'true')
    link.href = swatch.href
    hue.textContent = colour
    const slug = swatch.pathname.replace(/.*\//, '')
    this.#keep(slug)
    this.querySelector<QuickSizes>('quick-sizes')?.show(slug)
    this.#show(image, swatch.dataset.picture)
  }

  /** The heart keeps the colour that is seen; its words name the model. */
  #keep(slug: string) {
    const heart = this.querySelector<HTMLElement>('wish-button')
    const field = heart?.querySelector<HTMLInputElement>('[name="product"]')
    if (!heart || !field) return
    heart.dataset.slug = field.value = slug
    document.dispatchEvent(new CustomEvent('molini:wishes'))
  }

  #show(image: HTMLImageElement, id: string | undefined) {
    if (!id) return
    const srcset = ofPicture(image.srcset, id)
    const next = new Image()
    next.sizes = image.sizes
    next.srcset = srcset
    next.onload = () => {
      // Another swatch may have been pointed at meanwhile.
      if (this.querySelector<HTMLElement>('.swatch[aria-current]')?.dataset.picture !== id) return
      image.classList.add('fading')
      image.srcset = srcset
      image.src = ofPicture(image.src, id)
      requestAnimationFrame(() => image.classList.remove('fading'))
    }
  }

  async #add(event: SubmitEvent) {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const bag = await sendForm(form, event.submitter).catch(() => undefined)
    if (bag) openBag(bag)
    else form.submit()
  }
}
