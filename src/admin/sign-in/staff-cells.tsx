import type { DefaultServerCellComponentProps } from 'payload'
import { State } from '../state'
import type { StateWord } from '../words'

const words: Readonly<Record<string, StateWord>> = {
  on: { word: 'On', tone: 'ok' },
  off: { word: 'Off', tone: 'quiet' },
  missing: { word: 'Still to set up', tone: 'waiting' },
}

/** How it stands with the second step of a member of staff. */
export function SecondFactorCell({ rowData }: DefaultServerCellComponentProps) {
  const state = words[String(rowData?.secondFactor)]
  return state ? <State state={state} /> : null
}
