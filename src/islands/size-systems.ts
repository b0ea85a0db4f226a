import { choiceCookies } from '#domain/kept-keys'
import { keep } from './cookie'
import { askMe } from './me'

/** Who is signed in has it in every browser. */
async function keepWithAccount(sizeSystem: string): Promise<void> {
  if (!(await askMe())?.customer) return
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ sizeSystem })
  await fetch('/api/store/me', { method: 'PATCH', keepalive: true, headers, body }).catch(() => undefined)
}

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
      void keepWithAccount(value)
      document.dispatchEvent(new CustomEvent('molini:sizes'))
    })
  }
}
