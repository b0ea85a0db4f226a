import type { Locale } from '#domain/markets'
import { isUsualWidth, widthInWords } from '#domain/width'

type Words = Record<Locale, string>

/** The words of every paper. `{name}` stands for a value. Legal terms as the law of each language has them. */
const table = {
  invoice: { en: 'Invoice', it: 'Fattura', de: 'Rechnung' },
  credit: { en: 'Credit note', it: 'Nota di credito', de: 'Rechnungskorrektur' },
  // "Gutschrift" is an invoice that the buyer writes (UStG § 14 (2)), so it names neither of the two.
  creditWhole: { en: 'Credit note', it: 'Nota di credito', de: 'Stornorechnung' },
  packingSlip: { en: 'Packing slip', it: 'Distinta di imballaggio', de: 'Lieferschein' },
  giftNote: { en: 'With these words', it: 'Con queste parole', de: 'Mit diesen Worten' },
  returnLabel: { en: 'Return label', it: 'Etichetta di reso', de: 'Rücksendeetikett' },

  number: { en: 'Number', it: 'Numero', de: 'Nummer' },
  invoiceNumber: { en: 'Invoice number', it: 'Numero fattura', de: 'Rechnungsnummer' },
  creditNumber: { en: 'Credit note number', it: 'Numero nota di credito', de: 'Belegnummer' },
  issued: { en: 'Date of issue', it: 'Data di emissione', de: 'Rechnungsdatum' },
  creditIssued: { en: 'Date of issue', it: 'Data di emissione', de: 'Ausstellungsdatum' },
  supplied: { en: 'Date of supply', it: 'Data di spedizione', de: 'Lieferdatum' },
  order: { en: 'Order', it: 'Ordine', de: 'Bestellung' },
  ordered: { en: 'Ordered on', it: 'Data dell’ordine', de: 'Bestellt am' },
  billTo: { en: 'Invoice to', it: 'Destinatario', de: 'Rechnung an' },
  vatNumber: { en: 'VAT number {number}', it: 'Partita IVA {number}', de: 'USt-IdNr. {number}' },
  taxNumber: { en: 'Tax number {number}', it: 'Codice fiscale {number}', de: 'Steuernummer {number}' },

  item: { en: 'Item', it: 'Descrizione', de: 'Artikel' },
  quantity: { en: 'Qty', it: 'Qtà', de: 'Menge' },
  unitPrice: { en: 'Unit price', it: 'Prezzo unitario', de: 'Einzelpreis' },
  netUnit: { en: 'net {price}', it: 'netto {price}', de: 'netto {price}' },
  discount: { en: 'Discount', it: 'Sconto', de: 'Rabatt' },
  vat: { en: 'VAT', it: 'IVA', de: 'USt.' },
  lineTotal: { en: 'Total', it: 'Importo', de: 'Betrag' },
  lineTotalIn: { en: 'Total incl. VAT', it: 'Importo con IVA', de: 'Betrag inkl. USt.' },
  narrow: { en: 'Narrow', it: 'Stretta', de: 'Schmal' },
  wide: { en: 'Wide', it: 'Larga', de: 'Weit' },
  size: { en: 'size {size}', it: 'taglia {size}', de: 'Größe {size}' },
  delivery: { en: 'Delivery', it: 'Consegna', de: 'Versand' },
  other: { en: 'Reduction of the price', it: 'Riduzione del prezzo', de: 'Minderung des Preises' },
  rate: { en: 'VAT rate', it: 'Aliquota IVA', de: 'Steuersatz' },
  net: { en: 'Net', it: 'Imponibile', de: 'Nettobetrag' },
  tax: { en: 'VAT', it: 'IVA', de: 'Umsatzsteuer' },
  gross: { en: 'Gross', it: 'Totale', de: 'Bruttobetrag' },
  total: { en: 'Invoice total', it: 'Totale fattura', de: 'Rechnungsbetrag' },
  creditTotal: { en: 'Total credited', it: 'Totale a credito', de: 'Korrekturbetrag' },
  corrects: {
    en: 'This credit note takes back from invoice {number} of {day}.',
    it: 'La presente nota di credito rettifica la fattura {number} del {day}.',
    de: 'Dieser Beleg berichtigt die Rechnung {number} vom {day}.',
  },
  cancels: {
    en: 'This credit note takes back all of invoice {number} of {day}.',
    it: 'La presente nota di credito storna per intero la fattura {number} del {day}.',
    de: 'Dieser Beleg storniert die Rechnung {number} vom {day} vollständig.',
  },
  reverseCharge: {
    en: 'Intra-Community supply of goods, exempt from VAT (Article 138 of Directive 2006/112/EC). Reverse charge: the customer accounts for the VAT.',
    it: 'Cessione intracomunitaria non imponibile IVA (art. 41 D.L. 331/1993; art. 138 direttiva 2006/112/CE). Inversione contabile: l’IVA è dovuta dal cessionario.',
    de: 'Steuerfreie innergemeinschaftliche Lieferung (§ 4 Nr. 1 Buchst. b, § 6a UStG; Art. 138 der Richtlinie 2006/112/EG). Steuerschuldnerschaft des Leistungsempfängers.',
  },
  pricesIn: {
    en: 'Prices contain the VAT.',
    it: 'I prezzi comprendono l’IVA.',
    de: 'Die Preise enthalten die Umsatzsteuer.',
  },
  paid: { en: 'Paid by {method}.', it: 'Pagato con {method}.', de: 'Bezahlt per {method}.' },
  toPay: { en: 'Payment: {method}.', it: 'Pagamento: {method}.', de: 'Zahlung: {method}.' },
  'gift-card': { en: 'gift card', it: 'buono regalo', de: 'Geschenkkarte' },
  'store-credit': { en: 'store credit', it: 'credito negozio', de: 'Guthaben' },
  byCredit: {
    en: 'Paid by gift card or store credit: {amount}.',
    it: 'Pagato con buono regalo o credito: {amount}.',
    de: 'Bezahlt mit Geschenkkarte oder Guthaben: {amount}.',
  },
  manual: { en: 'bank transfer', it: 'bonifico bancario', de: 'Überweisung' },
  'cash-on-delivery': { en: 'cash on delivery', it: 'contrassegno', de: 'Nachnahme' },
  stripe: { en: 'card or online', it: 'carta o online', de: 'Karte oder online' },
  page: { en: 'Page {page} of {pages}', it: 'Pagina {page} di {pages}', de: 'Seite {page} von {pages}' },

  deliverTo: { en: 'Delivered to', it: 'Consegna a', de: 'Lieferung an' },
  collectAt: { en: 'Collected at', it: 'Ritiro presso', de: 'Abholung bei' },
  shipped: { en: 'Sent on', it: 'Spedito il', de: 'Versendet am' },
  carrier: { en: 'Carrier', it: 'Corriere', de: 'Versand durch' },
  tracking: { en: 'Tracking number', it: 'Numero di spedizione', de: 'Sendungsnummer' },
  sku: { en: 'SKU', it: 'Codice', de: 'Artikelnr.' },
  sentBefore: {
    en: 'An earlier parcel brought {count}.',
    it: 'Un pacco precedente conteneva {count}.',
    de: 'Ein früheres Paket enthielt {count}.',
  },
  sentLater: {
    en: 'Another parcel with {count} will follow.',
    it: 'Seguirà un altro pacco con {count}.',
    de: 'Es folgt noch ein Paket mit {count}.',
  },
  oneItem: { en: '1 item', it: '1 articolo', de: '1 Artikel' },
  items: { en: '{count} items', it: '{count} articoli', de: '{count} Artikel' },
  wear: {
    en: 'Try shoes on indoors first. If they do not fit, start the return on the page of your order: an exchange goes first.',
    it: 'Meglio provare le scarpe prima in casa. Se non vanno bene, il reso si apre dalla pagina dell’ordine: il cambio ha la precedenza.',
    de: 'Probieren Sie Schuhe zuerst drinnen an. Wenn sie nicht passen, beginnen Sie die Rücksendung auf der Seite Ihrer Bestellung: Ein Umtausch geht vor.',
  },
  sendBack: {
    en: 'If something is not right, start the return on the page of your order.',
    it: 'Se qualcosa non va, il reso si apre dalla pagina dell’ordine.',
    de: 'Wenn etwas nicht stimmt, beginnen Sie die Rücksendung auf der Seite Ihrer Bestellung.',
  },
  thanks: {
    en: 'Thank you for your order.',
    it: 'Grazie per l’ordine.',
    de: 'Vielen Dank für Ihre Bestellung.',
  },

  from: { en: 'From', it: 'Mittente', de: 'Absender' },
  to: { en: 'To', it: 'Destinatario', de: 'Empfänger' },
  returnNumber: { en: 'Return number', it: 'Numero di reso', de: 'Rücksendenummer' },
  cut: {
    en: 'Cut here and stick this part on the outside of the parcel.',
    it: 'Tagliare qui e incollare questa parte all’esterno del pacco.',
    de: 'Hier abschneiden und diesen Teil außen auf das Paket kleben.',
  },
  inside: {
    en: 'Put this part into the parcel.',
    it: 'Mettere questa parte nel pacco.',
    de: 'Legen Sie diesen Teil in das Paket.',
  },
  postage: {
    en: 'This label carries the address and the return number; it is not postage.',
    it: 'L’etichetta porta l’indirizzo e il numero di reso; non è affrancata.',
    de: 'Das Etikett trägt Anschrift und Rücksendenummer; es ist nicht frankiert.',
  },
  why: { en: 'Reason', it: 'Motivo', de: 'Grund' },
  'too-small': { en: 'too small', it: 'troppo piccole', de: 'zu klein' },
  'too-large': { en: 'too large', it: 'troppo grandi', de: 'zu groß' },
  'changed-mind': { en: 'not liked', it: 'non piace', de: 'gefällt nicht' },
  faulty: { en: 'faulty', it: 'difettoso', de: 'fehlerhaft' },
  'wrong-item': { en: 'not what was ordered', it: 'articolo sbagliato', de: 'falscher Artikel' },
  withdrawal: { en: 'withdrawal', it: 'recesso', de: 'Widerruf' },
} satisfies Record<string, Words>

export type PaperWord = keyof typeof table

export const isPaperWord = (value: string): value is PaperWord => Object.hasOwn(table, value)

/** A word of a paper with its values filled in. */
export const paperWord = (
  locale: Locale,
  word: PaperWord,
  values: Readonly<Record<string, string | number>> = {},
): string => table[word][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** A width that is not the usual one; a label of the merchant's own stays as it is. */
export function paperWidth(locale: Locale, width: string | undefined): string | undefined {
  if (!width || isUsualWidth(width)) return undefined
  return widthInWords(width, (code) => (code === 'standard' ? code : paperWord(locale, code)))
}

export const paperWords: Readonly<Record<string, Words>> = table
