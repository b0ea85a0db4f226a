/** Amounts are minor units, shares are per cent. */
export const promotions = [
  {
    name: {
      en: 'Free delivery from two pairs',
      it: 'Consegna gratuita da due paia',
      de: 'Kostenlose Lieferung ab zwei Paar',
    },
    applies: 'automatic',
    combines: 'with-others',
    priority: 200,
    effect: 'free-shipping',
    minQuantity: 2,
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
