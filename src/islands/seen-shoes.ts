import { dropUnasked, forgetSeen, readSeen, rememberSeen, type Seen } from './seen'

/**
 * Remembers the shoes that somebody looks at, once they have asked for it, and shows those seen before; ends it as easily.
 * Which of the two it says and offers is the style sheet's, by `data-seen` of the page, which is there before the first paint.
 */
export class SeenShoes extends HTMLElement {
  connectedCallback() {
    dropUnasked()
    if (readSeen()) this.#remember()
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[data-turn]')
      if (!button) return
      if (button.dataset.turn === 'on') this.#remember()
      else this.#end()
      // The button that was pressed is gone.
      for (const other of this.querySelectorAll('button')) if (other.offsetParent) other.focus()
    })
  }

  #remember() {
    const { slug = '', name = '', colour = '', picture = '' } = this.dataset
    // A browser that keeps nothing has nothing to offer.
    if (!rememberSeen({ slug, name, colour, picture })) return this.remove()
    const others = (readSeen() ?? []).filter((one) => one.slug !== slug)
    this.querySelector('ul')?.replaceChildren(...others.map((one) => this.#item(one)))
    document.documentElement.dataset.seen = others.length > 0 ? 'some' : 'none'
  }

  #end() {
    forgetSeen()
    this.querySelector('ul')?.replaceChildren()
    delete document.documentElement.dataset.seen
  }

  #item({ slug, name, colour, picture }: Seen): HTMLLIElement {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `${this.dataset.base}${encodeURIComponent(slug)}`
    const image = new Image(240, 240)
    image.alt = ''
    image.loading = 'lazy'
    image.src = picture ? `/media/${encodeURIComponent(picture)}/320.webp` : '/assets/no-picture.svg'
    const words = document.createElement('span')
    words.textContent = `${name}, ${colour}`
    link.append(image, words)
    item.append(link)
    return item
  }
}
