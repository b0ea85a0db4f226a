import type { Instrumentation } from 'next'
import { noteFault } from '#ops/note-fault'

/** What a page throws while it is drawn; Next.js has logged it. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) =>
  noteFault(`Page: ${routePath}`, error)
