import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { FooterView, NavigationItem } from '#domain/content-views'
import { markets } from '#domain/markets'
import { wordsIn } from '../app/words'
import { Departments, PhoneMenu } from './departments'
import { Footer } from './footer'

const shop = { market: markets.de, t: wordsIn('de') }
const items: NavigationItem[] = [
  {
    label: 'Damen & Co',
    href: '/c/women',
    children: [
      {
        label: 'Stiefel',
        href: '/c/women/boots',
        children: [{ label: '<b>Neu</b>', href: '/c/women/boots/new', children: [] }],
      },
      { label: 'Nur ein Wort', children: [] },
    ],
  },
  { label: 'Journal', href: '/journal', children: [] },
]
const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].flatMap(([, href]) => href ?? [])

test('the departments lead where the navigation says, within their market, and its words are no markup', () => {
  const html = renderToStaticMarkup(<Departments shop={shop} items={items} />)
  expect(linksIn(html)).toEqual(['/de/c/women', '/de/c/women/boots', '/de/c/women/boots/new', '/de/journal'])
  expect(html).toContain('<p class="label">Nur ein Wort</p>')
  expect(html).toContain('<summary>Damen &amp; Co</summary>')
  expect(html).toContain('&lt;b&gt;Neu&lt;/b&gt;')
  expect(html).not.toContain('<b>')
})

test('the sheet for phones is the same tree', () => {
  const html = renderToStaticMarkup(<PhoneMenu shop={shop} items={items} />)
  expect(linksIn(html).slice(0, 4)).toEqual([
    '/de/c/women',
    '/de/c/women/boots',
    '/de/c/women/boots/new',
    '/de',
  ])
  expect(html.match(/<details/g)).toHaveLength(3)
  expect(html).not.toContain('<b>')
})

test('the foot of a page has the links of the shop and the way to every other market', () => {
  const footer: FooterView = {
    columns: [{ heading: 'Hilfe "hier"', links: [{ label: 'Größen', href: '/size-guide' }] }],
    smallPrint: 'Alle Preise & mehr.',
  }
  const html = renderToStaticMarkup(<Footer shop={shop} footer={footer} />)
  expect(html).toContain('<nav aria-label="Hilfe &quot;hier&quot;"><h2>Hilfe &quot;hier&quot;</h2>')
  expect(html).toContain('Alle Preise &amp; mehr. ')
  expect(linksIn(html)).toEqual(expect.arrayContaining(['/de/size-guide', '/', '/it', '/uk', '/us']))
  expect(html.match(/data-market="/g)).toHaveLength(Object.keys(markets).length - 1)
})
