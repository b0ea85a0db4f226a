import type { ArticleCard, ArticleView, AuthorView } from '#domain/content-views'
import { Beside } from './beside'
import { Picture } from './picture'
import { Paragraphs, RichText } from './rich-text'
import { dayIn, hrefIn, type Shop } from './shop'

const cardSizes = '(min-width: 1280px) 400px, (min-width: 768px) 50vw, 100vw'

function Line({ shop, at, author }: { shop: Shop; at: string; author?: string }) {
  return (
    <p className="small muted">
      <time dateTime={at}>{dayIn(shop, at)}</time>
      {author && `, ${shop.t('journal.by', { author })}`}
    </p>
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
            <Line shop={shop} at={at} author={author} />
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
          <Line shop={shop} at={at} author={by?.name} />
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
      <Beside shop={shop} title={shop.t('journal.shoes')} cards={products} />
    </div>
  )
}
