import Link from 'next/link'
import type { MovementRow } from '#queries/admin-stock-level'
import { movementWord } from '../words'
import { documentLink } from './document-link'
import { signed } from './signed'

interface Props {
  movements: MovementRow[]
  at: (time: string) => string
}

export function Movements({ movements, at }: Props) {
  return (
    <section className="m-panel">
      <h2>Movements</h2>
      {movements.length === 0 ? <p className="m-muted">None so far.</p> : null}
      <table className="m-table">
        <tbody>
          {movements.map((movement, index) => (
            <tr key={index}>
              <td className="m-right">{signed(movement.quantity)}</td>
              <td>
                {movementWord(movement.kind)} <Document document={movement.document} />
                {movement.reason ? <span className="m-second">{movement.reason}</span> : null}
              </td>
              <td>{movement.actor}</td>
              <td className="m-right m-muted">{at(movement.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Document({ document }: { document: string | undefined }) {
  const link = documentLink(document)
  if (!link) return null
  return link.href ? (
    <Link href={link.href} prefetch={false}>
      {link.text}
    </Link>
  ) : (
    <>{link.text}</>
  )
}
