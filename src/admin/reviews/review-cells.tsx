import type { DefaultServerCellComponentProps } from 'payload'
import { State } from '../state'
import { reviewWord, starWords } from './review-words'

export const StatusCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <State state={reviewWord(String(cellData))} />
)

export const StarsCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span role="img" aria-label={`${Number(cellData)} of 5 stars`}>
    {starWords(Number(cellData))}
  </span>
)
