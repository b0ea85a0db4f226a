interface Seen {
  slug: string
  name: string
  colour: string
  picture: string
}

const key = 'molini-seen'
const most = 9

function read(): Seen[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(list)
      ? list.filter((one): one is Seen =>
          ['slug', 'name', 'colour', 'picture'].every(
            (part) => typeof (one as Record<string, unknown> | null)?.[part] === 'string',
          ),
        )
      : []
  } catch {
    return []
  }
}

function write(list: readonly Seen[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(list.slice(0, most)))
  } catch {
    // A browser that keeps nothing shows nothing.
  }
}

/** Shows what this browser has seen before, and keeps that this shoe was seen. */
export class SeenShoes extends HTMLElement {
  connectedCallback() {
    const { slug = '', name = '', colour = '', picture = '' } = this.dataset
    const others = read().filter((one) => one.slug !== slug)
    write([{ slug, name, colour, picture }, ...others])
    this.querySelector('button')?.addEventListener('click', () => {
      write([])
      this.hidden = true
    })
    this.querySelector('ul')?.replaceChildren(...others.slice(0, 8).map((one) => this.#item(one)))
    this.hidden = others.length === 0
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
