import type { DefaultServerCellComponentProps } from 'payload'
import type { CreditStatus } from '#domain/credit'
import { State } from '../state'
import { cardName, creditState, entryWord } from './credit-words'

/** What it is called: a card by the end of its code. */
export const NameCell = ({ rowData }: DefaultServerCellComponentProps) => (
  <a href={`/admin/collections/credits/${String(rowData?.id)}`}>
    {cardName(rowData?.last4 as string | null | undefined)}
  </a>
)

/** Whose store credit it is; a gift card is nobody's. */
export const WhoseCell = ({ cellData }: DefaultServerCellComponentProps) => {
  const id = typeof cellData === 'string' ? cellData : (cellData as { id?: string } | null | undefined)?.id
  return id ? <a href={`/admin/collections/customers/${id}`}>Customer</a> : null
}

export const CreditStateCell = ({ rowData }: DefaultServerCellComponentProps) => (
  <State state={creditState(rowData?.status as CreditStatus, Number(rowData?.balance ?? 0))} />
)

export const EntryKindCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <>{entryWord(String(cellData))}</>
)
