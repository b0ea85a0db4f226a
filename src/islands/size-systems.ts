import { choiceCookies } from '#domain/kept-keys'
import { keep } from './cookie'

/** Remembers the system of sizes; the style sheet does the showing. */
export class SizeSystems extends HTMLElement {
  connectedCallback() {
    const kept = document.documentElement.dataset.sizes
    const radio = this.querySelector<HTMLInputElement>(`[value="${kept ?? ''}"]`)
    if (radio) radio.checked = true
    this.addEventListener('change', (event) => {
      const { value } = event.target as HTMLInputElement
      event.stopPropagation()
      keep(choiceCookies.sizes, value)
      document.documentElement.dataset.sizes = value
      document.dispatchEvent(new CustomEvent('molini:sizes'))
    })
  }
}
