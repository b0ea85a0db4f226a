import { createHash, timingSafeEqual } from 'node:crypto'
import { answer } from './route'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares digests, so that neither the length nor the first wrong letter shows in the time. */
export const bearsSecret = (request: Request, secret: string): boolean =>
  timingSafeEqual(digest(request.headers.get('authorization') ?? ''), digest(`Bearer ${secret}`))

/** 401 for whoever does not. */
export function refuseBearer(code: string): Response {
  const refusal = answer({ title: 'Unauthorized', status: 401, code }, { status: 401 })
  refusal.headers.set('WWW-Authenticate', 'Bearer')
  return refusal
}
