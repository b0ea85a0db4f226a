import { closeIcon } from './close-icon'

interface Words {
  close: string
  next: string
  previous: string
  zoom: string
  of: string
}

/** Loaded when somebody asks for it; no name that a bundle would take in. */
const turnScript = '/assets/shoe-turn.js'

/** Shows pictures large in place of leaving for them: arrows, plus and minus, pinching, a press for what is near. */
export class ShoeGallery extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const target = event.target as Element
      const turn = target.closest<HTMLElement>('[data-turn]')
      if (turn) import(turnScript).catch(() => (turn.textContent = turn.dataset.failed ?? ''))
      const link = target.closest('a')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      this.#open([...this.querySelectorAll('a')].indexOf(link), link)
    })
  }

  #open(first: number, opener: HTMLAnchorElement) {
    const links = [...this.querySelectorAll('a')]
    const words = JSON.parse(this.dataset.words ?? '{}') as Words
    const dialog = document.createElement('dialog')
    dialog.className = 'zoom'
    dialog.innerHTML = `<div tabindex="0"><img></div><p aria-live="polite"></p>
      <button type="button" data-do="previous">‹</button><button type="button" data-do="next">›</button>
      <button type="button" data-do="zoom">+</button><button type="button" data-do="close">${closeIcon}</button>`
    const frame = dialog.querySelector('div')
    const image = dialog.querySelector('img')
    if (!frame || !image) return
    for (const button of dialog.querySelectorAll('button')) {
      button.setAttribute('aria-label', words[button.dataset.do as keyof Words] ?? '')
      if (links.length < 2 && button.dataset.do?.match(/next|previous/)) button.hidden = true
    }
    let at = first
    const zoomTo = (isLarge: boolean, x = 0.5, y = 0.5) => {
      dialog.toggleAttribute('data-large', isLarge)
      dialog.querySelector('[data-do=zoom]')?.setAttribute('aria-pressed', String(isLarge))
      frame.scrollTo(
        frame.scrollWidth * x - frame.clientWidth / 2,
        frame.scrollHeight * y - frame.clientHeight / 2,
      )
    }
    const show = (index: number) => {
      at = (index + links.length) % links.length
      const link = links[at]
      Object.assign(image, { src: link?.href ?? '', alt: link?.querySelector('img')?.alt ?? '' })
      dialog.setAttribute('aria-label', image.alt)
      const place = dialog.querySelector('p')
      if (place)
        place.textContent = words.of
          .replace('{place}', String(at + 1))
          .replace('{count}', String(links.length))
      zoomTo(false)
    }
    const isLarge = () => dialog.hasAttribute('data-large')
    const deeds: Readonly<Record<string, () => void>> = {
      next: () => show(at + 1),
      previous: () => show(at - 1),
      zoom: () => zoomTo(!isLarge()),
      close: () => dialog.close(),
    }
    dialog.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('button')
      if (button) return deeds[button.dataset.do ?? '']?.()
      if (event.target !== image) return dialog.close()
      const box = image.getBoundingClientRect()
      zoomTo(!isLarge(), (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
    })
    dialog.addEventListener('keydown', (event) => {
      const { key } = event
      if (key === '+' || key === '=') zoomTo(true)
      else if (key === '-') zoomTo(false)
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
    document.body.append(dialog)
    show(first)
    dialog.showModal()
  }
}
