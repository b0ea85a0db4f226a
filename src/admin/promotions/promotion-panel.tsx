import type { UIFieldServerProps } from 'payload'
import { getPromotionUse, type PromotionUse } from '#queries/admin-promotions'
import { money } from '../amount'
import { mayStaff } from '../staff'
import { MakeCodes } from './make-codes.client'
import { TryPromotion } from './try-promotion.client'

const spentWords = ({ uses, spent }: PromotionUse): string => {
  if (uses === 0) return 'Not used so far.'
  const sums = spent.map(({ currency, amount }) => money(amount, currency)).join(', ')
  return `Used ${uses} ${uses === 1 ? 'time' : 'times'}, ${sums} off.`
}

function Batches({ promotionId, batches }: { promotionId: string; batches: PromotionUse['batches'] }) {
  if (batches.length === 0) return <p className="m-muted">No codes yet.</p>
  const fileOf = (batch: string | null) =>
    `/api/promotions/${promotionId}/codes${batch ? `?batch=${encodeURIComponent(batch)}` : ''}`
  return (
    <table className="m-table">
      <thead>
        <tr>
          <th>Made</th>
          <th className="m-right">Codes</th>
          <th className="m-right">Used</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {batches.map(({ batch, codes, used }) => (
          <tr key={batch ?? ''}>
            <td>{batch ?? 'One by one'}</td>
            <td className="m-right">{codes}</td>
            <td className="m-right">{used}</td>
            <td className="m-right">
              <a href={fileOf(batch)} download>
                {batch ? 'CSV' : 'CSV of all'}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Below the form of a promotion: what became of it, its codes, and a place to try it. */
export async function PromotionPanel({ id, req }: UIFieldServerProps) {
  if (!mayStaff(req.user, 'promotions.read')) return null
  if (!id) return <p className="m-muted">Save it first. Then its codes are made here, and it can be tried.</p>
  const use = await getPromotionUse(req.payload, String(id))
  return (
    <div className="m-promotion">
      <section className="m-panel">
        <h2>Use and codes</h2>
        <p>{spentWords(use)}</p>
        <Batches promotionId={String(id)} batches={use.batches} />
        {mayStaff(req.user, 'promotions.write') ? (
          <div className="m-buttons">
            <MakeCodes promotionId={String(id)} />
          </div>
        ) : null}
      </section>
      <TryPromotion promotionId={String(id)} />
    </div>
  )
}
