import type { ReactNode } from 'react'
import type { ArticleCard, ArticleView, AuthorView } from '#domain/content-views'
import { Beside } from './beside'
import { Picture } from './picture'
import { Paragraphs, RichText } from './rich-text'
import { dayIn, hrefIn, type Shop } from './shop'

const cardSizes = '(min-width: 1280px) 400px, (min-width: 768px) 50vw, 100vw'

const authorHref = (shop: Shop, { slug }: AuthorView): string => hrefIn(shop, `/journal/authors/${slug}`)

function Line({ shop, at, children }: { shop: Shop; at: string; children?: ReactNode }) {
  return (
    <p className="small muted">
      <time dateTime={at}>{dayIn(shop, at)}</time>
      {children && ', '}
      {children}
    </p>
  )
}

const mark = '\u0001'

/** By whom, as a way to all that this hand has written. */
function ByAuthor({ shop, by }: { shop: Shop; by: AuthorView }) {
  const [before, after] = shop.t('journal.by', { author: mark }).split(mark)
  return (
    <>
      {before}
      <a href={authorHref(shop, by)} rel="author">
        {by.name}
      </a>
      {after}
    </>
  )
}

/** Articles as cards, the newest large. */
export function ArticleList({ shop, articles }: { shop: Shop; articles: readonly ArticleCard[] }) {
  return (
    <ul className="articles">
      {articles.map(({ slug, title, lead, at, picture, author }, index) => (
        <li key={slug} className="article-card">
          <div className="tile">
            <Picture image={picture} sizes={cardSizes} lead={index === 0} silent />
          </div>
          <div>
            <Line shop={shop} at={at}>
              {author && shop.t('journal.by', { author })}
            </Line>
            <h2>
              <a href={hrefIn(shop, `/journal/${slug}`)}>{title}</a>
            </h2>
            <p className="muted">{lead}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** At the head of an author's page. */
export function AuthorHead({ by, page, title }: { by: AuthorView; page: number; title: string }) {
  return (
    <header className="author-head">
      {by.picture && <Picture image={by.picture} sizes="160px" lead silent />}
      <div>
        <h1>{page > 1 ? title : by.name}</h1>
        {by.role && <p className="muted mt-2">{by.role}</p>}
        {by.words && page === 1 && (
          <div className="mt-4">
            <Paragraphs text={by.words} />
          </div>
        )}
      </div>
    </header>
  )
}

function Author({ shop, by }: { shop: Shop; by: AuthorView }) {
  return (
    <aside className="author" aria-label={shop.t('journal.about')}>
      {by.picture && <Picture image={by.picture} sizes="80px" silent />}
      <div>
        <p className="label">{by.name}</p>
        {by.role && <p className="small muted">{by.role}</p>}
        {by.words && (
          <div className="small mt-2">
            <Paragraphs text={by.words} />
          </div>
        )}
        <p className="small mt-2">
          <a href={authorHref(shop, by)}>{shop.t('journal.allBy', { author: by.name })}</a>
        </p>
      </div>
    </aside>
  )
}

/** An article with its author and the shoes in it. */
export function Article({ shop, article }: { shop: Shop; article: ArticleView }) {
  const { title, lead, at, by, picture, body, products } = article
  return (
    <div className="frame">
      <article className="article">
        <header>
          <Line shop={shop} at={at}>
            {by && <ByAuthor shop={shop} by={by} />}
          </Line>
          <h1>{title}</h1>
          <p className="article-lead">{lead}</p>
        </header>
        <div className="tile">
          <Picture image={picture} sizes="(min-width: 1024px) 960px, 100vw" lead />
        </div>
        <div className="prose">
          <RichText shop={shop} blocks={body} />
        </div>
        {by && <Author shop={shop} by={by} />}
      </article>
      <Beside shop={shop} title={shop.t('journal.products')} cards={products} />
    </div>
  )
}
