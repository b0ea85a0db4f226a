import { askAfter, timeLeft } from './time-left'

/** Far launches are not counted to the second by a timer that overflows. */
const mostTries = 12

/**
 * Counts down to a launch by the clock of the server, as far as its answers tell it, and fetches the page anew once it has
 * turned. What ticks is hidden from screen readers: they have the date, and are told once that it has begun.
 */
export class LaunchCountdown extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined
  #ahead = 0

  connectedCallback() {
    const at = Date.parse(this.dataset.at ?? '')
    if (Number.isNaN(at)) return
    this.#show(at)
    this.#timer = setInterval(() => this.#show(at), 1_000)
    void this.#setClock(at)
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }

  /** A visitor's clock may be wrong by minutes; the header is right to a second. */
  async #setClock(at: number) {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).catch(
      () => undefined,
    )
    const now = Date.parse(answer?.headers.get('date') ?? '')
    if (Number.isNaN(now)) return
    this.#ahead = now + 500 - Date.now()
    if (Math.abs(this.#ahead) < 2_000) this.#ahead = 0
    this.#show(at)
  }

  #show(at: number) {
    const left = at - Date.now() - this.#ahead
    const parts = timeLeft(left)
    for (const place of this.querySelectorAll<HTMLElement>('[data-part]')) {
      const value = parts[place.dataset.part as keyof typeof parts]
      place.textContent = place.dataset.part === 'days' ? String(value) : String(value).padStart(2, '0')
    }
    this.toggleAttribute('data-ticks', true)
    if (left > 0 || !this.#timer) return
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#ask(0)
  }

  /** The page turns in the shop, not here: it is asked until it has. */
  #ask(tries: number) {
    if (tries >= mostTries || !this.isConnected) return
    setTimeout(() => void this.#look(tries), askAfter(tries, Math.random()))
  }

  async #look(tries: number) {
    const answer = await fetch(location.pathname, { cache: 'no-store' }).catch(() => undefined)
    const page = answer?.ok ? await answer.text() : ''
    if (!page || page.includes('<launch-countdown')) return this.#ask(tries + 1)
    const begun = this.querySelector<HTMLElement>('[data-begun]')
    if (begun) begun.textContent = begun.dataset.words ?? ''
    location.reload()
  }
}
