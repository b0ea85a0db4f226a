import { samePage } from './same-page'

/** The addresses of a page are in its head, and in its body where it was sent before they were known. */
const namedHere = (): Map<string, string> =>
  new Map(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang]')].map(
      ({ hreflang, href }) => [hreflang, href],
    ),
  )

/** The other markets' links lead to the same page there, with the words of a search. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-market]')
  if (!link) return
  const { market = 'eu' } = link.dataset
  const { market: own = 'eu' } = document.documentElement.dataset
  const { pathname, search } = location
  link.href = samePage({ market, hreflang: link.hreflang }, { own, named: namedHere(), pathname, search })
})
