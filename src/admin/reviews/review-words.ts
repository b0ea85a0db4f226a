import { plain, type StateWord } from '../words'

const states: Readonly<Record<string, StateWord>> = {
  pending: { word: 'To look at', tone: 'waiting' },
  approved: { word: 'Shown', tone: 'ok' },
  rejected: { word: 'Not shown', tone: 'quiet' },
}
const fits: Readonly<Record<string, string>> = {
  small: 'Runs small',
  true: 'As expected',
  large: 'Runs large',
}

export const reviewWord = (status: string): StateWord =>
  states[status] ?? { word: plain(status), tone: 'quiet' }
export const fitWords = (fit: string): string => fits[fit] ?? plain(fit)
export const starWords = (rating: number): string =>
  `${'★'.repeat(rating)}${'☆'.repeat(Math.max(0, 5 - rating))}`
