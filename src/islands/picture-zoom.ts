import { closeIcon } from './close-icon'

export interface ZoomWords {
  close: string
  next: string
  previous: string
  zoom: string
  of: string
}

interface Point {
  x: number
  y: number
}

/** Where fingers, picture and scale were when a finger came or left. */
interface Hold {
  middle: Point
  apart: number
  scale: number
  scroll: Point
}

interface Tap {
  at: Point
  time: number
}

const most = 4
/** What the button, a press and a double tap make of it. */
const large = 2.5
const step = 1.5
/** Milliseconds and pixels within which touches are a tap, and two taps a double one. */
const tap = { time: 300, moved: 10, apart: 40 }
const swipe = 50

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)

/** A picture in a frame that scrolls: one point of it stays where it is while it grows. */
function scalable(frame: HTMLElement, image: HTMLElement, changed: (scale: number) => void) {
  let scale = 1
  const place = (wanted: number, at: Point, content: Point) => {
    scale = Math.min(most, Math.max(1, wanted))
    image.style.width = image.style.height = `${scale * 100}%`
    changed(scale)
    frame.scrollTo(content.x * scale - at.x, content.y * scale - at.y)
  }
  const inside = ({ x, y }: Point): Point => {
    const { left, top } = frame.getBoundingClientRect()
    return { x: x - left, y: y - top }
  }
  return {
    get: () => scale,
    inside,
    place,
    /** Around a point of the frame, else around its middle. */
    zoom(wanted: number, at: Point = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) {
      place(wanted, at, { x: (frame.scrollLeft + at.x) / scale, y: (frame.scrollTop + at.y) / scale })
    },
  }
}

type Scalable = ReturnType<typeof scalable>

/** Two fingers enlarge about their middle, one moves the enlarged picture or goes on to the next, a double tap enlarges. */
function followFingers(frame: HTMLElement, picture: Scalable, turn: (by: number) => void): void {
  const fingers = new Map<number, Point>()
  let hold: Hold | undefined
  let first: Tap | undefined
  let last: Tap | undefined
  const reading = (): Hold | undefined => {
    const [one, other = one] = fingers.values()
    if (!one || !other) return undefined
    return {
      middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
      apart: distance(one, other),
      scale: picture.get(),
      scroll: { x: frame.scrollLeft, y: frame.scrollTop },
    }
  }
  frame.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse') return
    const at = picture.inside(event)
    frame.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, at)
    first = fingers.size === 1 ? { at, time: event.timeStamp } : undefined
    hold = reading()
  })
  frame.addEventListener('pointermove', (event) => {
    if (!fingers.has(event.pointerId)) return
    fingers.set(event.pointerId, picture.inside(event))
    const now = reading()
    const from = hold
    if (!now || !from) return
    const content = (axis: 'x' | 'y') => (from.scroll[axis] + from.middle[axis]) / from.scale
    const growth = from.apart ? now.apart / from.apart : 1
    picture.place(from.scale * growth, now.middle, { x: content('x'), y: content('y') })
  })
  const tapped = (at: Point, time: number) => {
    const isSecond = last && time - last.time < tap.time && distance(at, last.at) < tap.apart
    last = isSecond ? undefined : { at, time }
    if (isSecond) picture.zoom(picture.get() > 1 ? 1 : large, at)
  }
  const leave = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return
    hold = reading()
    if (!first || event.type === 'pointercancel') return
    const at = picture.inside(event)
    const across = at.x - first.at.x
    if (event.timeStamp - first.time < tap.time && distance(at, first.at) < tap.moved)
      tapped(at, event.timeStamp)
    else if (picture.get() === 1 && Math.abs(across) > Math.max(swipe, 2 * Math.abs(at.y - first.at.y)))
      turn(across < 0 ? 1 : -1)
  }
  frame.addEventListener('pointerup', leave)
  frame.addEventListener('pointercancel', leave)
}

/** Shows the pictures behind `links` large, from one of them on; closed, the focus goes back to it. */
export function openZoom(links: readonly HTMLAnchorElement[], opener: HTMLAnchorElement, words: ZoomWords) {
  const dialog = document.createElement('dialog')
  dialog.className = 'zoom'
  dialog.innerHTML = `<div tabindex="0"><img></div><p aria-live="polite"></p>
    <button type="button" data-do="previous">‹</button><button type="button" data-do="next">›</button>
    <button type="button" data-do="zoom">+</button><button type="button" data-do="close">${closeIcon}</button>`
  const frame = dialog.querySelector('div')
  const image = dialog.querySelector('img')
  if (!frame || !image) return
  for (const button of dialog.querySelectorAll('button')) {
    button.setAttribute('aria-label', words[button.dataset.do as keyof ZoomWords] ?? '')
    if (links.length < 2 && button.dataset.do?.match(/next|previous/)) button.hidden = true
  }
  const picture = scalable(frame, image, (scale) => {
    dialog.toggleAttribute('data-large', scale > 1)
    dialog.querySelector('[data-do=zoom]')?.setAttribute('aria-pressed', String(scale > 1))
  })
  const isLarge = () => picture.get() > 1
  let at = links.indexOf(opener)
  const show = (index: number) => {
    at = (index + links.length) % links.length
    const link = links[at]
    Object.assign(image, { src: link?.href ?? '', alt: link?.querySelector('img')?.alt ?? '' })
    dialog.setAttribute('aria-label', image.alt)
    const place = dialog.querySelector('p')
    if (place)
      place.textContent = words.of.replace('{place}', String(at + 1)).replace('{count}', String(links.length))
    picture.zoom(1)
  }
  const press = (at?: Point) => picture.zoom(isLarge() ? 1 : large, at)
  const deeds: Readonly<Record<string, () => void>> = {
    next: () => show(at + 1),
    previous: () => show(at - 1),
    zoom: () => press(),
    close: () => dialog.close(),
  }
  let isMouse = true
  dialog.addEventListener('pointerdown', ({ pointerType }) => (isMouse = pointerType === 'mouse'))
  dialog.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button')
    if (button) deeds[button.dataset.do ?? '']?.()
    // What fingers do has been done.
    if (button || !isMouse) return
    if (event.target !== image) dialog.close()
    else press(picture.inside({ x: event.clientX, y: event.clientY }))
  })
  // Two fingers on a touchpad.
  dialog.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const at = picture.inside({ x: event.clientX, y: event.clientY })
      picture.zoom(picture.get() * Math.exp(-event.deltaY / 100), at)
    },
    { passive: false },
  )
  dialog.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey } = event
    if (ctrlKey || metaKey) return
    if (key === '+' || key === '=') picture.zoom(isLarge() ? picture.get() * step : large)
    else if (key === '-') picture.zoom(picture.get() / step)
    // Enlarged, the arrows move about in the picture.
    else if (!isLarge() && key === 'ArrowRight') show(at + 1)
    else if (!isLarge() && key === 'ArrowLeft') show(at - 1)
    else return
    event.preventDefault()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    opener.focus()
  })
  followFingers(frame, picture, (by) => links.length > 1 && show(at + by))
  document.body.append(dialog)
  show(at)
  dialog.showModal()
}
