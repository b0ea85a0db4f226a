import { cached } from '#cache'
import type { ArticleCard, ArticleView, AuthorPageView, AuthorView, JournalView } from '#domain/content-views'
import { markets, type Market, type MarketId } from '#domain/markets'
import type { ImageView } from '#domain/views'
import { getCards, noPicture } from './cards'
import { richBlocks } from './rich-text'
import { without } from './shape'
import { imageJson, rowsOf, sql, words, type Sql } from './sql'

/** Articles of a page of the journal. */
export const articlesPerPage = 12

interface CardRow {
  slug: string
  title: string
  lead: string | null
  at: string
  picture: ImageView | null
  author: string | null
}

const columns = (
  market: Market,
) => sql`a.slug, ${words('articles', 'title', sql`a.id`, market.locale)} AS title,
  ${words('articles', 'lead', sql`a.id`, market.locale)} AS lead, a.published_at AS at,
  ${imageJson(sql`a.picture_id`, market.locale)} AS picture`
const isPublic = sql`a._status = 'published' AND a.deleted_at IS NULL AND a.slug IS NOT NULL`

const cardOf = ({ lead, picture, at, author, ...row }: CardRow): ArticleCard => ({
  ...row,
  lead: lead ?? '',
  at: new Date(at).toISOString(),
  picture: picture ?? noPicture(row.title),
  ...without({ author }),
})

/** A page of the articles that are public and of which `which` is true, the newest first. */
async function readJournal(market: Market, page: number, which: Sql): Promise<JournalView> {
  const [row] = await rowsOf<{ total: number; articles: CardRow[] | null }>(sql`
    SELECT (SELECT count(*)::int FROM articles a WHERE ${isPublic} AND ${which}) AS total,
      (SELECT json_agg(one ORDER BY one.at DESC, one.slug) FROM (
        SELECT ${columns(market)}, w.name AS author
        FROM articles a LEFT JOIN authors w ON w.id = a.author_id WHERE ${isPublic} AND ${which}
        ORDER BY a.published_at DESC, a.slug LIMIT ${articlesPerPage} OFFSET ${(page - 1) * articlesPerPage}) one) AS articles`)
  const total = row?.total ?? 0
  return {
    page,
    pages: Math.max(1, Math.ceil(total / articlesPerPage)),
    articles: (row?.articles ?? []).map(cardOf),
  }
}

/** A page of the journal, the newest first. */
export const getJournal = (market: MarketId, page: number): Promise<JournalView> =>
  cached(['journal', market, String(page)], ['pages'], () => readJournal(markets[market], page, sql`true`))

const authorJson = ({ locale }: Market) => sql`json_build_object('slug', w.slug, 'name', w.name,
  'role', ${words('authors', 'role', sql`w.id`, locale)}, 'words', ${words('authors', 'words', sql`w.id`, locale)},
  'picture', ${imageJson(sql`w.picture_id`, locale)})`

type AuthorRow = Omit<AuthorView, 'picture'> & { picture: ImageView | null }

/** An author with a page of the articles by this hand, or undefined. */
export const getAuthor = (
  market: MarketId,
  slug: string,
  page: number,
): Promise<AuthorPageView | undefined> =>
  cached(['author', market, slug, String(page)], ['pages'], async () => {
    const [row] = await rowsOf<{ id: string; author: AuthorRow }>(
      sql`SELECT w.id, ${authorJson(markets[market])} AS author FROM authors w WHERE w.slug = ${slug}`,
    )
    if (!row) return undefined
    const journal = await readJournal(markets[market], page, sql`a.author_id = ${row.id}`)
    return { ...journal, by: without(row.author) }
  })

interface ArticleRow extends Omit<CardRow, 'author'> {
  id: string
  changedAt: string
  body: unknown
  author: AuthorRow | null
  products: string[] | null
  seo: { title: string | null; description: string | null }
}

/** A published article with its author and the shoes in it that are for sale in the market, or undefined. */
export const getArticle = (market: MarketId, slug: string): Promise<ArticleView | undefined> =>
  cached(['article', market, slug], ['pages', 'catalogue'], () => readArticle(markets[market], slug))

async function readArticle(market: Market, slug: string): Promise<ArticleView | undefined> {
  const { locale } = market
  const [row] = await rowsOf<ArticleRow>(sql`
    SELECT a.id, ${columns(market)}, a.updated_at AS "changedAt", ${words('articles', 'body', sql`a.id`, locale)} AS body,
      CASE WHEN w.id IS NOT NULL THEN ${authorJson(market)} END AS author,
      (SELECT json_agg(r.products_id ORDER BY r."order") FROM articles_rels r
        WHERE r.parent_id = a.id AND r.path = 'products' AND r.products_id IS NOT NULL) AS products,
      json_build_object('title', ${words('articles', 'seo_title', sql`a.id`, locale)},
        'description', ${words('articles', 'seo_description', sql`a.id`, locale)}) AS seo
    FROM articles a LEFT JOIN authors w ON w.id = a.author_id
    WHERE a.slug = ${slug} AND ${isPublic}`)
  if (!row) return undefined
  const { id, body, author, products, seo, changedAt, ...card } = row
  return {
    ...cardOf({ ...card, author: null }),
    id,
    changedAt: new Date(changedAt).toISOString(),
    body: richBlocks(body),
    ...(author && { by: without(author) }),
    products: await getCards(market, products ?? []),
    seo: without(seo),
  }
}
