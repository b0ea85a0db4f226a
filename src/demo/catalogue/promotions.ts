/** Amounts are minor units, shares are per cent. */
export const promotions = [
  {
    name: {
      en: 'Third pair at half price',
      it: 'Terzo paio a metà prezzo',
      de: 'Drittes Paar zum halben Preis',
    },
    applies: 'automatic',
    combines: 'with-others',
    priority: 50,
    effect: 'buy-get',
    buy: 2,
    get: 1,
    getPercent: 50,
  },
  {
    name: { en: 'Welcome', it: 'Benvenuto', de: 'Willkommen' },
    applies: 'code',
    code: 'WELCOME10',
    combines: 'with-others',
    priority: 100,
    effect: 'percent',
    percent: 10,
    firstOrder: true,
    maxPerCustomer: 1,
  },
] as const
