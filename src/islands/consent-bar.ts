/** The choice that the browser remembers, and the words it was made about: `given.1.<receipt>`. */
const remembered = (): [string, string] => {
  const [, choice = '', edition = ''] =
    /(?:^|; )molini-consent=(given|refused)\.(\d+)\./.exec(document.cookie) ?? []
  return [choice, edition]
}

/** Asks once. What counts is loaded when somebody has agreed, and not before. */
export class ConsentBar extends HTMLElement {
  connectedCallback() {
    const [choice, edition] = remembered()
    if (edition === this.dataset.edition) {
      if (choice === 'given') this.#count()
      return
    }
    this.hidden = false
    this.querySelector('form')?.addEventListener('submit', (event) => void this.#choose(event))
  }

  async #choose(event: SubmitEvent) {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const fields = [...new FormData(form, event.submitter)]
    const body = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(
      () => undefined,
    )
    if (!answer) return
    this.hidden = true
    if (remembered()[0] === 'given') this.#count()
  }

  #count() {
    const { count } = this.dataset
    if (!count?.startsWith('/') || count.startsWith('//')) return
    const script = document.createElement('script')
    script.src = count
    document.head.append(script)
  }
}
