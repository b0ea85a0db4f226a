/** Sends the filter as soon as something changes; in the sheet of a phone only its button does. */
export class FacetForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('change', () => {
      const sheet = this.closest('.filters-sheet')
      const isSheet = sheet && getComputedStyle(sheet.querySelector('summary') ?? sheet).display !== 'none'
      if (isSheet) void this.#count(form)
      else if (form.reportValidity()) form.requestSubmit()
    })
  }

  /** What the sheet's button promises: how many models the choice leaves. */
  async #count(form: HTMLFormElement) {
    const button = form.querySelector('[data-show]')
    const asked = new URLSearchParams(
      [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
    )
    const page = await fetch(`${form.action}?${asked}`).then((answer) => (answer.ok ? answer.text() : ''))
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-show]')
    if (button && fresh) button.textContent = fresh.textContent
  }
}
