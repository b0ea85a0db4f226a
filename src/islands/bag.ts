/** The bag as the server draws it: the same page that works without script, taken out of its document. */
export interface Bag {
  part: Element
  count: number
}

export function readBag(html: string): Bag | undefined {
  const part = new DOMParser().parseFromString(html, 'text/html').querySelector('#bag')
  return part ? { part, count: Number(part.getAttribute('data-count')) } : undefined
}

/** Sends a form of the shop as the browser would; the answer is the page it leads to. */
export async function sendForm(
  form: HTMLFormElement,
  submitter?: HTMLElement | null,
): Promise<Bag | undefined> {
  const data = new FormData(form, submitter)
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams([...data].map(([name, value]): [string, string] => [name, String(value)])),
  })
  return answer.ok ? readBag(await answer.text()) : undefined
}

export function showCount(count: number): void {
  for (const place of document.querySelectorAll('[data-bag-count]'))
    place.textContent = count > 0 ? String(count) : ''
}

/** Hands a bag to the drawer of the page. */
export function openBag(bag: Bag): void {
  document.dispatchEvent(new CustomEvent('molini:bag', { detail: bag }))
}
