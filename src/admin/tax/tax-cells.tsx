import type { DefaultServerCellComponentProps } from 'payload'
import { percentText } from './percent'

export const RateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span className="m-figure">{typeof cellData === 'number' ? `${percentText(cellData)} %` : ''}</span>
)
