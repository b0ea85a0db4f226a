import { choiceCookies } from '#domain/kept-keys'
import { keep } from './cookie'

export class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.#mark(document.documentElement.dataset.theme ?? 'system')
    this.addEventListener('click', (event) => {
      const value = (event.target as Element).closest('button')?.value
      if (!value) return
      keep(choiceCookies.theme, value === 'system' ? '' : value)
      if (value === 'system') delete document.documentElement.dataset.theme
      else document.documentElement.dataset.theme = value
      this.#mark(value)
    })
  }

  #mark(theme: string) {
    for (const button of this.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === theme))
  }
}
