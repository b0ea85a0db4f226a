/** The other markets' links lead to the same page there. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-market]')
  if (!link) return
  const own = document.documentElement.dataset.market ?? 'eu'
  const path = own === 'eu' ? location.pathname : location.pathname.slice(own.length + 1)
  link.href = (link.dataset.market === 'eu' ? '' : `/${link.dataset.market}`) + path || '/'
})
