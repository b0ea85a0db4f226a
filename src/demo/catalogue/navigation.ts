import { categories, categoryHref } from './categories'
import type { FooterColumn, NavigationItem, Words } from './types'

const branch = (slug: string): NavigationItem[] =>
  categories
    .filter((category) => category.parent === slug)
    .toSorted((a, b) => a.order - b.order)
    .map((category) => {
      const children = branch(category.slug)
      return {
        label: category.name,
        href: categoryHref(category.slug),
        category: category.slug,
        ...(children.length > 0 ? { children } : {}),
      }
    })

const link = (href: string, label: Words): NavigationItem => ({ label, href })

const categoryLink = (slug: string, label: Words): NavigationItem => ({
  label,
  href: categoryHref(slug),
  category: slug,
  children: branch(slug),
})

export const mainNavigation: readonly NavigationItem[] = [
  categoryLink('men', { en: 'Men', it: 'Uomo', de: 'Herren' }),
  categoryLink('women', { en: 'Women', it: 'Donna', de: 'Damen' }),
  categoryLink('kids', { en: 'Kids', it: 'Bambini', de: 'Kinder' }),
  {
    ...link('/care', { en: 'Care', it: 'Cura', de: 'Pflege' }),
    children: [
      link(categoryHref('care'), { en: 'Care products', it: 'Prodotti per la cura', de: 'Pflegemittel' }),
      link('/care-smooth-leather', { en: 'Smooth leather', it: 'Pelle liscia', de: 'Glattleder' }),
      link('/care-suede', { en: 'Suede and nubuck', it: 'Camoscio e nabuk', de: 'Velours und Nubuk' }),
      link('/care-canvas-and-mesh', { en: 'Canvas and mesh', it: 'Tela e rete', de: 'Leinen und Mesh' }),
    ],
  },
  link('/about', { en: 'The workshop', it: 'La bottega', de: 'Die Werkstatt' }),
]

export const footerColumns: readonly FooterColumn[] = [
  {
    heading: { en: 'Help', it: 'Aiuto', de: 'Hilfe' },
    links: [
      link('/size-guide', { en: 'Size guide', it: 'Guida ai numeri', de: 'Größenratgeber' }),
      link('/shipping', {
        en: 'Delivery and payment',
        it: 'Consegna e pagamento',
        de: 'Lieferung und Zahlung',
      }),
      link('/returns', { en: 'Returns', it: 'Resi', de: 'Rücksendung' }),
      link('/find-order', { en: 'Find an order', it: 'Cerca un ordine', de: 'Bestellung finden' }),
    ],
  },
  {
    heading: { en: 'Molini', it: 'Molini', de: 'Molini' },
    links: [
      link('/journal', { en: 'Journal', it: 'Diario', de: 'Journal' }),
      link('/about', { en: 'The workshop', it: 'La bottega', de: 'Die Werkstatt' }),
      link('/care', { en: 'Care', it: 'Cura', de: 'Pflege' }),
      link('/stores', { en: 'Our store', it: 'Il negozio', de: 'Unser Laden' }),
      link('/contact', { en: 'Write to us', it: 'Scrivici', de: 'Schreiben Sie uns' }),
      link('/newsletter', { en: 'Letters', it: 'Lettere', de: 'Briefe' }),
    ],
  },
  {
    heading: { en: 'Legal', it: 'Note legali', de: 'Rechtliches' },
    links: [
      link('/imprint', { en: 'Imprint', it: 'Dati societari', de: 'Impressum' }),
      link('/privacy', { en: 'Privacy', it: 'Privacy', de: 'Datenschutz' }),
    ],
  },
]

/** The line beside the wordmark at the foot of every page. */
export const footerText: Words = {
  en: 'Shoes in few models and many sizes, since 1961.',
  it: 'Pochi modelli, molti numeri, dal 1961.',
  de: 'Schuhe in wenigen Modellen und vielen Größen, seit 1961.',
}

export const announcement: Words = {
  en: 'Standard delivery is free from {free}. 30 days to send a pair back.',
  it: 'Consegna standard gratuita da {free}. 30 giorni per rimandare un paio.',
  de: 'Standardversand ab {free} kostenlos. 30 Tage Rückgaberecht.',
}
