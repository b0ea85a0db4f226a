import type { ColourSizes, sizesOf } from './card-sizes'

/** Loaded by who looks at another colour of a card. */
const script = '/assets/card-sizes.js'
/** Milliseconds on a swatch before the sizes of its colour are wanted. */
const lingers = 80

/** The sizes of a card, in the colour that it shows. Where nothing hovers, a button opens them. */
export class QuickSizes extends HTMLElement {
  #own: ColourSizes | undefined
  #wanted = ''
  #timer = 0

  connectedCallback() {
    const form = this.querySelector('form')
    const button = this.querySelector('.quick-open')
    button?.addEventListener('click', () => {
      const open = form?.toggleAttribute('data-open') ?? false
      button.setAttribute('aria-expanded', String(open))
    })
  }

  /** Until the sizes of a colour are known there are none: nobody adds those of another one by mistake. */
  show(slug: string) {
    clearTimeout(this.#timer)
    this.#own ??= this.#drawn()
    this.#wanted = slug
    if (slug === this.#own.slug) return this.#put(this.#own)
    this.toggleAttribute('data-waiting', true)
    this.#timer = window.setTimeout(() => void this.#ask(slug), lingers)
  }

  #field = (name: string) => this.querySelector<HTMLInputElement>(`[name="${name}"]`)
  #titled = () => this.querySelector('.quick-open .sr-only')

  /** The colour that the card came with. */
  #drawn(): ColourSizes {
    return {
      slug: this.#field('product')?.value ?? '',
      title: this.#titled()?.textContent?.replace(/^, /, '') ?? '',
      sizes: [...this.querySelectorAll('form > :not(input)')],
    }
  }

  async #ask(slug: string) {
    const { addSize, gone } = this.closest<HTMLElement>('.cards')?.dataset ?? {}
    const market = this.#field('market')?.value
    if (!addSize || !gone || !market) return
    const loaded = (await import(script).catch(() => undefined)) as { sizesOf: typeof sizesOf } | undefined
    const found = await loaded?.sizesOf({ slug, market, words: { add: addSize, gone } })
    if (found && this.#wanted === slug) this.#put(found)
  }

  #put({ slug, title, sizes }: ColourSizes) {
    const [form, product, titled] = [this.querySelector('form'), this.#field('product'), this.#titled()]
    if (!form || !product || !titled) return
    product.value = slug
    titled.textContent = `, ${title}`
    form.replaceChildren(...form.querySelectorAll('input'), ...sizes)
    this.removeAttribute('data-waiting')
  }
}
