import type { ExplainedStep } from '#domain/views'
import { money } from '../amount'

const kinds: Readonly<Record<ExplainedStep['kind'], string>> = {
  price: 'Price',
  campaign: 'Price campaign',
  shipping: 'Delivery',
  percent: 'A share off',
  amount: 'An amount off',
  'free-shipping': 'Free delivery',
  'buy-get': 'Buy some, get some',
  gift: 'A gift',
}

const pairsOf = ({ pairs, unitPrice }: ExplainedStep): string =>
  pairs && unitPrice ? `${pairs} at ${money(unitPrice.amount, unitPrice.currency)}` : ''

/** How a price came about: each rule by its name, what it put on or took off, and what was left. */
export function PriceSteps({ steps }: { steps: readonly ExplainedStep[] }) {
  return (
    <table className="m-table m-steps">
      <thead>
        <tr>
          <th>Rule</th>
          <th className="m-right">Change</th>
          <th className="m-right">Then</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${step.kind} ${step.promotionId ?? index}`}>
            <td>
              {step.promotionId ? (
                <a href={`/admin/collections/promotions/${step.promotionId}`}>{step.rule}</a>
              ) : (
                (step.rule ?? kinds[step.kind])
              )}
              <span className="m-second">{pairsOf(step) || (step.rule ? kinds[step.kind] : '')}</span>
            </td>
            <td className="m-right">
              {step.amount.amount < 0 ? '− ' : ''}
              {money(Math.abs(step.amount.amount), step.amount.currency)}
            </td>
            <td className="m-right">{money(step.left.amount, step.left.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The steps, folded. */
export function PriceStory({ title, steps }: { title: string; steps: readonly ExplainedStep[] }) {
  if (steps.length === 0) return null
  return (
    <details className="m-story">
      <summary>{title}</summary>
      <PriceSteps steps={steps} />
    </details>
  )
}
