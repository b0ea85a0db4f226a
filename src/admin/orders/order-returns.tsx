import Link from 'next/link'
import type { DeskReturn, DeskWithdrawal } from '#queries/admin-returns'
import { pairs } from '../amount'
import { PaperLink } from '../papers/paper-link'
import { hasLabel, outcomeWord, resolutionWord, returnWord } from '../returns/return-words'
import { State } from '../state'

interface Props {
  returns: DeskReturn[]
  withdrawals: DeskWithdrawal[]
  at: (time: string) => string
}

/** What comes back, and what was withdrawn from. */
export function OrderReturns({ returns, withdrawals, at }: Props) {
  if (returns.length === 0 && withdrawals.length === 0) return null
  return (
    <section className="m-panel">
      <h2>Returns</h2>
      <ul className="m-list">
        {returns.map((one) => (
          <li key={one.id}>
            <span className="m-between">
              <Link href={`/admin/collections/returns/${one.id}`} prefetch={false}>
                {one.number}
              </Link>
              <State state={returnWord(one.status)} />
            </span>
            <span className="m-second">
              {pairs(one.lines.reduce((sum, line) => sum + line.quantity, 0))},{' '}
              {resolutionWord(one.resolution).toLowerCase()}
              {one.exchange ? `: ${one.exchange.number}` : ''}, {at(one.at)}
            </span>
            {hasLabel(one.status) ? (
              <PaperLink kind="return-label" id={one.id}>
                Return label
              </PaperLink>
            ) : null}
          </li>
        ))}
        {withdrawals.map((one) => (
          <li key={one.number}>
            <span className="m-between">
              <span>{one.number}</span>
              <span className={one.outcome === 'desk' || one.isLate ? 'm-accent' : 'm-muted'}>
                Withdrawal{one.isLate ? ', late' : ''}
              </span>
            </span>
            <span className="m-second">
              {one.name}, {at(one.statedAt)}: {outcomeWord(one.outcome)}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
