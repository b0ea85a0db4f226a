import { z } from 'zod'
import { refusals } from '#domain/errors'
import { listingQuery, reviewQuery } from './listing-query'
import * as bodies from './schemas'
import { creditEntryKinds } from '#domain/credit'
import * as shapes from './shapes'

type Json = Record<string, unknown>

interface Operation {
  says: string
  body?: z.ZodType
  query?: Readonly<Record<string, z.ZodType>>
  headers?: readonly string[]
  status?: number
  answers?: z.ZodType
  signedIn?: true
}

const cart = { headers: ['X-Cart-Token'], answers: z.object({ cart: shapes.cart }) }
const inMarket = { market: bodies.market.optional() }

/** Every call, by path and method. Source: DESIGN 5. */
const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/products': {
    get: {
      says: 'A listing with facets; a page past the end is empty, with the same total',
      query: { ...listingQuery.shape, ...inMarket },
      answers: shapes.listing,
    },
  },
  '/products/{slug}': {
    get: { says: 'A product', query: inMarket, answers: z.object({ product: shapes.product }) },
  },
  '/products/{slug}/beside': {
    get: {
      says: 'What stands beside a product: what completes the look, what is related, how it is cared for and with what; all in stock',
      query: inMarket,
      answers: shapes.beside,
    },
  },
  '/products/{slug}/reviews': {
    get: {
      says: 'What buyers say of a shoe, in all its colours; only what was approved; a page past the end is empty',
      query: { ...reviewQuery, ...inMarket },
      answers: shapes.reviews,
    },
  },
  '/products/{slug}/draw': {
    get: {
      says: 'The draw of a product, and once it was made the entries by place; a page past the end is empty',
      query: { page: z.int().min(1).optional(), limit: z.int().min(1).max(100).optional() },
      answers: shapes.drawPlaces,
    },
  },
  '/suggest': {
    get: {
      says: 'What a search may mean; of a model the colour that fits best',
      query: { q: z.string().max(100), ...inMarket },
      answers: shapes.suggestions,
    },
  },
  '/address-suggestions': {
    post: {
      says: 'Addresses that what was typed may mean, in one country; none where the shop asks no map',
      body: bodies.addressQuestion,
      answers: z.object({ suggestions: z.array(shapes.addressSuggestion) }),
    },
  },
  '/carts': {
    post: {
      says: 'A new cart; the token also comes as the cookie molini-cart',
      body: bodies.newCart,
      status: 201,
      answers: z.object({ cart: shapes.cart, token: z.string() }),
    },
  },
  '/carts/current': {
    get: { says: 'The cart, recomputed', query: { explain: z.literal('1').optional() }, ...cart },
  },
  '/carts/current/lines': { post: { says: 'Adds pairs of a variant', body: bodies.newLine, ...cart } },
  '/carts/current/lines/{id}': {
    patch: { says: 'Sets the pairs of a line', body: bodies.lineChange, ...cart },
    delete: { says: 'Takes a line out', ...cart },
  },
  '/carts/current/holds': {
    post: {
      says: 'Puts a pair that is held for somebody who has waited into the cart; no other cart has it any more',
      body: bodies.holdKey,
      ...cart,
    },
  },
  '/carts/current/code': {
    put: { says: 'Applies a promotion code', body: bodies.code, ...cart },
    delete: { says: 'Forgets the promotion code', ...cart },
  },
  '/carts/current/gift-note': {
    put: { says: 'Words that are printed for whoever gets the pairs', body: bodies.giftNote, ...cart },
    delete: { says: 'Sends no words', ...cart },
  },
  '/carts/current/gift-cards': {
    post: { says: 'Pays with a gift card, by its code', body: bodies.code, ...cart },
  },
  '/carts/current/gift-cards/{id}': { delete: { says: 'Takes a gift card out of the cart', ...cart } },
  '/carts/current/store-credit': {
    put: { says: 'Pays with the customer’s store credit', signedIn: true, ...cart },
    delete: { says: 'Keeps the store credit for another time', ...cart },
  },
  '/carts/current/shipping-options': {
    get: {
      says: 'How the cart can be sent',
      headers: ['X-Cart-Token'],
      query: { country: z.string().length(2), postalCode: z.string().max(20).optional() },
      answers: shapes.shippingChoices,
    },
  },
  '/carts/current/wallet-quote': {
    post: {
      says: 'What the cart comes to at a destination, by each way to send it: what a wallet shows before it pays',
      headers: ['X-Cart-Token'],
      body: bodies.walletPlace,
      answers: shapes.walletQuote,
    },
  },
  '/payment-methods': {
    get: {
      says: 'How one can pay',
      query: inMarket,
      answers: z.object({ methods: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
  },
  '/checkout': {
    post: {
      says: 'Buys the cart, once for each Idempotency-Key',
      body: bodies.checkout,
      headers: ['Idempotency-Key', 'X-Cart-Token'],
      status: 201,
      answers: shapes.checkoutAnswer,
    },
  },
  '/orders/{number}': {
    get: {
      says: 'An order, for its buyer',
      headers: ['X-Order-Token'],
      answers: z.object({ order: shapes.order }),
    },
  },
  '/orders/{number}/again': {
    post: {
      says: 'Puts the pairs of an order into the cart once more, as far as there are any, at the prices of today',
      headers: ['X-Cart-Token', 'X-Order-Token'],
      answers: z.object({
        cart: shapes.cart,
        token: z.string().optional().describe('Of a cart that was made for this.'),
        left: z.array(shapes.leftOut).describe('What could not be had in full.'),
      }),
    },
  },
  '/orders/{number}/pay': {
    post: {
      says: 'Begins the payment of an order with its provider, or goes on with it after a declined card',
      headers: ['X-Order-Token'],
      answers: shapes.payAnswer,
    },
  },
  '/orders/{number}/give-up': {
    post: {
      says: 'Turns away from an order that is still to be paid in a browser: its pairs come free, its payment is cancelled',
      headers: ['X-Order-Token'],
      answers: z.object({ order: shapes.order }),
    },
  },
  '/orders/{number}/returns': {
    get: {
      says: 'The returns of an order, and what of it may still come back, with the stock of the other sizes',
      headers: ['X-Order-Token'],
      answers: z.object({
        returns: z.array(shapes.orderReturn),
        lines: z.array(shapes.returnableLine),
      }),
    },
    post: {
      says: 'Asks to send pairs back, for money or for another size; one return or several',
      headers: ['Idempotency-Key', 'X-Order-Token'],
      body: bodies.newReturn,
      status: 201,
      answers: z.object({ returns: z.array(shapes.requestedReturn) }),
    },
  },
  '/orders/{number}/reviews': {
    get: {
      says: 'The shoes of a delivered order that may be written about, and what became of it',
      headers: ['X-Order-Token'],
      answers: z.object({ pairs: z.array(shapes.reviewablePair) }),
    },
    post: {
      says: 'A review of a delivered shoe, seen once it is approved. As multipart/form-data it may bring three `photos`',
      headers: ['X-Order-Token'],
      body: bodies.newReview,
      status: 201,
      answers: z.object({ review: shapes.writtenReview }),
    },
  },
  '/orders/{number}/papers': {
    get: {
      says: 'Invoice, credit notes and return labels of an order; each is a PDF under its number',
      headers: ['X-Order-Token'],
      answers: z.object({ papers: z.array(shapes.paper) }),
    },
  },
  '/orders/{number}/papers/{paper}': {
    get: { says: 'A paper as application/pdf', headers: ['X-Order-Token'] },
  },
  '/orders/{number}/withdrawals': {
    post: {
      says: 'States the withdrawal from the contract, whole or in part',
      headers: ['Idempotency-Key', 'X-Order-Token'],
      body: bodies.newWithdrawal,
      status: 201,
      answers: z.object({ withdrawal: shapes.statedWithdrawal }),
    },
  },
  '/wishlist': {
    get: {
      says: 'What the customer, or whoever holds the token, keeps for later',
      headers: ['X-Wishlist-Token'],
      query: inMarket,
      answers: z.object({ wishlist: shapes.wishlist }),
    },
  },
  '/wishlist/items/{slug}': {
    put: {
      says: 'Keeps a shoe; a new list of a guest also answers with its token and sets the cookie molini-wishlist',
      headers: ['X-Wishlist-Token'],
      answers: z.object({ wishlist: shapes.shortWishlist, token: z.string().optional() }),
    },
    delete: {
      says: 'Forgets a shoe',
      headers: ['X-Wishlist-Token'],
      answers: z.object({ wishlist: shapes.shortWishlist }),
    },
  },
  '/wishlist/share': {
    put: {
      says: 'Makes a link by which others may look',
      headers: ['X-Wishlist-Token'],
      query: inMarket,
      answers: z.object({ wishlist: shapes.wishlist }),
    },
    delete: {
      says: 'Takes the link back for good',
      headers: ['X-Wishlist-Token'],
      query: inMarket,
      answers: z.object({ wishlist: shapes.wishlist }),
    },
  },
  '/wishlist/shared/{key}': {
    get: {
      says: 'A list behind its link',
      query: inMarket,
      answers: z.object({ wishlist: shapes.wishlist }),
    },
  },
  '/newsletter/leave': {
    post: {
      says: 'Ends the letters by one click (RFC 8058). `subscriber` and `token` are in the address that a letter brings',
      answers: z.object({ left: z.literal(true) }),
    },
  },
  '/measuring/stop': {
    post: {
      says: 'Ends the mails that a child should be measured again, by one click (RFC 8058). `customer` and `token` are in the address that such a mail brings',
      answers: z.object({ stopped: z.literal(true) }),
    },
  },
  '/draw-entries': {
    post: {
      says: 'Enters the draw of a launch with one size: `entered` for a customer who is signed in with their own confirmed address, else `asked` by a mail; the same answer for an address that is in',
      body: bodies.newDrawEntry,
      status: 202,
      answers: z.object({ status: z.enum(['asked', 'entered']) }),
    },
  },
  '/draw-entries/confirm': {
    post: {
      says: 'The address wants to enter, in this size',
      body: bodies.entryConfirmation,
      answers: z.object({ status: z.literal('entered') }),
    },
  },
  '/draw-entries/leave': {
    post: {
      says: 'Leaves a draw; after it the queue, and a held pair goes to the next place',
      body: bodies.entryKey,
      status: 204,
    },
  },
  '/stock-alerts': {
    post: {
      says: 'Waits for a sold-out size: a pair is held for whoever has waited longest, and one mail says so; the same answer for an address that waits already',
      body: bodies.newStockAlert,
      status: 202,
      answers: z.object({ status: z.literal('waiting') }),
    },
  },
  '/customers': {
    post: {
      says: 'Registers; the answer is the same for an address that has an account',
      body: bodies.registration,
      status: 201,
      answers: z.object({ next: z.literal('sign-in') }),
    },
  },
  '/session': {
    post: { says: 'Signs in', body: bodies.credentials, answers: z.object({ customer: shapes.customer }) },
    delete: { says: 'Signs out', status: 204 },
  },
  '/password-reset': {
    post: {
      says: 'Mails a link for a new password, if there is an account',
      body: bodies.resetRequest,
      status: 202,
      answers: z.object({ next: z.literal('read-mail') }),
    },
  },
  '/password-reset/confirm': {
    post: {
      says: 'Sets a new password by the mailed token',
      body: bodies.resetConfirmation,
      answers: z.object({ next: z.literal('sign-in') }),
    },
  },
  '/sign-in-link': {
    post: {
      says: 'Mails a link that signs in once, if there is an account',
      body: bodies.signInLinkRequest,
      status: 202,
      answers: z.object({ next: z.literal('read-mail') }),
    },
  },
  '/sign-in-link/confirm': {
    post: {
      says: 'Signs in by the mailed token and uses it up',
      body: bodies.mailedToken,
      answers: z.object({ customer: shapes.customer }),
    },
  },
  '/session/second-step': {
    post: {
      says: 'The second step of signing in, where `POST /session` answered 202 `next: second-step`',
      body: bodies.factorCode,
      answers: z.object({ customer: shapes.customer }),
    },
  },
  '/me/second-factor': {
    get: {
      says: 'Whether there is a second factor, and how many codes for a lost device are left',
      signedIn: true,
      answers: z.object({ isOn: z.boolean(), codesLeft: z.int().optional() }),
    },
    post: {
      says: 'Begins one: secret and codes are in this answer alone',
      signedIn: true,
      body: bodies.ownPassword,
      status: 201,
      answers: z.object({ secret: z.string(), uri: z.string(), codes: z.array(z.string()) }),
    },
    put: {
      says: 'Switches the begun one on by its first code',
      signedIn: true,
      body: bodies.factorCode,
      answers: z.object({ isOn: z.literal(true) }),
    },
    delete: {
      says: 'Takes it away by a code of it',
      signedIn: true,
      body: bodies.factorCode,
      answers: z.object({ isOn: z.literal(false) }),
    },
  },
  '/me/google': {
    get: {
      says: 'Whether the account opens by Google',
      signedIn: true,
      answers: z.object({ isLinked: z.boolean() }),
    },
    delete: {
      says: 'Unlinks Google; refused where neither a password nor a mailed link would open the account then',
      signedIn: true,
      body: bodies.ownPassword,
      answers: z.object({ isLinked: z.literal(false) }),
    },
  },
  '/session/passkey/options': {
    post: {
      says: 'What a passkey is to sign, as WebAuthn’s request options; for five minutes, for this browser alone (cookie molini-passkey)',
      body: bodies.passkeyQuestion,
      answers: z.object({ options: z.looseObject({ challenge: z.string() }) }),
    },
  },
  '/session/passkey': {
    post: {
      says: 'Signs in by a passkey, which counts as both factors',
      body: bodies.passkeyAnswer,
      answers: z.object({ customer: shapes.customer }),
    },
  },
  '/me/passkeys': {
    get: {
      says: 'The passkeys of the account',
      signedIn: true,
      answers: z.object({ passkeys: z.array(shapes.passkey) }),
    },
    post: {
      says: 'Adds the passkey that the browser has made',
      signedIn: true,
      body: bodies.newPasskey,
      status: 201,
      answers: z.object({ passkey: shapes.passkey }),
    },
  },
  '/me/passkeys/options': {
    post: {
      says: 'Begins a passkey: the password again where the account has one; WebAuthn’s creation options',
      signedIn: true,
      body: bodies.ownPassword,
      answers: z.object({ options: z.looseObject({ challenge: z.string() }) }),
    },
  },
  '/me/passkeys/{id}': {
    patch: {
      says: 'Gives a passkey another name',
      signedIn: true,
      body: bodies.passkeyName,
      answers: z.object({ passkey: shapes.passkey }),
    },
    delete: {
      says: 'Takes a passkey away; refused where nothing else would open the account then',
      signedIn: true,
      body: bodies.ownPassword,
      status: 204,
    },
  },
  '/me/sessions': {
    get: {
      says: 'Where the customer is signed in, this browser first',
      signedIn: true,
      answers: z.object({ sessions: z.array(shapes.session) }),
    },
    delete: {
      says: 'Signs out everywhere else',
      signedIn: true,
      answers: z.object({ ended: z.int() }),
    },
  },
  '/me/sessions/{id}': {
    delete: { says: 'Ends one session', signedIn: true, status: 204 },
  },
  '/me/email': {
    post: {
      says: 'Asks for another address: a link goes to the new one, a word to the old one',
      signedIn: true,
      body: bodies.emailChange,
      status: 202,
      answers: z.object({ next: z.literal('read-mail') }),
    },
  },
  '/me/email/confirm': {
    post: {
      says: 'Takes the new address by the mailed token',
      signedIn: true,
      body: bodies.mailedToken,
      answers: z.object({ changed: z.literal(true) }),
    },
  },
  '/me': {
    get: { says: 'What is personal on a page', answers: shapes.me },
    patch: {
      says: 'Changes name and size',
      signedIn: true,
      body: bodies.customerChange,
      answers: z.object({ customer: shapes.customer }),
    },
  },
  '/me/addresses': {
    get: {
      says: 'The address book',
      signedIn: true,
      answers: z.object({ addresses: z.array(shapes.savedAddress) }),
    },
    post: {
      says: 'Adds an address',
      signedIn: true,
      body: bodies.savedAddress,
      status: 201,
      answers: z.object({ address: shapes.savedAddress }),
    },
  },
  '/me/addresses/{id}': {
    put: {
      says: 'Replaces an address',
      signedIn: true,
      body: bodies.savedAddress,
      answers: z.object({ address: shapes.savedAddress }),
    },
    delete: { says: 'Removes an address', signedIn: true, status: 204 },
  },
  '/me/sizes': {
    get: {
      says: 'The sizes the customer keeps: their own by segment, and the feet of their children',
      signedIn: true,
      answers: z.object({ own: z.array(shapes.ownSize), children: z.array(shapes.child) }),
    },
  },
  '/me/sizes/{segment}': {
    put: {
      says: 'Keeps the own size for shoes of `women` or `men`',
      signedIn: true,
      body: bodies.ownSize,
      answers: z.object({ size: shapes.ownSize }),
    },
    delete: { says: 'Forgets it', signedIn: true, status: 204 },
  },
  '/me/children': {
    post: {
      says: 'Adds the foot of a child; ten at most',
      signedIn: true,
      body: bodies.childFoot,
      status: 201,
      answers: z.object({ child: shapes.child }),
    },
  },
  '/me/children/{id}': {
    put: {
      says: 'Changes a child’s name or foot',
      signedIn: true,
      body: bodies.childFoot,
      answers: z.object({ child: shapes.child }),
    },
    delete: { says: 'Removes a child', signedIn: true, status: 204 },
  },
  '/me/stock-alerts': {
    get: {
      says: 'The sold-out sizes that the customer waits for, once the address was shown to be theirs',
      signedIn: true,
      answers: z.object({ alerts: z.array(shapes.ownAlert) }),
    },
  },
  '/me/stock-alerts/{id}': {
    delete: { says: 'Waits no longer for one size', signedIn: true, status: 204 },
  },
  '/me/draw-entries': {
    get: {
      says: 'The draws that the customer has entered and that have not been made, once the address was shown to be theirs',
      signedIn: true,
      answers: z.object({ entries: z.array(shapes.ownEntry) }),
    },
  },
  '/me/draw-entries/{id}': {
    delete: { says: 'Leaves a draw before it is made', signedIn: true, status: 204 },
  },
  '/me/export': {
    get: {
      says: 'Everything the shop keeps about the customer, as a file; rows known by the address alone once it was shown to be theirs',
      signedIn: true,
      answers: z.looseObject({
        exportedAt: z.iso.datetime(),
        shop: z.string(),
        includesRowsOfAddress: z.boolean(),
        account: z.looseObject({ id: z.string(), email: z.string() }),
      }),
    },
  },
  '/me/erasure': {
    post: {
      says: 'Asks for the account to be closed: the password again where it has one; a link goes by mail',
      signedIn: true,
      body: bodies.erasureRequest,
      status: 202,
      answers: z.object({ next: z.literal('read-mail') }),
    },
  },
  '/me/erasure/confirm': {
    post: {
      says: 'Closes the account by the mailed token and erases what is kept about its owner; 409 `customer.not-erasable` with what is `open`',
      body: bodies.mailedToken,
      answers: z.object({ orders: z.int(), reviews: z.int() }),
    },
  },
  '/me/orders': {
    get: {
      says: 'All orders, newest first',
      signedIn: true,
      answers: z.object({ orders: z.array(shapes.order) }),
    },
  },
  '/me/prices': {
    get: {
      says: 'The sizes of a product that a price list of the customer makes cheaper than for everybody; `product` is its slug',
      signedIn: true,
      query: { product: z.string(), ...inMarket },
      answers: z.object({ prices: z.array(z.object({ variantId: z.string(), price: bodies.money })) }),
    },
  },
  '/me/store-credit': {
    get: {
      says: 'Store credit by currency, with its newest 50 entries',
      signedIn: true,
      answers: z.object({
        storeCredit: z.array(
          z.object({
            balance: bodies.money,
            entries: z.array(
              z.object({
                at: z.string(),
                kind: z.enum(creditEntryKinds),
                amount: bodies.money.extend({ amount: z.int().describe('With its sign.') }),
                number: z.string().optional().describe('Of the order.'),
              }),
            ),
          }),
        ),
      }),
    },
  },
  '/payments/{provider}/webhook': {
    post: {
      says: 'An event of a payment provider, in its own form',
      answers: z.object({ received: z.literal(true) }),
    },
  },
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Json {
  const schema = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  delete schema.$schema
  return schema
}

const content = (type: z.ZodType, io: 'input' | 'output', media = 'application/json'): Json => ({
  content: { [media]: { schema: schemaOf(type, io) } },
})

const parametersOf = (path: string, { query = {}, headers = [] }: Operation): Json[] => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...Object.entries(query).map(([name, type]) => ({
    name,
    in: 'query',
    required: !type.safeParse(undefined).success && !type.safeParse([]).success,
    schema: schemaOf(type, 'input'),
  })),
  ...headers.map((name) => ({
    name,
    in: 'header',
    required: name === 'Idempotency-Key',
    schema: { type: 'string' },
  })),
]

function operationJson(path: string, operation: Operation): Json {
  const { says, body, status = 200, answers, signedIn } = operation
  return {
    summary: says,
    parameters: parametersOf(path, operation),
    ...(body ? { requestBody: { required: true, ...content(body, 'input') } } : {}),
    ...(signedIn ? { security: [{ customer: [] }] } : {}),
    responses: {
      [status]: { description: says, ...(answers ? content(answers, 'output') : {}) },
      default: { description: 'A refusal', ...content(shapes.problem, 'output', 'application/problem+json') },
    },
  }
}

/** The whole contract as OpenAPI 3.1, made from the schemas that check the calls. */
export function openApi(server: string): Json {
  const paths = Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, one]) => [method, operationJson(path, one)])),
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: 'Molini Store API',
      version: '1.0.0',
      description: `Codes of refusals: ${Object.keys(refusals).join(', ')}.`,
    },
    servers: [{ url: `${server}/api/store` }],
    paths: Object.fromEntries(paths) as Json,
    components: { securitySchemes: { customer: { type: 'apiKey', in: 'cookie', name: 'molini-customer' } } },
  }
}
