import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { codeOfBrowser, postJson } from './passkey-call'

/** Milliseconds before its end at which a question is asked anew: somebody may be choosing. */
const margin = 30_000

/** Milliseconds in which a choice made in a window above the page has arrived. */
const settled = 1_000

/** Resolves when the page is seen, or at once. */
const seen = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'visible') return resolve()
    document.addEventListener('visibilitychange', () => resolve(), { once: true, signal })
  })

/**
 * Calls `renew` before the question is too old, and when somebody comes back to the page: in another one they may have
 * been asked since, and a browser answers the last question alone. Ends with the signal.
 */
function watchAge(timeout: number, signal: AbortSignal, renew: () => void): void {
  const timers = [setTimeout(renew, Math.max(timeout - margin, margin))]
  const back = () => {
    if (document.visibilityState === 'visible') timers.push(setTimeout(renew, settled))
  }
  document.addEventListener('visibilitychange', back, { signal })
  signal.addEventListener('abort', () => timers.forEach(clearTimeout))
}

/** The choice of a passkey in a field; undefined when `timeout` milliseconds or a look at another page made the question old. */
async function choice(optionsJSON: PublicKeyCredentialRequestOptionsJSON) {
  const open = new AbortController()
  let isOld = false
  watchAge(optionsJSON.timeout ?? 60_000, open.signal, () => {
    isOld = true
    WebAuthnAbortService.cancelCeremony()
  })
  try {
    return await startAuthentication({ optionsJSON, useBrowserAutofill: true })
  } catch (error) {
    if (isOld) return undefined
    throw error
  } finally {
    open.abort()
  }
}

/** One question of the shop: `again` when it has become too old, else as `offerPasskeys` answers. */
async function offerOnce(signal: AbortSignal): Promise<string | undefined> {
  const { body } = await postJson<{ options: PublicKeyCredentialRequestOptionsJSON }>(
    '/api/store/session/passkey/options',
    { isAutofill: true },
    signal,
  )
  if (!body || signal.aborted) return undefined
  const credential = await choice(body.options)
  if (!credential || signal.aborted) return 'again'
  const { code } = await postJson('/api/store/session/passkey', { credential })
  return code ?? 'signed-in'
}

/** Nobody has asked for anything yet: a browser that ends it, or cannot be reached, needs no words. */
function codeUnasked(error: unknown): string | undefined {
  const code = codeOfBrowser(error)
  return code === 'passkey.cancelled' || code === 'other' ? undefined : code
}

/**
 * Lets the browser offer the passkeys it has for the shop in the field for the e-mail address, as long as `signal` stands.
 * Nothing is asked of anybody where the browser cannot do so. Answers `signed-in`, the code of what was wrong with the
 * passkey that was chosen, or undefined when none was.
 */
export async function offerPasskeys(signal: AbortSignal): Promise<string | undefined> {
  const isKnown = await browserSupportsWebAuthnAutofill().catch(() => false)
  while (isKnown && !signal.aborted) {
    await seen(signal)
    const outcome = await offerOnce(signal).catch(codeUnasked)
    if (outcome !== 'again') return outcome
  }
  return undefined
}
