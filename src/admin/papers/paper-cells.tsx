import type { DefaultServerCellComponentProps } from 'payload'

export const InvoiceKindCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <>{cellData === 'credit-note' ? 'Credit note' : 'Invoice'}</>
)
