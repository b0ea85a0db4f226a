import type { DocumentViewServerProps } from 'payload'
import Link from 'next/link'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getDeskReview, type DeskReview } from '#queries/admin-reviews'
import { getShopForStaff } from '#queries/admin-shop'
import { shopTime } from '../age'
import { mayStaff } from '../staff'
import { State } from '../state'
import { ReviewActions } from './review-actions.client'
import { fitWords, reviewWord, starWords } from './review-words'

const languages: Readonly<Record<string, string>> = { en: 'English', it: 'Italian', de: 'German' }

/** A review as it is decided about: what was said, the pictures, who bought, the next step. */
export async function ReviewView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'reviews.manage')) return null
  const [found, shop] = await Promise.all([getDeskReview(req.payload, String(doc.id)), getShopForStaff(req)])
  if (!found) return null
  const at = (time: string) => shopTime(new Date(time), shop.timezone)
  return (
    <Gutter className="m-order">
      <SetStepNav
        nav={[{ label: 'Reviews', url: '/admin/collections/reviews' }, { label: found.product.title }]}
      />
      <div className="m-order-head">
        <p className="m-states">
          <State state={reviewWord(found.status)} />
          <span className="m-muted">Written {at(found.at)}.</span>
        </p>
        <ReviewActions found={found} />
      </div>
      <div className="m-columns">
        <Said found={found} at={at} />
        <About found={found} at={at} />
      </div>
    </Gutter>
  )
}

interface PartProps {
  found: DeskReview
  at: (time: string) => string
}

function Said({ found, at }: PartProps) {
  return (
    <section className="m-panel">
      <h2>{found.title ?? 'Without a title'}</h2>
      <p role="img" aria-label={`${found.rating} of 5 stars`}>
        {starWords(found.rating)}
      </p>
      {found.text ? (
        found.text.split(/\n+/).map((line, index) => <p key={index}>{line}</p>)
      ) : (
        <p className="m-muted">Stars alone.</p>
      )}
      {found.photos.length > 0 ? (
        <p className="m-review-photos">
          {found.photos.map(({ id, width, height }, index) => (
            <a key={id} href={`/api/reviews/${found.id}/photos/${id}`} target="_blank" rel="noreferrer">
              {/* eslint-disable-next-line @next/next/no-img-element -- private, and as large as it is shown */}
              <img
                src={`/api/reviews/${found.id}/photos/${id}`}
                alt={`Picture ${index + 1} of ${found.name}`}
                width={width}
                height={height}
                loading="lazy"
              />
            </a>
          ))}
        </p>
      ) : null}
      {found.reason ? <p className="m-refusal">Not shown: {found.reason}</p> : null}
      {found.answer ? (
        <>
          <h3>Our answer{found.answeredAt ? `, ${at(found.answeredAt)}` : ''}</h3>
          <p>{found.answer}</p>
        </>
      ) : null}
    </section>
  )
}

function About({ found, at }: PartProps) {
  const { order, product } = found
  return (
    <section className="m-panel">
      <h2>About</h2>
      <dl className="m-facts">
        <dt>Shoe</dt>
        <dd>
          <Link href={`/admin/collections/products/${product.id}`} prefetch={false}>
            {product.title}
          </Link>
        </dd>
        {found.size ? (
          <>
            <dt>Size</dt>
            <dd>{found.size}</dd>
          </>
        ) : null}
        <dt>Shown name</dt>
        <dd>{found.name}</dd>
        <dt>Order</dt>
        <dd>
          {order ? (
            <Link href={`/admin/collections/orders/${order.id}`} prefetch={false}>
              {order.number}
            </Link>
          ) : (
            'None: a review of the demo shop'
          )}
          {order?.deliveredAt ? <span className="m-second">Delivered {at(order.deliveredAt)}</span> : null}
        </dd>
        <dt>Language</dt>
        <dd>{languages[found.locale] ?? found.locale}</dd>
        {found.fit ? (
          <>
            <dt>Fit</dt>
            <dd>{fitWords(found.fit)}</dd>
          </>
        ) : null}
        {found.footMm ? (
          <>
            <dt>Foot</dt>
            <dd>{found.footMm} mm</dd>
          </>
        ) : null}
        {found.decidedAt ? (
          <>
            <dt>Decided</dt>
            <dd>{at(found.decidedAt)}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
