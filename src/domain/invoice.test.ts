import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cartTotals } from './cart-totals'
import { invoiceLineSums, invoiceNumber, planCreditNote, taxesTogether, type InvoiceContent } from './invoice'
import { planRefund, type RefundableOrder } from './refund'

type Invoiced = Pick<InvoiceContent, 'lines' | 'shipping' | 'taxes' | 'total'>

interface Wanted {
  lines: { unitPrice: number; quantity: number; discount: number; taxRate: number }[]
  taxIncluded: boolean
  shipping: number
}

function invoiceOf({ lines, taxIncluded, shipping }: Wanted): Invoiced {
  const totals = cartTotals(lines, { taxIncluded, shipping: { price: shipping } })
  return {
    lines: totals.lines.map((line, index) => ({
      lineId: String(index),
      sku: `S${index}`,
      title: 'Shoe',
      ...invoiceLineSums({ ...line, quantity: lines[index]?.quantity ?? 0 }, taxIncluded),
    })),
    shipping: totals.shippingTaxes.map(({ rate, amount, tax }) => ({
      rate,
      net: taxIncluded ? amount - tax : amount,
      tax,
    })),
    taxes: totals.taxes,
    total: totals.total,
  }
}

const refundable = ({ lines, shipping, total }: Invoiced): RefundableOrder => ({
  lines: lines.map(({ lineId, quantity, gross, tax }) => ({
    lineId,
    quantity,
    worth: gross,
    tax,
    refunded: 0,
  })),
  shipping: shipping.reduce((sum, { net, tax }) => sum + net + tax, 0),
  shippingTax: shipping.reduce((sum, { tax }) => sum + tax, 0),
  refundable: total,
})

const orders: fc.Arbitrary<Wanted> = fc.record({
  lines: fc.array(
    fc
      .record({
        unitPrice: fc.integer({ min: 1, max: 40_000 }),
        quantity: fc.integer({ min: 1, max: 6 }),
        share: fc.integer({ min: 0, max: 90 }),
        taxRate: fc.constantFrom(0, 400, 1_000, 1_900, 2_200),
      })
      .map(({ share, ...line }) => ({
        ...line,
        discount: Math.floor((line.unitPrice * line.quantity * share) / 100),
      })),
    { minLength: 1, maxLength: 6 },
  ),
  taxIncluded: fc.boolean(),
  shipping: fc.integer({ min: 0, max: 2_000 }),
})

const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0)
const refundedBy = ({ amount, lines, shipping }: ReturnType<typeof planRefund>) => ({
  amount,
  lines,
  shipping,
})

test('numbers have their year and six digits; credit notes their own', () => {
  expect(invoiceNumber('invoice', 2026, 1)).toBe('2026-000001')
  expect(invoiceNumber('credit-note', 2026, 42)).toBe('CN-2026-000042')
  expect(invoiceNumber('invoice', 2026, 1_234_567)).toBe('2026-1234567')
})

describe('an invoice', () => {
  test('its lines and delivery add up to its taxes by rate and to its total', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { lines, shipping, taxes, total } = invoiceOf(order)
        for (const { rate, base, tax } of taxes) {
          const parts = [...lines, ...shipping].filter((one) => one.rate === rate)
          expect([sum(parts.map((one) => one.net)), sum(parts.map((one) => one.tax))]).toEqual([base, tax])
        }
        expect(sum(taxes.map(({ base, tax }) => base + tax))).toBe(total)
      }),
      { numRuns: 1_000 },
    )
  })

  test('names the price of one without tax', () => {
    const sold = { quantity: 2, unitPrice: 12_200, discount: 400, taxRate: 2_200, tax: 4_328, total: 24_000 }
    expect(invoiceLineSums(sold, true)).toMatchObject({ netUnitPrice: 10_000, net: 19_672, gross: 24_000 })
    expect(invoiceLineSums({ ...sold, tax: 5_280 }, false)).toMatchObject({
      netUnitPrice: 12_200,
      net: 24_000,
      gross: 29_280,
    })
  })
})

describe('a credit note', () => {
  test('for all of an order takes back the invoice to the cent, rate by rate, and says so', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const invoice = invoiceOf(order)
        fc.pre(invoice.total > 0)
        const state = refundable(invoice)
        const all = {
          lines: state.lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
          shipping: state.shipping,
        }
        const note = planCreditNote(invoice, [], refundedBy(planRefund(state, all)))
        expect(note.taxes.filter(({ base, tax }) => base + tax > 0)).toEqual(
          invoice.taxes.filter(({ base, tax }) => base + tax > 0),
        )
        expect([note.isWhole, note.total, note.other]).toEqual([true, invoice.total, 0])
      }),
      { numRuns: 1_000 },
    )
  })

  test('always comes to what went back, net and tax never negative; all of them together to the invoice', () => {
    fc.assert(
      fc.property(
        orders,
        fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 5 }),
        (order, amounts) => {
          const invoice = invoiceOf(order)
          const notes: ReturnType<typeof planCreditNote>[] = []
          let left = invoice.total
          for (const wanted of [...amounts, invoice.total]) {
            const amount = Math.min(wanted, left)
            if (amount === 0) continue
            left -= amount
            const note = planCreditNote(invoice, notes, { amount, lines: [], shipping: 0 })
            expect([note.total, note.net + note.tax, note.other]).toEqual([amount, amount, amount])
            expect(note.taxes.every(({ base, tax }) => base >= 0 && tax >= 0)).toBe(true)
            notes.push(note)
          }
          const together = taxesTogether(notes)
          for (const { rate, base, tax } of invoice.taxes) {
            const one = together.find((other) => other.rate === rate) ?? { base: 0, tax: 0 }
            expect([one.base, one.tax]).toEqual([base, tax])
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('for one pair has the rate of its line, and delivery the rates it was charged with', () => {
    const invoice = invoiceOf({
      lines: [
        { unitPrice: 12_200, quantity: 2, discount: 0, taxRate: 2_200 },
        { unitPrice: 5_200, quantity: 1, discount: 0, taxRate: 400 },
      ],
      taxIncluded: true,
      shipping: 590,
    })
    const plan = planRefund(refundable(invoice), { lines: [{ lineId: '1', quantity: 1 }], shipping: true })
    const note = planCreditNote(invoice, [], refundedBy(plan))
    expect(note.lines).toEqual([{ sku: 'S1', title: 'Shoe', quantity: 1, rate: 400, gross: 5_200 }])
    expect(note.taxes.map(({ rate }) => rate)).toEqual([2_200, 400])
    expect([note.shipping, note.total]).toEqual([590, 5_790])
  })
})
