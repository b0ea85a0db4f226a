import Link from 'next/link'
import type { CreditEntryRow } from '#queries/admin-credit'
import { money } from '../amount'
import { entryWord } from './credit-words'

interface Props {
  entries: CreditEntryRow[]
  currency: string
  at: (time: string) => string
}

/** What came and went, newest first. */
export function Ledger({ entries, currency, at }: Props) {
  if (entries.length === 0) return <p className="m-muted">Nothing came or went so far.</p>
  return (
    <table className="m-table">
      <tbody>
        {entries.map((entry, index) => (
          <tr key={index}>
            <td className="m-right">
              {entry.amount < 0 ? '−' : '+'} {money(Math.abs(entry.amount), currency)}
            </td>
            <td>
              {entryWord(entry.kind)}{' '}
              {entry.orderId ? (
                <Link href={`/admin/collections/orders/${entry.orderId}`} prefetch={false}>
                  {entry.number}
                </Link>
              ) : null}
              {entry.reason ? <span className="m-second">{entry.reason}</span> : null}
            </td>
            <td>{entry.actor}</td>
            <td className="m-right m-muted">{at(entry.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
