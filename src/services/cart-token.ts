import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that name a cart; the shop keeps their hash alone, so that a stolen database opens no cart. */
export const newCartToken = (): string => randomBytes(32).toString('base64url')

export const cartTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** An id of an array row, in Payload's form. */
export const newRowId = (): string => randomBytes(12).toString('hex')
