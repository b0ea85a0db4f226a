import type { CampaignPreview } from '#services/preview-campaign'
import { shopTime } from '../age'
import { money } from '../amount'
import { Thumb } from '../picture'
import { badgeWords, summaryWords, warningsOf } from './preview-words'

interface WindowProps {
  zone: string
  startsAt: unknown
  endsAt: unknown
}

/** The fields above show the time of this computer; what counts is that of the shop. */
export function PreviewWindow({ zone, startsAt, endsAt }: WindowProps) {
  const at = (time: unknown) => shopTime(new Date(String(time)), zone)
  return (
    <p className="m-muted">
      From {at(startsAt)} {endsAt ? `to ${at(endsAt)}` : 'until it is switched off'}, in the time of the shop
      ({zone}).
    </p>
  )
}

export function PreviewWarnings({ preview }: { preview: CampaignPreview }) {
  const warnings = warningsOf(preview)
  return (
    <>
      <p role="status">{summaryWords(preview)}</p>
      {warnings.map(({ verdict, words }) => (
        <p key={verdict} className={verdict === 'unlawful' ? 'm-notice m-warning' : 'm-notice'}>
          {words}
        </p>
      ))}
    </>
  )
}

type Row = CampaignPreview['products'][number]

function ProductRow({ row: { id, title, image, before, after, lowest30, ...line } }: { row: Row }) {
  return (
    <tr>
      <td className="m-picture-cell">
        <Thumb id={image} size={48} />
      </td>
      <td>
        <a href={`/admin/collections/products/${id}`}>{title}</a>
      </td>
      <td className="m-right">{money(before.amount, before.currency)}</td>
      <td className="m-right">{money(after.amount, after.currency)}</td>
      <td className="m-right">
        {lowest30 ? money(lowest30.amount, lowest30.currency) : <span className="m-muted">none</span>}
      </td>
      <td className={line.verdict === 'announced' ? 'm-right' : 'm-right m-accent'}>
        {badgeWords({ before, after, lowest30, ...line })}
      </td>
    </tr>
  )
}

/** Each product with its price before and after, the lowest of 30 days and what the badge says. */
export function PreviewTable({ preview }: { preview: CampaignPreview }) {
  const { products, checked } = preview
  if (products.length === 0) return null
  return (
    <div className="m-scroll">
      <table className="m-table">
        <thead>
          <tr>
            <th colSpan={2}>Product</th>
            <th className="m-right">Before</th>
            <th className="m-right">With it</th>
            <th className="m-right">Lowest of 30 days</th>
            <th className="m-right">Badge</th>
          </tr>
        </thead>
        <tbody>
          {products.map((row) => (
            <ProductRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {checked > products.length ? <p className="m-hint">And {checked - products.length} more.</p> : null}
    </div>
  )
}
