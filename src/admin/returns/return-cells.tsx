import type { DefaultServerCellComponentProps } from 'payload'
import { State } from '../state'
import { resolutionWord, returnWord } from './return-words'

export const ReturnCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={returnWord(String(cellData))} />
)

export const ResolutionCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{resolutionWord(String(cellData))}</span>
)
