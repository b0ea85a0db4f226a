import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { escapeHtml } from '#domain/escape-html'

/** What the next id_token says otherwise, and how the provider behaves. */
export interface Misbehaviour {
  claims?: Record<string, unknown>
  /** Claims that are left out. */
  without?: string[]
  /** Signed with a key that nobody has published, or with none. */
  signature?: 'stranger' | 'none'
  status?: number
  /** Milliseconds until the token endpoint answers. */
  after?: number
}

interface Person {
  sub: string
  email: string
  email_verified?: boolean
  given_name?: string
  hd?: string
}

interface Code {
  challenge: string
  nonce: string
  redirectUri: string
  person: Person
}

/** What the provider asks whoever is sent to it. */
const consent = (
  asked: string,
  away: string,
): string => `<!doctype html><html lang="en"><title>Choose an account</title>
  <form action="/agree"><input type="hidden" name="asked" value="${escapeHtml(asked)}">
  <label>Account <input name="email" type="email"></label><button>Continue</button></form>
  <a href="${escapeHtml(away)}">Cancel</a></html>`

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

/**
 * A provider of OpenID Connect on this machine: a code counts once, with its verifier and address, for its client. `at`: the
 * address under which it is reached, where that is not its own. A browser that is sent to it says who it is, by the address
 * alone.
 */
export async function startIssuer({ at }: { at?: string } = {}) {
  const [own, stranger] = [pair(), pair()]
  const codes = new Map<string, Code>()
  const clientId = 'molini-test'
  const clientSecret = 'secret-of-the-test'
  let misbehaviour: Misbehaviour = {}
  let issuer = ''

  function tokenFor({ nonce, person }: Code): string {
    const now = Math.floor(Date.now() / 1000)
    const { claims = {}, without = [], signature } = misbehaviour
    const said = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...person, ...claims }
    const payload = Object.fromEntries(Object.entries(said).filter(([name]) => !without.includes(name)))
    const head = base64({ alg: signature === 'none' ? 'none' : 'RS256', kid: 'own' })
    const text = `${head}.${base64(payload)}`
    if (signature === 'none') return `${text}.`
    const key = signature === 'stranger' ? stranger.privateKey : own.privateKey
    const pem = createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }))
    return `${text}.${sign('sha256', Buffer.from(text), pem).toString('base64url')}`
  }

  async function exchange(request: IncomingMessage): Promise<[number, object]> {
    const body = await bodyOf(request)
    if (misbehaviour.after) await new Promise((done) => setTimeout(done, misbehaviour.after))
    if (misbehaviour.status) return [misbehaviour.status, { error: 'server_error' }]
    const code = codes.get(body.get('code') ?? '')
    codes.delete(body.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    const isClient = body.get('client_id') === clientId && body.get('client_secret') === clientSecret
    if (!isClient) return [401, { error: 'invalid_client' }]
    if (!code || code.challenge !== challenge || code.redirectUri !== body.get('redirect_uri'))
      return [400, { error: 'invalid_grant' }]
    const access = { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300 }
    return [200, { ...access, id_token: tokenFor(code) }]
  }

  /** Somebody agrees at the address they were sent to: where they are sent back to. */
  function agree(address: string, person: Person): URL {
    const asked = new URL(address).searchParams
    const code = randomUUID()
    codes.set(code, {
      ...{ challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '' },
      ...{ redirectUri: asked.get('redirect_uri') ?? '', person },
    })
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString()
    return back
  }

  function visit({ pathname, searchParams, href }: URL, response: ServerResponse) {
    if (pathname === '/authorize') {
      const away = new URL(searchParams.get('redirect_uri') ?? '')
      away.search = new URLSearchParams({
        ...{ error: 'access_denied', state: searchParams.get('state') ?? '', iss: issuer },
      }).toString()
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end(consent(href, away.href))
    }
    const email = searchParams.get('email') ?? ''
    const person = {
      sub: `sub of ${email}`,
      email,
      email_verified: true,
      given_name: 'Ada',
      hd: 'example.com',
    }
    const location = agree(searchParams.get('asked') ?? '', person).href
    return response.writeHead(302, { Location: location }).end()
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration')
      return say(200, {
        ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
        ...{
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        },
        ...{ id_token_signing_alg_values_supported: ['RS256'] },
      })
    if (request.url === '/keys') {
      const key = own.publicKey.export({ format: 'jwk' })
      return say(200, { keys: [{ ...key, kid: 'own', use: 'sig', alg: 'RS256' }] })
    }
    if (request.url === '/token') return void exchange(request).then(([status, body]) => say(status, body))
    if (['/authorize', '/agree'].includes(url.pathname)) return visit(url, response)
    return say(404, {})
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  issuer = at ?? `http://127.0.0.1:${port}`

  return {
    port,
    environment: { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_ISSUER: issuer },
    /** From now on, until it is told otherwise. */
    misbehave: (how: Misbehaviour = {}) => {
      misbehaviour = how
    },
    agree,
    stop: () => new Promise((done) => server.close(done)),
  }
}
