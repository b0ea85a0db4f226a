import type { DefaultServerCellComponentProps } from 'payload'
import { leftUntil } from '../age'
import { State } from '../state'
import { alertStateWord } from '../words'
import { EndHoldButton } from './end-hold-button.client'

export const AlertStateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={alertStateWord(String(cellData))} />
)

/** How long it is still held; empty where no pair was. */
export function HeldUntilCell({ cellData }: DefaultServerCellComponentProps) {
  if (!cellData) return null
  const until = new Date(String(cellData))
  const left = leftUntil(until, new Date())
  return (
    <time dateTime={until.toISOString()} title={until.toUTCString()} className={left ? undefined : 'm-muted'}>
      {left ? `${left} left` : 'over'}
    </time>
  )
}

/** Ends a hold that runs. */
export function HoldCell({ rowData }: DefaultServerCellComponentProps) {
  if (rowData?.status !== 'held') return null
  return <EndHoldButton alertId={String(rowData.id)} name={String(rowData.email)} />
}
