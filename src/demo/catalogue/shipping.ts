import type { Prices, ShippingMethod, ShippingZone, Store, Words } from './types'

const freeFrom: Prices = { EUR: 15000, GBP: 13000, USD: 17500 }

const standardName: Words = { en: 'Standard', it: 'Standard', de: 'Standard' }
const expressName: Words = { en: 'Express', it: 'Espresso', de: 'Express' }

type Terms = { readonly price: Prices; readonly days: ShippingMethod['days'] }

const methods = (zone: string, standard: Terms, express: Terms): readonly ShippingMethod[] => [
  { slug: `${zone}-standard`, name: standardName, freeFrom, ...standard },
  { slug: `${zone}-express`, name: expressName, ...express },
]

/** Standard costs nothing from 150 EUR (130 GBP, 175 USD) of goods; express always costs. */
export const shippingZones: readonly ShippingZone[] = [
  {
    slug: 'italy',
    name: { en: 'Italy', it: 'Italia', de: 'Italien' },
    countries: ['IT'],
    methods: methods(
      'italy',
      { price: { EUR: 590, GBP: 500, USD: 650 }, days: { from: 1, to: 3 } },
      { price: { EUR: 1190, GBP: 1000, USD: 1300 }, days: { from: 1, to: 1 } },
    ),
  },
  {
    slug: 'italian-islands',
    name: { en: 'Sardinia and Sicily', it: 'Sardegna e Sicilia', de: 'Sardinien und Sizilien' },
    countries: [],
    areas: [{ country: 'IT', postalCodes: '07*, 08*, 09*, 90000-98999' }],
    methods: methods(
      'italian-islands',
      { price: { EUR: 590, GBP: 500, USD: 650 }, days: { from: 2, to: 5 } },
      { price: { EUR: 1190, GBP: 1000, USD: 1300 }, days: { from: 1, to: 2 } },
    ),
  },
  {
    slug: 'livigno-campione',
    name: { en: 'Livigno and Campione', it: 'Livigno e Campione', de: 'Livigno sowie Campione' },
    countries: [],
    areas: [{ country: 'IT', postalCodes: '23041, 22061' }],
    methods: [],
  },
  {
    slug: 'far-territories',
    name: {
      en: 'Canary Islands, Ceuta, Melilla, French overseas',
      it: 'Canarie, Ceuta, Melilla, Francia d’oltremare',
      de: 'Kanaren, Ceuta, Melilla, Frankreich in Übersee',
    },
    countries: [],
    areas: [
      { country: 'ES', postalCodes: '35*, 38*, 51*, 52*' },
      { country: 'FR', postalCodes: '97*, 986*, 987*, 988*' },
    ],
    methods: [],
  },
  {
    slug: 'northern-ireland',
    name: { en: 'Northern Ireland', it: 'Irlanda del Nord', de: 'Nordirland' },
    countries: [],
    areas: [{ country: 'GB', postalCodes: 'BT*' }],
    methods: methods(
      'northern-ireland',
      { price: { EUR: 1150, GBP: 995, USD: 1250 }, days: { from: 5, to: 8 } },
      { price: { EUR: 2300, GBP: 1995, USD: 2500 }, days: { from: 3, to: 4 } },
    ),
  },
  {
    slug: 'germany-austria',
    name: { en: 'Germany and Austria', it: 'Germania e Austria', de: 'Deutschland und Österreich' },
    countries: ['DE', 'AT'],
    methods: methods(
      'germany-austria',
      { price: { EUR: 690, GBP: 590, USD: 750 }, days: { from: 2, to: 4 } },
      { price: { EUR: 1490, GBP: 1290, USD: 1600 }, days: { from: 1, to: 2 } },
    ),
  },
  {
    slug: 'european-union',
    name: { en: 'European Union', it: 'Unione europea', de: 'Europäische Union' },
    countries: [
      'BE',
      'BG',
      'CY',
      'CZ',
      'DK',
      'EE',
      'ES',
      'FI',
      'FR',
      'GR',
      'HR',
      'HU',
      'IE',
      'LT',
      'LU',
      'LV',
      'MT',
      'NL',
      'PL',
      'PT',
      'RO',
      'SE',
      'SI',
      'SK',
    ],
    methods: methods(
      'european-union',
      { price: { EUR: 890, GBP: 750, USD: 950 }, days: { from: 3, to: 6 } },
      { price: { EUR: 1990, GBP: 1690, USD: 2150 }, days: { from: 2, to: 3 } },
    ),
  },
  {
    slug: 'united-kingdom',
    name: { en: 'United Kingdom', it: 'Regno Unito', de: 'Vereinigtes Königreich' },
    countries: ['GB'],
    methods: methods(
      'united-kingdom',
      { price: { EUR: 1150, GBP: 995, USD: 1250 }, days: { from: 4, to: 7 } },
      { price: { EUR: 2300, GBP: 1995, USD: 2500 }, days: { from: 2, to: 3 } },
    ),
  },
  {
    slug: 'united-states',
    name: { en: 'United States', it: 'Stati Uniti', de: 'Vereinigte Staaten' },
    countries: ['US'],
    methods: methods(
      'united-states',
      { price: { EUR: 1850, GBP: 1590, USD: 1995 }, days: { from: 6, to: 10 } },
      { price: { EUR: 3700, GBP: 3190, USD: 3995 }, days: { from: 3, to: 5 } },
    ),
  },
]

/** Where pairs lie, and where people may collect what they have ordered. */
export const store: Store = {
  code: 'TRIESTE',
  name: 'Molini Trieste',
  line1: 'Via San Nicolò 14',
  postalCode: '34121',
  city: 'Trieste',
  country: 'IT',
  hours: {
    en: 'Tuesday to Saturday, 10 to 19',
    it: 'Da martedì a sabato, 10-19',
    de: 'Dienstag bis Samstag, 10 bis 19 Uhr',
  },
  collecting: { en: 'Collect in Trieste', it: 'Ritiro a Trieste', de: 'Abholung in Triest' },
}
