import { readLast } from './last-known'

/** On the offline page: bag and wishlist as they were, in words of the page. */
const known = readLast()
const { lang } = document.documentElement

function itemOf({ title, note }: { title: string; note: string }): HTMLLIElement {
  const item = document.createElement('li')
  const [name, more] = [document.createElement('span'), document.createElement('span')]
  name.className = 'label'
  name.textContent = title
  more.className = 'muted small'
  more.textContent = note
  item.append(name, more)
  return item
}

for (const section of document.querySelectorAll<HTMLElement>('[data-last]')) {
  const items = known?.[section.dataset.last === 'wishes' ? 'wishes' : 'bag'] ?? []
  if (!known || items.length === 0) continue
  section.querySelector('ul')?.append(...items.map(itemOf))
  const when = section.querySelector('[data-last-at]')
  if (when)
    when.textContent = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(known.at),
    )
  section.hidden = false
}
addEventListener('online', () => location.reload())
