import { cartTotals } from '#domain/cart-totals'
import { invoiceLineSums, planCreditNote, type CreditContent, type InvoiceContent } from '#domain/invoice'
import { markets, type MarketId } from '#domain/markets'
import type { Paper } from '#domain/papers'

interface Sold {
  lineId: string
  sku: string
  title: string
  colour: string
  size: string
  width?: string
  unitPrice: number
  quantity: number
  discount: number
  taxRate: number
}

const sold: Sold[] = [
  {
    ...{
      lineId: 'a',
      sku: 'COR-1042-BLK-42',
      title: 'Corso, schwarz',
      colour: 'Schwarz',
      size: '42',
      width: 'G',
    },
    ...{ unitPrice: 18_900, quantity: 2, discount: 1_890, taxRate: 1_900 },
  },
  {
    ...{ lineId: 'b', sku: 'PIC-2001-RED-28', title: 'Piccolo, rosso', colour: 'Rosso', size: '28' },
    ...{ unitPrice: 5_950, quantity: 1, discount: 0, taxRate: 700 },
  },
]

interface Wanted {
  market?: MarketId
  reverseCharge?: boolean
  /** Times the two lines. */
  length?: number
}

const seller = {
  name: 'Molini',
  company: 'Molini Calzature S.r.l.',
  address: ['Via delle Scarpe 1', '60100 Ancona', 'Italia'],
  vatNumber: 'IT01234567897',
  taxNumber: '01234567897',
  register: 'Registro imprese delle Marche, REA AN-123456, capitale sociale € 50.000 i.v.',
  email: 'hello@molini.example',
}

export function sampleInvoice({
  market = 'de',
  reverseCharge = false,
  length = 1,
}: Wanted = {}): InvoiceContent {
  const { locale, currency, taxIncluded: isIn } = markets[market]
  const lines = Array.from({ length }, () => sold)
    .flat()
    .map((line, index) => ({ ...line, lineId: `${line.lineId}${index}` }))
  const totals = cartTotals(lines, { taxIncluded: isIn, reverseCharge, shipping: { price: 590 } })
  const taxIncluded = isIn && !reverseCharge
  return {
    kind: 'invoice',
    ...{ locale, market, currency, taxIncluded, reverseCharge, seller },
    buyer: {
      name: 'Łucja Ångström-Παπαδοπούλου',
      ...(reverseCharge && { company: 'Schuhhaus Grünwald GmbH & Co. KG', vatNumber: 'DE136695976' }),
      address: ['Königsallee 60', '40212 Düsseldorf'],
      country: 'DE',
    },
    issuedOn: '2026-11-27',
    suppliedOn: '2026-11-27',
    order: { number: 'M-100001', placedOn: '2026-11-25' },
    lines: totals.lines.map((line, index) => {
      const {
        lineId = '',
        sku = '',
        title = '',
        colour,
        size,
        width,
        quantity = 0,
      }: Partial<Sold> = lines[index] ?? {}
      const words = { ...(colour && { colour }), ...(size && { size }), ...(width && { width }) }
      return { lineId, sku, title, ...words, ...invoiceLineSums({ ...line, quantity }, taxIncluded) }
    }),
    shippingName: 'Standard',
    shipping: totals.shippingTaxes.map(({ rate, amount, tax }) => ({
      rate,
      net: taxIncluded ? amount - tax : amount,
      tax,
    })),
    taxes: totals.taxes,
    net: totals.total - totals.tax,
    tax: totals.tax,
    total: totals.total,
    paymentMethod: 'manual',
    paid: totals.total,
  }
}

export const invoicePaper = (wanted?: Wanted): Paper => ({
  kind: 'invoice',
  number: '2026-000042',
  issuedAt: '2026-11-27T10:00:00.000Z',
  content: sampleInvoice(wanted),
})

/** For one line and some goodwill, or for all of the invoice. */
export function creditPaper(market: MarketId, isWhole: boolean): Paper {
  const invoice = sampleInvoice({ market })
  const parts = (isWhole ? invoice.lines : invoice.lines.slice(0, 1)).map(
    ({ lineId, quantity, gross, tax }) => ({
      ...{ lineId, quantity, amount: gross, tax },
    }),
  )
  const lines = parts.reduce((sum, { amount }) => sum + amount, 0)
  const shipping = isWhole ? invoice.shipping.reduce((sum, { net, tax }) => sum + net + tax, 0) : 0
  const plan = planCreditNote(invoice, [], {
    amount: lines + shipping + (isWhole ? 0 : 500),
    lines: parts,
    shipping,
  })
  const { locale, currency, taxIncluded, reverseCharge, buyer, order } = invoice
  const content: CreditContent = {
    kind: 'credit-note',
    ...{ locale, market, currency, taxIncluded, reverseCharge, seller, buyer, order, issuedOn: '2026-12-04' },
    invoice: { number: '2026-000042', issuedOn: '2026-11-27' },
    ...plan,
  }
  return { kind: 'invoice', number: 'CN-2026-000007', issuedAt: '2026-12-04T10:00:00.000Z', content }
}

const head = (market: MarketId) => ({
  locale: markets[market].locale,
  market,
  orderNumber: 'M-100001',
  shop: { name: 'Molini', address: [seller.company, ...seller.address], email: seller.email },
})

const to = {
  firstName: 'Łucja',
  lastName: 'Παπαδοπούλου',
  line1: 'Königsallee 60',
  postalCode: '40212',
  city: 'Düsseldorf',
  country: 'DE',
}

export const slipPaper = (market: MarketId): Paper => ({
  kind: 'packing-slip',
  number: 'M-100001-1',
  issuedAt: '2026-11-27T10:00:00.000Z',
  content: {
    kind: 'packing-slip',
    ...head(market),
    placedOn: '2026-11-25',
    shippedOn: '2026-11-27',
    carrier: 'DHL',
    trackingNumber: 'JJD000390007882',
    to,
    pairs: sold.map(({ sku, title, colour, size, width, quantity }) => ({
      ...{ sku, title, colour, size, quantity },
      ...(width && { width }),
    })),
    others: { before: 0, later: 1 },
  },
})

export const labelPaper = (market: MarketId): Paper => ({
  kind: 'return-label',
  number: 'R-100007',
  issuedAt: '2026-12-02T10:00:00.000Z',
  content: {
    kind: 'return-label',
    ...head(market),
    number: 'R-100007',
    from: to,
    to: [seller.company, ...seller.address],
    pairs: [
      {
        ...{ sku: 'COR-1042-BLK-42', title: 'Corso, schwarz', colour: 'Schwarz', size: '42', quantity: 1 },
        reason: 'too-small',
      },
    ],
  },
})
