import type { OrderExplanation } from '#domain/views'
import { reasonWords } from './reason-words'

interface Props {
  refused: OrderExplanation['refused']
  currency: string
}

/** What was considered and did not apply, each with its reason. */
export function RefusedList({ refused, currency }: Props) {
  if (refused.length === 0) return null
  return (
    <details className="m-story">
      <summary>What did not apply ({refused.length})</summary>
      <ul>
        {refused.map((one) => (
          <li key={one.promotionId}>
            <a href={`/admin/collections/promotions/${one.promotionId}`}>{one.name}</a>
            <span className="m-second">{reasonWords(one, currency)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
