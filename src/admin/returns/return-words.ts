import { plain, type StateWord } from '../words'

const states: Readonly<Record<string, StateWord>> = {
  requested: { word: 'To look at', tone: 'waiting' },
  approved: { word: 'On its way back', tone: 'quiet' },
  received: { word: 'To inspect', tone: 'waiting' },
  inspected: { word: 'To end', tone: 'waiting' },
  completed: { word: 'Done', tone: 'ok' },
  rejected: { word: 'Refused', tone: 'bad' },
  cancelled: { word: 'Called off', tone: 'quiet' },
}

const reasons: Readonly<Record<string, string>> = {
  'too-small': 'Too small',
  'too-large': 'Too large',
  'changed-mind': 'Changed their mind',
  faulty: 'Faulty',
  'wrong-item': 'Wrong item',
  withdrawal: 'Withdrawal',
}

const outcomes: Readonly<Record<string, string>> = {
  cancelled: 'the order was cancelled',
  reduced: 'what had not left was taken out',
  return: 'the pairs come back',
  desk: 'somebody must see to it',
}

export const returnWord = (status: string): StateWord =>
  states[status] ?? { word: plain(status), tone: 'quiet' }
export const reasonWord = (reason: string): string => reasons[reason] ?? plain(reason)
export const resolutionWord = (resolution: string): string =>
  resolution === 'exchange' ? 'Another size' : 'Money back'
export const outcomeWord = (outcome: string): string => outcomes[outcome] ?? plain(outcome)

/** Whether there is a label for it: approved, until the pairs have been looked at. */
export const hasLabel = (status: string): boolean => status === 'approved' || status === 'received'
