import type { CreditStatus } from '#domain/credit'
import { plain, type StateWord } from '../words'

const kinds: Readonly<Record<string, string>> = {
  issue: 'Issued',
  grant: 'Given',
  refund: 'Refund',
  'give-back': 'Given back',
  spend: 'Spent',
  take: 'Taken back',
  void: 'Voided',
  expire: 'Expired',
}

export const entryWord = (kind: string): string => kinds[kind] ?? plain(kind)

/** The state of a gift card or store credit with what is on it, in minor units. */
export function creditState(status: CreditStatus, balance: number): StateWord {
  if (status === 'void')
    return balance > 0 ? { word: 'Void, with money', tone: 'waiting' } : { word: 'Void', tone: 'bad' }
  if (status === 'expired') return { word: 'Expired', tone: 'quiet' }
  return balance > 0 ? { word: 'In use', tone: 'ok' } : { word: 'Empty', tone: 'quiet' }
}

export const cardName = (last4: string | null | undefined): string =>
  last4 ? `Gift card ending ${last4}` : 'Store credit'
