import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { Provider, interactionPolicy } from 'oidc-provider'

/** @typedef {{ sub: string, email?: string, email_verified?: unknown, given_name?: string, hd?: string }} Person */

const clientSecret = randomBytes(16).toString('hex')
/** The shop, another that is registered with the same addresses, and a registration whose tokens are signed with its secret. */
const clients = { own: 'molini-test', other: 'another-shop', bySecret: 'signed-with-its-secret' }

/** @param {string} kid */
function signingKey(kid) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }
}

/** Google asks which account; the provider does so once it is told of that question. */
function policy() {
  const prompts = interactionPolicy.base()
  prompts.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
  return prompts
}

/**
 * A provider of OpenID Connect as it is run elsewhere, the certified `oidc-provider`, on this machine. What Google says of a
 * person is in the id_token. `callbacks`: where it sends back to. `as`: which of its clients the shop is.
 * @param {{ callbacks: string[], as?: keyof typeof clients }} options
 */
export async function startRealIssuer({ callbacks, as = 'own' }) {
  /** @type {Map<string, Person>} */
  const people = new Map()
  /** @type {string[]} */
  const refusals = []
  /** `token`: no code is exchanged. `keys`: the keys it publishes are not those it signs with. */
  const faults = { token: false, keys: false }
  /** @type {Provider} */
  let provider

  const server = createServer((request, response) => void answer(request, response))
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const address = server.address()
  const issuer = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`

  const stranger = signingKey('published')
  provider = new Provider(issuer, {
    clients: Object.values(clients).map((client_id) => ({
      ...{ client_id, client_secret: clientSecret, redirect_uris: callbacks },
      ...{ response_types: ['code'], grant_types: ['authorization_code'] },
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: client_id === clients.bySecret ? 'HS256' : 'RS256',
    })),
    jwks: { keys: [signingKey('published')] },
    cookies: { keys: [randomUUID()] },
    claims: {
      openid: ['sub', 'hd'],
      email: ['email', 'email_verified'],
      profile: ['given_name', 'family_name'],
    },
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'HS256'] },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: policy(), url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => people.get(sub) ?? { sub } }),
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 300,
      Interaction: 600,
      Session: 600,
    },
    renderError: (ctx, { error }) => {
      ctx.body = error
    },
  })
  provider.on('grant.error', (_, error) => refusals.push(error.error))
  provider.on('authorization.error', (_, error) => refusals.push(error.error))
  const handle = provider.callback()

  /** Who is asked says who they are, or calls it off. */
  async function interact(request, response) {
    const { params } = await provider.interactionDetails(request, response)
    const sub = request.headers['x-person']
    if (typeof sub !== 'string')
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    const grant = new provider.Grant({ accountId: sub, clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    return provider.interactionFinished(request, response, {
      ...{ login: { accountId: sub }, select_account: {}, consent: { grantId: await grant.save() } },
    })
  }

  async function answer(request, response) {
    const { pathname } = new URL(request.url ?? '/', issuer)
    if (faults.token && pathname === '/token') return response.writeHead(500).end('{"error":"server_error"}')
    if (faults.keys && pathname === '/jwks') {
      const { kty, n, e, kid, use, alg } = stranger
      response.setHeader('Content-Type', 'application/json')
      return response.end(JSON.stringify({ keys: [{ kty, n, e, kid, use, alg }] }))
    }
    if (pathname.startsWith('/interaction/')) return interact(request, response)
    return handle(request, response)
  }

  /**
   * A browser of its own that goes to the address, and where the provider sends it back to. Throws when it is not sent back.
   * @param {string} from
   * @param {Person} [person] without one it is called off
   */
  async function visit(from, person) {
    if (person) people.set(person.sub, person)
    /** @type {Map<string, string>} */
    const jar = new Map()
    let at = new URL(from)
    while (at.origin === issuer) {
      const headers = { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }
      const response = await fetch(at, {
        ...{ redirect: 'manual' },
        headers: { ...headers, ...(person && { 'x-person': person.sub }) },
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
      }
      const location = response.headers.get('location')
      if (!location) throw new Error(`${response.status} at ${at.pathname}: ${await response.text()}`)
      at = new URL(location, at)
    }
    return at
  }

  return {
    issuer,
    clients,
    environment: {
      ...{ GOOGLE_CLIENT_ID: clients[as], GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_ISSUER: issuer },
    },
    /** What it refused, as it calls it, since it was last asked. */
    takeRefusals: () => refusals.splice(0),
    faults,
    agree: (/** @type {string} */ from, /** @type {Person} */ person) => visit(from, person),
    callOff: (/** @type {string} */ from) => visit(from),
    stop: () => new Promise((done) => server.close(done)),
  }
}
