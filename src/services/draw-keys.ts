import { createHmac } from 'node:crypto'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { isSameKey } from './same-key'

/** Which entry, and the key to what one does with it. */
export interface EntryKey {
  entryId: string
  token: string
}

const sign = (deed: 'confirm' | 'leave', about: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:draw:${deed}`).update(about.toLowerCase()).digest('base64url')

/** The key in the mail that asks whether somebody wants to enter, in this size: nothing to store, and no other size is opened by it. */
export const confirmToken = (entryId: string, variantId: string): string =>
  sign('confirm', `${entryId}:${variantId}`)

/** The key that ends an entry. */
export const leaveToken = (entryId: string): string => sign('leave', entryId)

function mustBe(right: string, given: string): void {
  if (!isSameKey(right, given)) throw new DomainError('resource.not-found')
}

/** Throws `resource.not-found` for a wrong key. */
export const checkConfirm = ({ entryId, token }: EntryKey, variantId: string): void =>
  mustBe(confirmToken(entryId, variantId), token)

/** Throws `resource.not-found` for a wrong key. */
export const checkLeave = ({ entryId, token }: EntryKey): void => mustBe(leaveToken(entryId), token)
