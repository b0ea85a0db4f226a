import { createHash } from 'node:crypto'
import { strictPolicy } from '#front/policy'
import { transform } from '#front/transform'

const shared = {
  'Content-Security-Policy': strictPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

/** Compressed on its way, so the tag is a weak one. */
const tagFor = (html: string): string =>
  `W/"${createHash('sha256').update(strictPolicy).update(html).digest('base64url').slice(0, 22)}"`

/**
 * A page as the page store would send it. Throws when it has a script that nobody knows, or needs the framework: its
 * policy would be another than the one that every page has here.
 */
export function pageAnswer(rendered: string, status: number): Response {
  const { html, policy } = transform(rendered)
  if (policy !== strictPolicy) throw new Error('A page here has no framework in the browser')
  return new Response(html, {
    status,
    headers: { ...shared, 'Content-Type': 'text/html; charset=utf-8', ETag: tagFor(html) },
  })
}

export const redirectAnswer = (status: number, location: string): Response =>
  new Response(null, { status, headers: { ...shared, Location: location } })

/** For who comes to a handler by no address of the shop. */
export const refusedAnswer = (): Response =>
  new Response('Not found\n', {
    status: 404,
    headers: { ...shared, 'Content-Type': 'text/plain; charset=utf-8' },
  })
