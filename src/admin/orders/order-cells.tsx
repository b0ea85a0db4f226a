import type { DefaultServerCellComponentProps } from 'payload'
import { ageOf } from '../age'
import { money } from '../amount'
import { State } from '../state'
import { disputeWord, fulfilmentWord, paymentWord } from '../words'

export function CustomerCell({ rowData }: DefaultServerCellComponentProps) {
  const { customerName, email } = rowData as { customerName?: string | null; email?: string }
  return (
    <span className="m-two">
      {customerName || 'Guest'}
      <span className="m-second">{email}</span>
    </span>
  )
}

export function TotalCell({ rowData, cellData }: DefaultServerCellComponentProps) {
  return (
    <span className="m-figure">
      {typeof cellData === 'number' ? money(cellData, String(rowData.currency)) : ''}
    </span>
  )
}

export function PaymentCell({ cellData, rowData }: DefaultServerCellComponentProps) {
  const { fulfilmentStatus, dispute } = (rowData ?? {}) as {
    fulfilmentStatus?: string
    dispute?: string | null
  }
  const state = <State state={paymentWord(String(cellData), String(fulfilmentStatus))} />
  return dispute ? (
    <span className="m-two">
      {state}
      <State state={disputeWord(dispute)} />
    </span>
  ) : (
    state
  )
}

export const FulfilmentCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={fulfilmentWord(String(cellData))} />
)

export function AgeCell({ cellData }: DefaultServerCellComponentProps) {
  if (!cellData) return null
  const then = new Date(String(cellData))
  return (
    <time dateTime={then.toISOString()} title={then.toUTCString()}>
      {ageOf(then, new Date())}
    </time>
  )
}

export function PairsCell({ rowData }: DefaultServerCellComponentProps) {
  const lines = (rowData?.lines ?? []) as { quantity: number; shipped: number }[]
  const all = lines.reduce((sum, line) => sum + line.quantity, 0)
  const gone = lines.reduce((sum, line) => sum + line.shipped, 0)
  return <span className="m-figure">{gone > 0 && gone < all ? `${gone} of ${all}` : all}</span>
}
