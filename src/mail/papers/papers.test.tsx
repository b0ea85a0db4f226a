import { isValidElement, type ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { locales, type MarketId } from '#domain/markets'
import type { Paper } from '#domain/papers'
import { printable } from './faces'
import { InvoicePaper } from './invoice'
import { PackingSlip } from './packing-slip'
import { paperPdf } from './paper'
import { ReturnLabel } from './return-label'
import { creditPaper, invoicePaper, labelPaper, sampleInvoice, slipPaper } from './testing/sample-papers'
import { paperWidth, paperWords } from './words'

/** All that stands on a paper, as it is read. */
function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return `${node}\n`
  if (Array.isArray(node)) return node.map((one) => textOf(one as ReactNode)).join('')
  if (!isValidElement<{ children?: ReactNode }>(node)) return ''
  const { type, props } = node
  if (typeof type === 'function') return textOf((type as (given: object) => ReactNode)(props))
  return textOf(props.children)
}

function sheet(paper: Paper) {
  if (paper.kind === 'invoice') return InvoicePaper(paper)
  return paper.kind === 'packing-slip' ? PackingSlip(paper) : ReturnLabel(paper)
}
const read = (paper: Paper): string => textOf(sheet(paper)).replaceAll('\u00a0', ' ')

describe('words', () => {
  test.each(Object.entries(paperWords))('%s is there in every language, with the same values', (_, words) => {
    const values = locales.map((locale) =>
      [...words[locale].matchAll(/\{\w+\}/g)].map(([name]) => name).sort(),
    )
    expect(locales.every((locale) => words[locale].trim() !== '')).toBe(true)
    expect(values).toEqual(values.map(() => values[0]))
  })
})

test('an invoice says what gift cards paid, and the way to pay only of the rest', () => {
  const content = sampleInvoice({ market: 'de' })
  const paidBy = (byCredit: number): Paper => ({
    ...{ kind: 'invoice', number: '2026-000001', issuedAt: '2026-11-27T10:00:00.000Z' },
    content: { ...content, byCredit },
  })
  expect(read(paidBy(5_000))).toContain('Bezahlt mit Geschenkkarte oder Guthaben: 50,00 €.')
  expect(read(paidBy(5_000))).toContain('Bezahlt per Überweisung.')
  expect(read(paidBy(content.total))).not.toContain('Überweisung')
})

describe('an invoice', () => {
  test('says in German all that the law asks for', () => {
    const text = read(invoicePaper({ market: 'de' }))
    for (const part of [
      ...['Rechnung', '2026-000042', '27. November 2026', 'M-100001', '25. November 2026'],
      ...['Molini Calzature S.r.l. · Via delle Scarpe 1 · 60100 Ancona · Italia', 'USt-IdNr. IT01234567897'],
      ...['Łucja Ångström-Παπαδοπούλου', 'Königsallee 60', '40212 Düsseldorf', 'Deutschland'],
      ...[
        'Corso, schwarz',
        'Schwarz, Größe 42, G, COR-1042-BLK-42',
        '189,00 €',
        'netto 158,82 €',
        '-18,90 €',
      ],
      ...['19 %', '7 %', '306,02 €', '58,14 €', '424,50 €', 'Lieferdatum', 'Bezahlt per Überweisung.'],
    ])
      expect(text).toContain(part)
  })

  test.each([
    ['it', 'Fattura', 'Partita IVA IT01234567897'],
    ['eu', 'Invoice', 'VAT number IT01234567897'],
    ['us', 'Invoice', '$497.91'],
  ] as const)('in the market %s is called %s and says %s', (market, title, part) => {
    const text = read(invoicePaper({ market }))
    expect(
      text.startsWith(
        `Molini\nMolini Calzature S.r.l. · Via delle Scarpe 1 · 60100 Ancona · Italia\n${title}\n`,
      ),
    ).toBe(true)
    expect(text.replaceAll('$ ', '$')).toContain(part)
  })

  test.each([
    ['de', 'Steuerfreie innergemeinschaftliche Lieferung'],
    ['it', 'Inversione contabile'],
    ['eu', 'Reverse charge'],
  ] as const)('without tax says in %s why, and names the VAT number of the buyer', (market, words) => {
    const text = read(invoicePaper({ market, reverseCharge: true }))
    expect(text).toContain(words)
    expect(text).toContain('DE136695976')
    expect(read(invoicePaper({ market }))).not.toContain(words)
  })
})

test.each([
  [
    'de',
    false,
    'Rechnungskorrektur',
    'Dieser Beleg berichtigt die Rechnung 2026-000042 vom 27. November 2026.',
  ],
  [
    'de',
    true,
    'Stornorechnung',
    'Dieser Beleg storniert die Rechnung 2026-000042 vom 27. November 2026 vollständig.',
  ],
  ['it', false, 'Nota di credito', 'rettifica la fattura 2026-000042 del 27 novembre 2026.'],
  ['eu', true, 'Credit note', 'takes back all of invoice 2026-000042 of 27 November 2026.'],
] as const)(
  'a credit note in %s, whole: %s, is a %s and names the invoice',
  (market, isWhole, title, words) => {
    const text = read(creditPaper(market, isWhole))
    expect(text).toContain(`\n${title}\n`)
    expect(text).toContain(words)
  },
)

test('a packing slip has sizes and no prices, and says that more is to come', () => {
  const text = read(slipPaper('de'))
  for (const part of [
    'Lieferschein',
    'Schwarz, Größe 42, G',
    'JJD000390007882',
    'Es folgt noch ein Paket mit 1 Artikel.',
  ])
    expect(text).toContain(part)
  expect(text).not.toMatch(/[€$£]/)
})

test('papers say a width in their own words, and the usual one not at all', () => {
  expect(paperWidth('it', 'Wide')).toBe('Larga')
  expect(paperWidth('de', 'Narrow')).toBe('Schmal')
  expect(paperWidth('en', 'G')).toBe('G')
  expect(paperWidth('de', 'Standard')).toBeUndefined()
  expect(paperWidth('de', undefined)).toBeUndefined()
})

test('words of the giver are on the slip line by line, without signs that no face has', () => {
  const paper = slipPaper('de')
  if (paper.kind !== 'packing-slip') throw new Error('A slip is a slip')
  const withNote = (giftNote: string): Paper => ({ ...paper, content: { ...paper.content, giftNote } })
  expect(read(withNote('Łucja,\nalles Gute 🎁!'))).toContain('Mit diesen Worten\nŁucja,\nalles Gute !\n')
  for (const none of [paper, withNote('🎁')]) expect(read(none)).not.toContain('Mit diesen Worten')
})

test('a return label has both addresses, the number to scan and the reason', () => {
  const text = read(labelPaper('it'))
  for (const part of [
    'Etichetta di reso',
    'R-100007',
    'Molini Calzature S.r.l.',
    'Łucja Παπαδοπούλου',
    'troppo piccole',
  ])
    expect(text).toContain(part)
})

test('signs that no face has become question marks, other spaces plain ones', () => {
  expect(printable('Łódź Ελλάδα България 1\u202f234,50\u00a0€')).toBe(
    'Łódź Ελλάδα България 1\u00a0234,50\u00a0€',
  )
  expect(printable('日本 🎁')).toBe('?? ?')
})

test.each(['eu', 'it', 'de'] as MarketId[])(
  'the papers of %s are PDFs, the same bytes each time',
  async (market) => {
    for (const paper of [
      invoicePaper({ market }),
      creditPaper(market, false),
      slipPaper(market),
      labelPaper(market),
    ]) {
      const [first, second] = [await paperPdf(paper), await paperPdf(paper)]
      expect(first.subarray(0, 5).toString()).toBe('%PDF-')
      expect(first.equals(second)).toBe(true)
    }
  },
  60_000,
)
