import { openBag, sendForm } from './bag'
import { fitting, mySize, rememberSize } from './my-size'

interface AddWords {
  choose: string
  add: string
  adding: string
  gone: string
  /** As `gone`, where one can wait for it. */
  tell: string
  foot: string
  price: string
}

/** The place of a sold-out size in the form of those who wait for one. */
const waitingFor = (variant: string): HTMLOptionElement | undefined =>
  [...document.querySelectorAll<HTMLOptionElement>('.stock-alert option')].find(
    ({ value }) => value === variant,
  )

/** Names the chosen size on the button, says what is missing, and adds without leaving the page. */
export class AddToBag extends HTMLElement {
  #words: AddWords | undefined

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || !this.dataset.words) return
    this.#words = JSON.parse(this.dataset.words) as AddWords
    form.noValidate = true
    form.addEventListener('change', (event) => this.#changed(form, event.target as HTMLInputElement))
    form.addEventListener('submit', (event) => void this.#send(form, event))
    document.addEventListener('molini:sizes', () => this.#name(form))
    this.#watchBar(form)
    this.#name(form)
    void this.#preselect(form)
  }

  /** My size is chosen before I choose, where it is there and seen; my width, where the shoe has it. */
  async #preselect(form: HTMLFormElement) {
    const { foot, label } = await mySize(this.dataset.segment ?? '')
    if (form.querySelector('[name=variantId]:checked')) return
    const width = form.querySelector<HTMLInputElement>(`[name=width][data-width="${foot?.width ?? ''}"]`)
    const isOpen = form.querySelector<HTMLInputElement>('[name=width]:checked')?.defaultChecked
    if (width && isOpen) width.checked = true
    const seen = [...form.querySelectorAll<HTMLInputElement>('[name=variantId]')].filter(
      (radio) => radio.closest('label')?.offsetParent,
    )
    const own = foot ? fitting(seen, foot) : seen.find((radio) => radio.dataset.size === label)
    if (!own || own.dataset.gone !== undefined) return
    own.checked = true
    this.#name(form)
  }

  /** The size as it reads in the chosen system. */
  #sizeOf(radio: HTMLInputElement): string {
    const { sizes = 'eu' } = document.documentElement.dataset
    return radio.closest('label')?.querySelector(`.in-${sizes}`)?.textContent ?? ''
  }

  #changed(form: HTMLFormElement, input: HTMLInputElement) {
    if (input.name === 'width') {
      // A size of the other width must not stay chosen where one cannot see it.
      const chosen = form.querySelector<HTMLInputElement>('[name=variantId]:checked')
      if (chosen) chosen.checked = false
    }
    this.#name(form)
  }

  #name(form: HTMLFormElement) {
    const words = this.#words
    const buttons = form.querySelectorAll<HTMLButtonElement>('[data-add]')
    const hasAny = form.querySelector('[name=variantId]:not([data-gone])')
    if (!words || !hasAny) return
    const chosen = form.querySelector<HTMLInputElement>('[name=variantId]:checked')
    const size = chosen ? this.#sizeOf(chosen) : ''
    const gone = chosen?.dataset.gone !== undefined
    const isAwaited = gone && waitingFor(chosen.value) !== undefined
    const phrase = gone ? (isAwaited ? words.tell : words.gone) : words.add
    const label = chosen ? phrase.replace('{size}', size) : words.choose
    for (const button of buttons) {
      const price = button.dataset.withPrice !== undefined && chosen && !gone
      button.textContent = price ? `${label}, ${chosen.dataset.price ?? words.price}` : label
      button.toggleAttribute('data-idle', !chosen)
      if (!chosen || (gone && !isAwaited)) button.setAttribute('aria-disabled', 'true')
      else button.removeAttribute('aria-disabled')
    }
    const places = {
      chosen: size,
      foot: chosen?.dataset.foot ? words.foot.replace('{mm}', chosen.dataset.foot) : '',
    }
    for (const [name, text] of Object.entries(places)) {
      const place = form.querySelector(`.choice-head [data-${name}]`)
      if (place) place.textContent = text
    }
  }

  async #send(form: HTMLFormElement, event: SubmitEvent) {
    const button = event.submitter as HTMLButtonElement | null
    const chosen = form.querySelector<HTMLInputElement>('[name=variantId]:checked')
    if (chosen && chosen.dataset.gone === undefined && button?.name) return rememberSize(chosen.dataset.size)
    event.preventDefault()
    if (!chosen) return this.#ask(form)
    if (chosen.dataset.gone !== undefined) return this.#wait(chosen.value)
    if (button?.dataset.working !== undefined) return
    if (button && this.#words) {
      button.style.minWidth = `${button.offsetWidth}px`
      button.dataset.working = ''
      button.textContent = this.#words.adding
    }
    const bag = await sendForm(form).catch(() => undefined)
    delete button?.dataset.working
    this.#name(form)
    rememberSize(chosen.dataset.size)
    if (bag) openBag(bag)
    else form.submit()
  }

  /** Opens the form for sold-out sizes at the one that was chosen. */
  #wait(variant: string) {
    const option = waitingFor(variant)
    const form = option?.closest('form')
    if (!option || !form) return
    form.closest('details')?.setAttribute('open', '')
    option.selected = true
    form.querySelector<HTMLInputElement>('[name=email]')?.focus()
  }

  #ask(form: HTMLFormElement) {
    const grid = form.querySelector<HTMLElement>('.size-grid:not([hidden])')
    const first = [...form.querySelectorAll<HTMLInputElement>('[name=variantId]:not([data-gone])')].find(
      (radio) => radio.closest('label')?.offsetParent,
    )
    first?.focus()
    grid?.scrollIntoView({ block: 'center' })
  }

  /** The bar at the foot of a phone leaves when the button itself is in sight. */
  #watchBar(form: HTMLFormElement) {
    const own = form.querySelector('.buy')
    const bar = form.querySelector<HTMLElement>('[data-bar]')
    if (!own || !bar) return
    document.documentElement.dataset.bar = ''
    new IntersectionObserver(([entry]) => (bar.hidden = entry?.isIntersecting === true)).observe(own)
  }
}
