import { randomBytes } from 'node:crypto'
import { env } from '#env'
import { trustedOrigins } from './origins'

/** Where browsers say what a policy has kept from happening. */
export const reportPath = '/api/policy-reports'

/**
 * Screens of staff run our own files and the inline scripts of this answer, and speak to the shop alone, under each of its
 * names. Styles may be inline: Payload places by style elements and attributes.
 */
export function adminPolicy(nonce = randomBytes(16).toString('base64')): string {
  const own = ["'self'", ...trustedOrigins()]
  // Development compiles in the browser and listens for changes.
  const [evals, sockets] = env.isProduction ? [[], []] : [["'unsafe-eval'"], ['ws:']]
  const rules: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, ...evals],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': [...own, 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': [...own, ...sockets],
    'frame-src': own,
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'report-uri': [reportPath],
    'report-to': ['policy'],
  }
  return Object.entries(rules)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}
