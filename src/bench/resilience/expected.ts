import type { Condition } from './door'
import { endings, flowNames, type Ending, type FlowName } from './flows'
import type { Service } from './ground'

export const conditions = ['down', 'silent', 'slow', 'garbage'] as const satisfies readonly Condition[]

/** Milliseconds within which every answer is there, whatever is away. */
export const longest = 20_000
/** Milliseconds after which everything works again, once the service is back. */
export const recovery = 5_000

/** What a flow ends with while all is well. */
export const well: Readonly<Record<FlowName, Ending>> = {
  'a page that is kept': 200,
  'a page nobody has seen': 200,
  'a listing by the Store API': 200,
  'a picture in a new size': 200,
  'a bag': 201,
  'an order by bank transfer': 201,
  'an order by card': endings.begun,
  'signing in by password': 200,
  'signing in with Google': endings.signedIn,
  'the order desk': 200,
  'a screen of the admin': 200,
  'an upload': 201,
  'health: live': 200,
  'health: ready': 200,
  jobs: 200,
}

interface Loss {
  /** What people notice, and what becomes of what they did. */
  words: string
  /** Other endings than when all is well. */
  flows: Readonly<Partial<Record<FlowName, readonly Ending[]>>>
}

const away = [503]

/** How the shop is without one of its services. */
export const losses: Readonly<Record<Service, Loss>> = {
  database: {
    words:
      'Nothing is sold and nothing is forgotten: everything that has to know is answered 503 with `Retry-After`, pages in words and with the marks of the shop. A page may still come from memory for the four seconds in which a silent line goes unnoticed. Staff stay signed in. The process stays, and connects again by itself.',
    flows: {
      'a page that is kept': [200, 503],
      ...Object.fromEntries(
        flowNames.filter((name) => !/kept|live|jobs/.test(name)).map((name) => [name, away]),
      ),
    },
  },
  payment: {
    words:
      'Orders by card are placed, hold their pairs for half an hour, and say that the payment could not be begun yet: it is begun from the page of the order. Messages that Stripe could not deliver are asked for afterwards.',
    flows: { 'an order by card': [endings.notBegun] },
  },
  mail: {
    words:
      'Nobody notices. Mails wait in the outbox and leave once each when the server speaks again; other jobs do not wait for them.',
    flows: {},
  },
  storage: {
    words:
      'Pages and orders are as ever. A size of a picture that has not been made yet is 503 and comes with the next look; what is uploaded is refused whole, and leaves no row.',
    flows: { 'a picture in a new size': away, 'an upload': away },
  },
  'sign-in': {
    words:
      'Whoever chooses Google is back at the sign-in page, which says so and offers the other ways. Nobody is signed out.',
    flows: { 'signing in with Google': [endings.notSignedIn] },
  },
}

/** The endings of a flow that are right while a service is away. */
export const allowed = (service: Service, flow: FlowName): readonly Ending[] =>
  losses[service].flows[flow] ?? [well[flow]]
