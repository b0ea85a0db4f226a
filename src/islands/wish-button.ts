import { askMe } from './me'

const kept = new Set<string>()
let loaded: Promise<void> | undefined

const load = (): Promise<void> =>
  (loaded ??= askMe().then((me) => {
    for (const slug of me?.wishlist?.slugs ?? []) kept.add(slug)
  }))

export function showWishes(count: number): void {
  for (const place of document.querySelectorAll('[data-wish-count]'))
    place.textContent = count > 0 ? String(count) : ''
}

/** Keeps a shoe for later and forgets it again without leaving the page; says which by its state. */
export class WishButton extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const button = this.querySelector('button')
    if (!form || !button) return
    const words = button.querySelector('span')
    const keep = words?.textContent ?? ''
    const show = () => {
      const isKept = kept.has(this.dataset.slug ?? '')
      button.setAttribute('aria-pressed', String(isKept))
      if (words) words.textContent = isKept ? (this.dataset.kept ?? keep) : keep
    }
    void load().then(show)
    document.addEventListener('molini:wishes', show)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#toggle(form)
    })
  }

  async #toggle(form: HTMLFormElement) {
    await load()
    const slug = this.dataset.slug ?? ''
    const answer = await fetch(`/api/store/wishlist/items/${encodeURIComponent(slug)}`, {
      method: kept.has(slug) ? 'DELETE' : 'PUT',
    }).catch(() => undefined)
    if (!answer?.ok) return form.submit()
    const { wishlist } = (await answer.json()) as { wishlist: { count: number; slugs: string[] } }
    kept.clear()
    for (const one of wishlist.slugs) kept.add(one)
    showWishes(wishlist.count)
    document.dispatchEvent(new CustomEvent('molini:wishes'))
  }
}
