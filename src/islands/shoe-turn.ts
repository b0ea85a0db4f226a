import {
  degreesOf,
  draggedTo,
  fittingWidth,
  keptFrames,
  loadingOrder,
  nearestFrame,
  stepsOfKey,
  wrapFrame,
} from '#domain/turn'
import { closeIcon } from './close-icon'

interface Words {
  of: string
  close: string
  loaded: string
}

interface Network {
  saveData?: boolean
  effectiveType?: string
}

/** At the same time: the shop makes a size when it is first asked for, and has others to serve. */
const atOnce = 4

function isSparing(): boolean {
  const { connection } = navigator as Navigator & { connection?: Network }
  return (
    Boolean(connection?.saveData) ||
    /^(slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '') ||
    matchMedia('(prefers-reduced-data: reduce)').matches
  )
}

/**
 * Pictures around a shoe, which it turns through by dragging, by keys and by a slider. It is defined when somebody asks
 * for it, so it begins at once; it never turns by itself.
 */
export class ShoeTurn extends HTMLElement {
  /** What is turned through, and how far the shoe has turned in each. */
  #frames: { id: string; degrees: number }[] = []
  readonly #pictures = new Map<number, HTMLImageElement>()
  readonly #range = document.createElement('input')
  readonly #progress = document.createElement('progress')
  readonly #bar = document.createElement('div')
  #words: Words = { of: '', close: '', loaded: '' }
  #label = ''
  #first: HTMLImageElement | null = null
  #shown: HTMLImageElement | null = null
  #button: HTMLButtonElement | null = null
  #width = 0
  #at = 0
  /** Counts openings: what an earlier one still waits for is no longer asked for. */
  #opening = 0

  connectedCallback() {
    this.#first = this.#shown = this.querySelector('img')
    this.#button = this.querySelector('button')
    if (!this.#first || !this.#button || this.#frames.length > 0) return
    const ids = this.dataset.frames?.split(' ') ?? []
    this.#words = JSON.parse(this.dataset.words ?? '{}') as Words
    this.#label = this.#button.textContent
    const isSmall = isSparing()
    this.#frames = keptFrames(ids.length, isSmall).map((frame) => ({
      id: ids[frame] ?? '',
      degrees: degreesOf(frame, ids.length),
    }))
    this.#width = fittingWidth(this.clientWidth, devicePixelRatio, isSmall)
    this.#furnish()
    this.#button.addEventListener('click', () => this.#open())
    this.#listen()
    this.#open()
  }

  disconnectedCallback() {
    this.#opening += 1
  }

  #furnish() {
    Object.assign(this.#range, { type: 'range', min: '0', max: String(this.#frames.length - 1), value: '0' })
    this.#range.setAttribute('aria-label', this.#label)
    this.#progress.max = this.#frames.length
    this.#progress.setAttribute('aria-label', this.#words.loaded)
    const close = document.createElement('button')
    close.type = 'button'
    close.innerHTML = closeIcon
    close.setAttribute('aria-label', this.#words.close)
    close.addEventListener('click', () => this.#close())
    this.#bar.append(this.#range, close, this.#progress)
  }

  #open() {
    this.#opening += 1
    this.dataset.open = ''
    if (this.#button) this.#button.textContent = this.#label
    this.append(this.#bar)
    // It is the first frame already, in a size of its own.
    if (this.#first?.complete && this.#first.naturalWidth > 0) this.#pictures.set(0, this.#first)
    this.#progress.hidden = this.#pictures.size === this.#frames.length
    this.#turnTo(this.#at)
    this.#range.focus({ preventScroll: true })
    void this.#load(this.#opening)
  }

  #close() {
    this.#opening += 1
    delete this.dataset.open
    this.#bar.remove()
    if (this.#first) this.#show(this.#first)
    this.#at = 0
    this.#button?.focus({ preventScroll: true })
  }

  async #load(opening: number) {
    const isOpen = () => opening === this.#opening
    // What failed is asked for once more: a shop that has too much to do says so for seconds.
    for (let tries = 0; tries < 2 && isOpen(); tries += 1) {
      const missing = loadingOrder(this.#frames.length).filter((frame) => !this.#pictures.has(frame))
      const fetchNext = async () => {
        for (let frame = missing.shift(); frame !== undefined && isOpen(); frame = missing.shift())
          await this.#fetch(frame)
      }
      await Promise.all(Array.from({ length: atOnce }, fetchNext))
    }
    if (!isOpen()) return
    this.#progress.hidden = true
    if (this.#pictures.size > 1 || !this.#button) return
    this.#button.textContent = this.#button.dataset.failed ?? ''
    this.#close()
  }

  async #fetch(frame: number) {
    const picture = new Image()
    picture.alt = this.#first?.alt ?? ''
    picture.src = `/media/${this.#frames[frame]?.id}/${this.#width}.webp`
    const isThere = await picture.decode().then(
      () => true,
      () => false,
    )
    if (!isThere) return
    this.#pictures.set(frame, picture)
    this.#progress.value = this.#pictures.size
    if (this.hasAttribute('data-open')) this.#turnTo(this.#at)
  }

  #turnTo(frame: number) {
    const count = this.#frames.length
    this.#at = frame
    this.#range.value = String(frame)
    const words = this.#words.of.replace('{degrees}', String(this.#frames[frame]?.degrees))
    this.#range.setAttribute('aria-valuetext', words)
    const near = nearestFrame(frame, count, (one) => this.#pictures.has(one))
    const picture = near === undefined ? undefined : this.#pictures.get(near)
    if (picture) this.#show(picture)
  }

  #show(picture: HTMLImageElement) {
    if (picture !== this.#shown) this.#shown?.replaceWith(picture)
    this.#shown = picture
  }

  #listen() {
    this.#range.addEventListener('input', () => this.#turnTo(this.#range.valueAsNumber))
    this.#range.addEventListener('keydown', (event) => {
      const step = stepsOfKey[event.key]
      if (event.key === 'Escape') this.#close()
      else if (step) this.#turnTo(wrapFrame(this.#at + step, this.#frames.length))
      else return
      event.preventDefault()
    })
    let held: { x: number; at: number } | undefined
    this.addEventListener('pointerdown', (event) => {
      // The pictures let presses through, so that it may change under a finger.
      if (event.target !== this || !this.hasAttribute('data-open') || event.button !== 0) return
      held = { x: event.clientX, at: this.#at }
      this.setPointerCapture(event.pointerId)
      this.#range.focus({ preventScroll: true })
    })
    this.addEventListener('pointermove', (event) => {
      if (!held) return
      const over = { width: this.clientWidth, count: this.#frames.length }
      this.#turnTo(draggedTo(held.at, event.clientX - held.x, over))
    })
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
      this.addEventListener(end, () => (held = undefined))
  }
}

if (!customElements.get('shoe-turn')) customElements.define('shoe-turn', ShoeTurn)
