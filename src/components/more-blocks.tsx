import type { BlockView, StoreView } from '#domain/content-views'
import { numberFormat } from '#domain/formats'
import { Icon } from './icon'
import { LetterForm } from './letter-form'
import { Picture } from './picture'
import { hrefIn, type Shop } from './shop'

type View<Type extends BlockView['type']> = Extract<BlockView, { type: Type }>
interface BlockProps<Type extends BlockView['type']> {
  shop: Shop
  block: View<Type>
}

/** Names of makers in the shop's own letters: logos of many hands would shout. */
export function BrandStrip({ shop, block }: BlockProps<'brandStrip'>) {
  return (
    <section className="section brand-strip">
      <div className="frame">
        {block.heading && <h2>{block.heading}</h2>}
        <ul>
          {block.brands.map(({ name, href }) => (
            <li key={name}>
              <a href={hrefIn(shop, href)}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** A file of the shop plays here; anything else is a picture that leads there, and nothing of a stranger is loaded. */
export function Video({ shop, block }: BlockProps<'video'>) {
  const { t } = shop
  const { picture, source, isOwn, heading, text } = block
  return (
    <section className="frame section video">
      {heading && (
        <div className="section-head">
          <h2>{heading}</h2>
        </div>
      )}
      {isOwn ? (
        <video
          controls
          playsInline
          preload="none"
          poster={`/media/${picture.id}/1600.webp`}
          aria-label={heading ?? picture.alt}
        >
          <source src={source} type={source.endsWith('.webm') ? 'video/webm' : 'video/mp4'} />
        </video>
      ) : (
        <a className="video-link" href={source} rel="noopener">
          <Picture image={picture} sizes="100vw" />
          <span className="button">
            <Icon name="play" /> {t('blocks.play')}
            <span className="sr-only">, {t('blocks.elsewhere')}</span>
          </span>
        </a>
      )}
      {text && <p className="muted">{text}</p>}
    </section>
  )
}

export function Quote({ shop, block }: BlockProps<'quote'>) {
  const { author, role, text } = block
  return (
    <section className="frame section">
      <figure className="quote">
        <blockquote>
          <p>{text}</p>
        </blockquote>
        {author && (
          <figcaption className="muted">
            {role ? shop.t('blocks.quoteBy', { author, role }) : author}
          </figcaption>
        )}
      </figure>
    </section>
  )
}

export function Letter({ shop, block }: BlockProps<'newsletter'>) {
  return (
    <section className="section letter" aria-labelledby={`letter-${block.id}`}>
      <div className="frame">
        <div>
          <h2 id={`letter-${block.id}`}>{block.heading}</h2>
          {block.text && <p>{block.text}</p>}
        </div>
        <LetterForm shop={shop} id={`letter-mail-${block.id}`} />
      </div>
    </section>
  )
}

const centimetres = (shop: Shop, footMm: number): string =>
  numberFormat(shop.market.formatLocale, {
    style: 'unit',
    unit: 'centimeter',
    maximumFractionDigits: 1,
  }).format(footMm / 10)

/** A few sizes with the feet they are for; on a phone fewer of them. */
export function SizeTeaser({ shop, block }: BlockProps<'sizeTeaser'>) {
  const { t } = shop
  return (
    <section className="frame section size-teaser">
      <div>
        <h2>{block.heading}</h2>
        {block.text && <p className="muted">{block.text}</p>}
        {block.link && (
          <a className="button second" href={hrefIn(shop, block.link.href)}>
            {block.link.label}
          </a>
        )}
      </div>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('blocks.size')}</th>
            {block.rows.map(({ eu }) => (
              <td key={eu}>{eu}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('blocks.foot')}</th>
            {block.rows.map(({ eu, cm, footMm }) => (
              <td key={eu}>{footMm ? centimetres(shop, footMm) : cm}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

const mapOf = ({ line1, postalCode, city, country }: StoreView): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent([line1, `${postalCode} ${city}`, country].join(', '))}`

export function Stores({ shop, block }: BlockProps<'stores'>) {
  const { t } = shop
  const Name = block.heading ? 'h3' : 'h2'
  return (
    <section className="frame section stores">
      {(block.heading ?? block.text) && (
        <div>
          {block.heading && <h2>{block.heading}</h2>}
          {block.text && <p className="muted">{block.text}</p>}
        </div>
      )}
      <ul>
        {block.stores.map((store) => (
          <li key={store.id}>
            <Name className="store-name">{store.name}</Name>
            <address>
              {store.line1}
              <br />
              {store.postalCode} {store.city}
            </address>
            {store.hours && (
              <p className="small muted">
                <span className="sr-only">{t('blocks.hours')}: </span>
                {store.hours}
              </p>
            )}
            <a className="link small" href={mapOf(store)} rel="noopener">
              {t('blocks.map')}
              <span className="sr-only">, {store.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
