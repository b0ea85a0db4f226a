import type { DefaultServerCellComponentProps } from 'payload'
import { money } from './amount'
import { State } from './state'
import { methodWord, moneyStateWord, refundKindWord, refundStateWord } from './words'

/** Minor units in the currency of the row. */
export const AmountCell = ({ cellData, rowData }: DefaultServerCellComponentProps) => (
  <span className="m-figure">
    {typeof cellData === 'number' ? money(cellData, String(rowData?.currency)) : ''}
  </span>
)

interface ChoiceCellProps extends DefaultServerCellComponentProps {
  choices: readonly { value: string; label: string }[]
}

/** One of the field's own choices, by its name. */
export const ChoiceCell = ({ cellData, choices }: ChoiceCellProps) => (
  <>{choices.find(({ value }) => value === cellData)?.label ?? ''}</>
)

/** Whether something is so. */
export const YesCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span className={cellData ? undefined : 'm-muted'}>{cellData ? 'Yes' : 'No'}</span>
)

export const MethodCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <>{methodWord(String(cellData))}</>
)

export const MoneyStateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={moneyStateWord(String(cellData))} />
)

export const RefundKindCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <>{refundKindWord(String(cellData))}</>
)

export const RefundStateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={refundStateWord(String(cellData))} />
)

/** What somebody wrote; where nobody wrote anything, nothing. */
export const SaidCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <>{typeof cellData === 'string' ? cellData : ''}</>
)
