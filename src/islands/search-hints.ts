interface Hint {
  title?: string
  name?: string
  brand?: string
  slug?: string
  path?: string
  image?: { id: string; url: string }
}
interface Hints {
  products: Hint[]
  categories: Hint[]
  brands: Hint[]
  queries: string[]
}

const patience = 120
let hints = 0

/**
 * Suggestions while one types: a combobox whose options are links. Arrow keys go through them, Escape puts them away; Enter
 * without a chosen one and the button search as they do without script.
 */
export class SearchHints extends HTMLElement {
  #timer = 0
  #asked: AbortController | undefined
  #active = -1

  connectedCallback() {
    const input = this.querySelector('input')
    const place = this.#place()
    if (!input || !place) return
    place.id ||= `suggestions-${++hints}`
    place.setAttribute('role', 'listbox')
    place.setAttribute('aria-label', this.#words().label ?? '')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', place.id)
    input.setAttribute('aria-expanded', 'false')
    this.closest('details')?.addEventListener('toggle', (event) => {
      if ((event.target as HTMLDetailsElement).open) input.focus()
    })
    input.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(input.value.trim()), patience)
    })
    input.addEventListener('keydown', (event) => this.#press(event))
  }

  async #ask(q: string) {
    this.#asked?.abort()
    this.#asked = new AbortController()
    if (q.length < 2) return this.#show([])
    const query = new URLSearchParams({ q, market: this.dataset.market ?? 'eu' })
    const answer = await fetch(`/api/store/suggest?${query}`, { signal: this.#asked.signal }).catch(
      () => undefined,
    )
    if (answer?.ok) this.#show(this.#groups((await answer.json()) as Hints))
  }

  #place = () => this.querySelector('.suggestions')
  #words = () => JSON.parse(this.dataset.words ?? '{}') as Record<string, string>
  #options = () => [...this.querySelectorAll<HTMLAnchorElement>('.suggestions a')]

  #groups({ products, categories, brands, queries }: Hints) {
    const path = this.dataset.path ?? ''
    const words = this.#words()
    const searchFor = (q = '') => `${path}/search?q=${encodeURIComponent(q)}`
    return [
      group(
        words.products,
        products.slice(0, 5).map((one) => link(`${path}/p/${one.slug}`, one.title, one.image)),
      ),
      group(
        words.categories,
        categories
          .slice(0, 6)
          .map((one) => link(`${path}/c/${one.path}`, placed(one.name, `${path}/c/${one.path}`))),
      ),
      group(
        words.brands,
        brands.slice(0, 5).map(({ name }) => link(searchFor(name), name)),
      ),
      group(
        words.queries,
        queries
          // What is a brand stands among the brands.
          .filter((one) => !brands.some(({ name }) => name?.toLowerCase() === one))
          .slice(0, 5)
          .map((one) => link(searchFor(one), one)),
      ),
    ].filter((one) => one !== undefined)
  }

  #show(groups: HTMLElement[]) {
    const place = this.#place()
    place?.replaceChildren(...groups)
    const options = this.#options()
    for (const [at, option] of options.entries()) option.id = `${place?.id}-${at}`
    this.#choose(-1)
    this.querySelector('input')?.setAttribute('aria-expanded', String(options.length > 0))
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = options.length > 0 ? `${this.#words().count} ${options.length}` : ''
  }

  #choose(at: number) {
    const options = this.#options()
    this.#active = at
    for (const [place, option] of options.entries())
      option.setAttribute('aria-selected', String(place === at))
    const input = this.querySelector('input')
    const chosen = options[at]
    if (chosen) input?.setAttribute('aria-activedescendant', chosen.id)
    else input?.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }

  #press(event: KeyboardEvent) {
    const options = this.#options()
    if (options.length === 0 || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      // One place beyond the options is the field itself.
      const places = options.length + 1
      this.#choose(((this.#active + 1 + step + places) % places) - 1)
    } else if (event.key === 'Enter' && options[this.#active]) options[this.#active]?.click()
    else if (event.key === 'Escape') this.#show([])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Boots are in every department: the menu says in which one a category is. */
function placed(name: string | undefined, href: string): string {
  const inMenu = document.querySelector(`.departments a[href="${href}"]`)
  const department = inMenu?.closest('details')?.querySelector('summary')?.textContent
  return department ? `${name}, ${department}` : (name ?? '')
}

function link(href: string, text = '', image?: Hint['image']): HTMLAnchorElement {
  const anchor = document.createElement('a')
  anchor.href = href
  anchor.tabIndex = -1
  anchor.setAttribute('role', 'option')
  if (image) {
    const picture = new Image(56, 56)
    picture.src = image.id ? `/media/${image.id}/320.webp` : image.url
    picture.alt = ''
    anchor.append(picture)
  }
  anchor.append(text)
  return anchor
}

function group(name: string | undefined, links: HTMLAnchorElement[]): HTMLElement | undefined {
  if (links.length === 0) return undefined
  const part = document.createElement('div')
  part.setAttribute('role', 'group')
  part.setAttribute('aria-label', name ?? '')
  const head = document.createElement('div')
  head.className = 'group-name'
  head.ariaHidden = 'true'
  head.textContent = name ?? ''
  part.append(head, ...links)
  return part
}
