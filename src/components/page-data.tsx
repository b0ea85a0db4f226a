import type { ArticleView, AuthorView, ShopSettingsView } from '#domain/content-views'
import type { Step } from './breadcrumb'
import { hrefIn, type Shop } from './shop'

type Data = Readonly<Record<string, unknown>>
const context = 'https://schema.org'

/** Who runs the shop. `#shop` is what other pages mean by it. */
export function organizationData(origin: string, { legal, contactEmail }: ShopSettingsView): Data {
  return {
    '@context': context,
    '@type': 'OnlineStore',
    '@id': `${origin}/#shop`,
    name: 'Molini',
    url: `${origin}/`,
    logo: `${origin}/icons/icon-512.png`,
    ...(legal.company && { legalName: legal.company }),
    ...(legal.vatNumber && { vatID: legal.vatNumber }),
    ...(legal.address && {
      address: { '@type': 'PostalAddress', streetAddress: legal.address.replace(/\n+/g, ', ') },
    }),
    ...(contactEmail && {
      email: contactEmail,
      contactPoint: { '@type': 'ContactPoint', contactType: 'customer service', email: contactEmail },
    }),
  }
}

/** The shop as a site that can be searched. */
export function websiteData(shop: Shop, origin: string): Data {
  return {
    '@context': context,
    '@type': 'WebSite',
    name: 'Molini',
    url: origin + hrefIn(shop, '/'),
    inLanguage: shop.market.formatLocale,
    publisher: { '@id': `${origin}/#shop` },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${origin}${hrefIn(shop, '/search')}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** The way from the home page to here; the last step is the page itself. */
export function breadcrumbData(shop: Shop, origin: string, steps: readonly Step[]): Data {
  const all = [{ name: shop.t('nav.home'), href: '/' }, ...steps]
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, href }: Step, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      ...(href && { item: origin + hrefIn(shop, href) }),
    })),
  }
}

/** Who writes, named by the address of the page about them. */
function personData(shop: Shop, origin: string, by: AuthorView): Data {
  return {
    '@type': 'Person',
    name: by.name,
    url: origin + hrefIn(shop, `/journal/authors/${by.slug}`),
    ...(by.role && { jobTitle: by.role }),
  }
}

/** The page of an author. Source: Google Search Central, profile page. */
export function authorData(shop: Shop, origin: string, by: AuthorView): Data {
  const { id, url } = by.picture ?? {}
  const picture = id ? `/media/${id}/1600.webp` : url
  return {
    '@context': context,
    '@type': 'ProfilePage',
    inLanguage: shop.market.formatLocale,
    mainEntity: {
      ...personData(shop, origin, by),
      ...(by.words && { description: by.words }),
      ...(picture && { image: origin + picture }),
      worksFor: { '@type': 'OnlineStore', '@id': `${origin}/#shop`, name: 'Molini' },
    },
  }
}

/** An article of the journal. */
export function articleData(shop: Shop, origin: string, article: ArticleView): Data {
  const url = origin + hrefIn(shop, `/journal/${article.slug}`)
  const { id, url: own } = article.picture
  return {
    '@context': context,
    '@type': 'Article',
    headline: article.title,
    description: article.lead,
    image: [`${origin}${id ? `/media/${id}/1600.webp` : own}`],
    datePublished: article.at,
    dateModified: article.changedAt,
    inLanguage: shop.market.formatLocale,
    mainEntityOfPage: url,
    ...(article.by && {
      author: personData(shop, origin, article.by),
    }),
    publisher: { '@type': 'OnlineStore', '@id': `${origin}/#shop`, name: 'Molini' },
  }
}

interface Question {
  question: string
  answer: string
}

/** Questions and answers of a page, in one list however many blocks they stand in; undefined when there are none. */
export function questionsData(items: readonly Question[]): Data | undefined {
  const answered = items.filter(({ question, answer }) => question && answer)
  if (answered.length === 0) return undefined
  return {
    '@context': context,
    '@type': 'FAQPage',
    mainEntity: answered.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  }
}
