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
  queries: string[]
}

const patience = 180

/** Suggestions while one types. Enter and the button search as they do without script. */
export class SearchHints extends HTMLElement {
  #timer = 0
  #asked: AbortController | undefined

  connectedCallback() {
    const input = this.querySelector('input')
    this.closest('details')?.addEventListener('toggle', (event) => {
      if ((event.target as HTMLDetailsElement).open) input?.focus()
    })
    input?.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(input.value.trim()), patience)
    })
  }

  async #ask(q: string) {
    this.#asked?.abort()
    this.#asked = new AbortController()
    if (q.length < 2) return this.#place()?.replaceChildren()
    const query = new URLSearchParams({ q, market: this.dataset.market ?? 'eu' })
    const answer = await fetch(`/api/store/suggest?${query}`, { signal: this.#asked.signal }).catch(
      () => undefined,
    )
    if (answer?.ok) this.#show((await answer.json()) as Hints)
  }

  #place = () => this.querySelector('.suggestions')

  #show({ products, categories, queries }: Hints) {
    const path = this.dataset.path ?? ''
    const words = JSON.parse(this.dataset.words ?? '{}') as Record<string, string>
    const groups = [
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
        words.queries,
        queries.slice(0, 5).map((one) => link(`${path}/search?q=${encodeURIComponent(one)}`, one)),
      ),
    ]
    this.#place()?.replaceChildren(...groups.filter((one) => one !== undefined))
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
  const head = document.createElement('h3')
  head.textContent = name ?? ''
  part.append(head, ...links)
  return part
}
