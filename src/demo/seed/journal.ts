import { articles, authors } from '../catalogue/journal'
import type { Article } from '../catalogue/types'
import { idOf, idsBy, insertDocument, publishDocument, type Fields, type Seeding } from './documents'
import { richText } from './rich-text'

interface JournalTargets {
  readonly products: ReadonlyMap<string, string>
  readonly media: ReadonlyMap<string, string>
}

const articleFields = (article: Article, author: string, to: JournalTargets): Fields => ({
  title: article.title,
  slug: article.slug,
  author,
  publishedAt: new Date(article.publishedAt).toISOString(),
  lead: article.lead,
  picture: idOf(to.media, article.picture, 'picture'),
  body: {
    en: richText(article.body, 'en'),
    it: richText(article.body, 'it'),
    de: richText(article.body, 'de'),
  },
  products: article.products.map((slug) => idOf(to.products, slug, 'product')),
})

/** The journal, published, with who writes it. */
export async function seedJournal(seeding: Seeding, to: JournalTargets): Promise<void> {
  const writers = await idsBy(seeding, 'authors', 'slug')
  for (const author of authors)
    if (!writers.has(author.slug))
      writers.set(
        author.slug,
        await insertDocument(seeding, 'authors', {
          ...author,
          picture: idOf(to.media, author.picture, 'picture'),
        }),
      )
  const known = await idsBy(seeding, 'articles', 'slug')
  for (const article of articles)
    if (!known.has(article.slug))
      await publishDocument(
        seeding,
        'articles',
        articleFields(article, idOf(writers, article.author, 'author'), to),
      )
}
