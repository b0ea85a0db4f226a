import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { startIssuer } from './issuer-double'
import { tampered } from './tampered'

type Issuer = Awaited<ReturnType<typeof startIssuer>>
export type GoogleSomeone = Parameters<Issuer['agree']>[1]

/** Of a Workspace, unless it is said otherwise. */
export const someone = (
  more: { email?: string; email_verified?: unknown; hd?: string } = {},
): GoogleSomeone & { email_verified: boolean } =>
  ({
    ...{ sub: randomUUID(), email: `g-${randomUUID()}@example.com`, email_verified: true, given_name: 'Ada' },
    ...{ hd: 'example.com', ...more },
  }) as GoogleSomeone & { email_verified: boolean }

/** What came of a return. */
export interface Came {
  headers: Headers
  text?: string
}

/** A door that opens by Google: of the shop or of the admin. */
export interface Door {
  issuer: Issuer
  /** Sets out from it: where Google is asked, and what the browser carries. */
  start: () => Promise<{ address: string; cookie: string }>
  comeBack: (back: URL, cookie: string) => Promise<Came>
  /** Whom it would open to if all were right. */
  somebody: (more?: Parameters<typeof someone>[0]) => Promise<ReturnType<typeof someone>>
  cookieName: string
  /** Where an answer leads to. */
  leadsTo: (answer: Came) => string | null
  /** Where the door leads whom it does not open to. */
  problem: (code: string) => string
  /** Where it leads whom it opens to. */
  inside: string
  isSignedIn: (answer: Came) => boolean
  /** That nothing has come of it. */
  isUntouched: (person: { email: string; sub: string }) => Promise<void>
}

const past = () => Math.floor(Date.now() / 1000) - 3600

const wrongReturns = (): [string, Parameters<Issuer['misbehave']>[0]][] => [
  ['another nonce', { claims: { nonce: 'another' } }],
  ['no nonce', { without: ['nonce'] }],
  ['another audience', { claims: { aud: 'another-client' } }],
  ['another issuer', { claims: { iss: 'https://accounts.evil.example' } }],
  ['a token that is over', { claims: { iat: past() - 300, exp: past() } }],
  ['a signature of a stranger', { signature: 'stranger' }],
  ['no signature', { signature: 'none' }],
  ['nobody in the token', { without: ['sub'] }],
  ['no address in the token', { without: ['email'] }],
  ['a provider that fails', { status: 500 }],
]

/** Whatever is not right about a return from Google signs nobody in, at this door. */
export function refusesWrongReturns(door: Door): void {
  const { issuer, start, comeBack, somebody, problem, leadsTo } = door
  const signIn = async (person: GoogleSomeone) => {
    const { address, cookie } = await start()
    return comeBack(issuer.agree(address, person), cookie)
  }

  describe('whatever is not right signs nobody in:', () => {
    afterEach(() => issuer.misbehave())

    test.each(wrongReturns())('%s', async (_, how) => {
      const person = await somebody()
      issuer.misbehave(how)
      const answer = await signIn(person)
      expect(leadsTo(answer)).toBe(problem('refused'))
      expect(door.isSignedIn(answer)).toBe(false)
      await door.isUntouched(person)
    })

    test('an address that Google has not proven', async () => {
      for (const email_verified of [false, 'true', undefined]) {
        const person = await somebody({ email_verified })
        const answer = await signIn(person)
        expect(leadsTo(answer)).toBe(problem('unproven'))
        expect(door.isSignedIn(answer)).toBe(false)
        await door.isUntouched(person)
      }
    })

    test('another state, none, and the cookie of another sign-in', async () => {
      const [one, other] = [await start(), await start()]
      const back = issuer.agree(one.address, await somebody())
      expect(leadsTo(await comeBack(back, other.cookie))).toBe(problem('refused'))
      const stateless = issuer.agree(one.address, await somebody())
      stateless.searchParams.delete('state')
      expect(leadsTo(await comeBack(stateless, one.cookie))).toBe(problem('refused'))
    })

    test('the same return a second time, and a new code under a state that was used', async () => {
      const person = await somebody()
      const { address, cookie } = await start()
      const back = issuer.agree(address, person)
      const first = await comeBack(back, cookie)
      expect(leadsTo(first)).toBe(door.inside)
      expect(door.isSignedIn(first)).toBe(true)
      for (const again of [back, issuer.agree(address, person)]) {
        const answer = await comeBack(again, cookie)
        expect(leadsTo(answer)).toBe(problem('refused'))
        expect(door.isSignedIn(answer)).toBe(false)
      }
    })

    test('no cookie, a changed one, and one of its own making', async () => {
      const own = Buffer.from('{}').toString('base64url')
      for (const cookie of ['', `${door.cookieName}=`, `${door.cookieName}=${own}`]) {
        const { address } = await start()
        const back = issuer.agree(address, await somebody())
        expect(leadsTo(await comeBack(back, cookie))).toBe(problem('refused'))
      }
      const { address, cookie } = await start()
      // Within the tag, and not at its very end, where a character may say fewer than six bits.
      const changed = cookie.slice(0, -4) + tampered(cookie.slice(-4))
      const answer = await comeBack(issuer.agree(address, await somebody()), changed)
      expect(leadsTo(answer)).toBe(problem('refused'))
    })
  })
}
