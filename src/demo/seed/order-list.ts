import type { MarketId } from '#domain/markets'
import type { AddressView } from '#domain/views'

/** How far the order desk has come with an order. */
export type Progress = 'placed' | 'paid' | 'shipped' | 'cancelled'

export interface DemoOrder {
  readonly market: MarketId
  readonly email: string
  readonly address: AddressView
  /** Slugs of products, a pair of each. */
  readonly products: readonly string[]
  readonly payment: 'manual' | 'cash-on-delivery'
  readonly progress: Progress
  readonly express?: boolean
}

type Person = readonly [firstName: string, lastName: string]
type Place = readonly [line1: string, postalCode: string, city: string, country: string]

const at = ([firstName, lastName]: Person, [line1, postalCode, city, country]: Place): AddressView => ({
  firstName,
  lastName,
  line1,
  postalCode,
  city,
  country,
})

/** Shoppers with an account; they choose a password by the mail of "forgotten password". */
export const demoCustomers = [
  {
    email: 'giulia.ferrari@customers.example',
    market: 'it',
    mySize: '38',
    address: at(['Giulia', 'Ferrari'], ['Via Solferino 21', '20121', 'Milano', 'IT']),
  },
  {
    email: 'jonas.weber@customers.example',
    market: 'de',
    mySize: '43',
    address: at(['Jonas', 'Weber'], ['Schanzenstraße 14', '20357', 'Hamburg', 'DE']),
  },
] as const satisfies readonly (Pick<DemoOrder, 'market' | 'email' | 'address'> & { mySize: string })[]

const [giulia, jonas] = demoCustomers

/** One order for each address of mail: that is how a repeated seed knows what was placed before. */
export const demoOrders: readonly DemoOrder[] = [
  {
    ...giulia,
    products: ['nives-ballerina-silver', 'piazza-sneaker-sage'],
    payment: 'manual',
    progress: 'shipped',
  },
  { ...jonas, products: ['albona-derby-cognac'], payment: 'manual', progress: 'paid' },
  {
    market: 'eu',
    email: 'claire.dubois@guests.example',
    address: at(['Claire', 'Dubois'], ['12 rue des Tanneurs', '69005', 'Lyon', 'FR']),
    products: ['carso-chelsea-tobacco'],
    payment: 'manual',
    progress: 'shipped',
    express: true,
  },
  {
    market: 'uk',
    email: 'oliver.hughes@guests.example',
    address: at(['Oliver', 'Hughes'], ['7 Cobbler Lane', 'BS1 4ND', 'Bristol', 'GB']),
    products: ['corsa-runner-stone', 'corsa-runner-moss'],
    payment: 'manual',
    progress: 'placed',
  },
  {
    market: 'us',
    email: 'maya.thompson@guests.example',
    address: {
      ...at(['Maya', 'Thompson'], ['418 Juniper Street', '97205', 'Portland', 'US']),
      region: 'OR',
    },
    products: ['corsa-runner-graphite'],
    payment: 'manual',
    progress: 'paid',
  },
  {
    market: 'it',
    email: 'marco.bianchi@guests.example',
    address: at(['Marco', 'Bianchi'], ['Corso Cavour 88', '70121', 'Bari', 'IT']),
    products: ['albona-derby-black'],
    payment: 'cash-on-delivery',
    progress: 'shipped',
  },
  {
    market: 'de',
    email: 'lena.hofmann@guests.example',
    address: at(['Lena', 'Hofmann'], ['Gerberau 5', '79098', 'Freiburg', 'DE']),
    products: ['piazza-sneaker-sage'],
    payment: 'cash-on-delivery',
    progress: 'placed',
  },
  {
    market: 'eu',
    email: 'sofia.almeida@guests.example',
    address: at(['Sofia', 'Almeida'], ['Rua dos Sapateiros 40', '1100-581', 'Lisboa', 'PT']),
    products: ['nives-ballerina-silver'],
    payment: 'manual',
    progress: 'cancelled',
  },
  {
    market: 'eu',
    email: 'pieter.devries@guests.example',
    address: at(['Pieter', 'de Vries'], ['Looiersgracht 19', '1016 VR', 'Amsterdam', 'NL']),
    products: ['carso-chelsea-tobacco', 'albona-derby-cognac'],
    payment: 'manual',
    progress: 'paid',
  },
  {
    market: 'de',
    email: 'anna.gruber@guests.example',
    address: at(['Anna', 'Gruber'], ['Lederergasse 3', '1080', 'Wien', 'AT']),
    products: ['corsa-runner-rouge'],
    payment: 'manual',
    progress: 'placed',
  },
  {
    market: 'it',
    email: 'teresa.rossi@guests.example',
    address: at(['Teresa', 'Rossi'], ['Via Cavana 16', '34124', 'Trieste', 'IT']),
    products: ['corsa-runner-moss'],
    payment: 'cash-on-delivery',
    progress: 'placed',
  },
  {
    market: 'uk',
    email: 'isla.macleod@guests.example',
    address: at(['Isla', 'MacLeod'], ['22 Tanpit Close', 'EH6 6LU', 'Edinburgh', 'GB']),
    products: ['albona-derby-oxblood'],
    payment: 'manual',
    progress: 'paid',
    express: true,
  },
]
