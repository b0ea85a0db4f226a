import { randomBytes } from 'node:crypto'
import { env } from '#env'
import { reportPath } from './admin-policy'

/** Source: docs.stripe.com/security/guide, "Content security policy". */
const stripe = {
  script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  connect: ['https://api.stripe.com'],
  frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  image: ['https://*.stripe.com'],
}

/** What a page with a card form may load and where it may speak to: ourselves, and the provider of the form. */
export function payPagePolicy(nonce = randomBytes(16).toString('base64')): { nonce: string; policy: string } {
  const standIn = env.STRIPE_API_BASE ? [new URL(env.STRIPE_API_BASE).origin] : undefined
  const { script, connect, frame, image } = standIn
    ? { script: standIn, connect: standIn, frame: standIn, image: [] }
    : stripe
  // Development compiles in the browser and listens for changes.
  const whileDeveloping = env.isProduction ? [] : ["'unsafe-eval'"]
  const rules: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, ...script, ...whileDeveloping],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', ...image],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...connect, ...(env.isProduction ? [] : ['ws:'])],
    'frame-src': frame,
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'report-uri': [reportPath],
  }
  const policy = Object.entries(rules)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
  return { nonce, policy }
}
