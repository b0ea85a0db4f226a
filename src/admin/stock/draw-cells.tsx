import type { DefaultServerCellComponentProps } from 'payload'
import { State } from '../state'
import { entryStateWord } from '../words'

export const EntryStateCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={entryStateWord(String(cellData))} />
)
