import type { PageContent } from '../types'

export const shippingPage: PageContent = {
  slug: 'shipping',
  title: { en: 'Delivery and payment', it: 'Consegna e pagamento', de: 'Lieferung und Zahlung' },
  description: {
    en: 'Delivery times and prices by country, free standard delivery from 150 euros, bank transfer or cash on delivery.',
    it: 'Tempi e prezzi per paese, consegna standard gratuita da 150 euro, bonifico o contrassegno.',
    de: 'Lieferzeiten und Preise je Land, Standardversand ab 150 Euro kostenlos, Überweisung oder Nachnahme.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        {
          kind: 'p',
          text: {
            en: 'We pack in Trieste from Monday to Friday. You get a mail with the tracking number when the parcel leaves.',
            it: 'Si imballa a Trieste dal lunedì al venerdì. Quando il pacco parte arriva una mail con il numero di spedizione.',
            de: 'Wir packen in Triest, von Montag bis Freitag. Sobald das Paket unterwegs ist, erhalten Sie eine Mail mit der Sendungsnummer.',
          },
        },
        { kind: 'h2', text: { en: 'Standard', it: 'Standard', de: 'Standard' } },
        {
          kind: 'ul',
          items: [
            {
              en: 'Italy: 1 to 3 working days, €5.90',
              it: 'Italia: da 1 a 3 giorni lavorativi, 5,90 €',
              de: 'Italien: 1 bis 3 Werktage, 5,90 €',
            },
            {
              en: 'Germany and Austria: 2 to 4 working days, €6.90',
              it: 'Germania e Austria: da 2 a 4 giorni lavorativi, 6,90 €',
              de: 'Deutschland und Österreich: 2 bis 4 Werktage, 6,90 €',
            },
            {
              en: 'Other countries of the European Union: 3 to 6 working days, €8.90',
              it: 'Altri paesi dell’Unione europea: da 3 a 6 giorni lavorativi, 8,90 €',
              de: 'Übrige Länder der Europäischen Union: 3 bis 6 Werktage, 8,90 €',
            },
            {
              en: 'United Kingdom: 4 to 7 working days, £9.95',
              it: 'Regno Unito: da 4 a 7 giorni lavorativi, 9,95 £',
              de: 'Vereinigtes Königreich: 4 bis 7 Werktage, 9,95 £',
            },
            {
              en: 'United States: 6 to 10 working days, $19.95',
              it: 'Stati Uniti: da 6 a 10 giorni lavorativi, 19,95 $',
              de: 'Vereinigte Staaten: 6 bis 10 Werktage, 19,95 $',
            },
          ],
        },
        {
          kind: 'p',
          text: {
            en: 'Standard delivery costs nothing from 150 euros, 130 pounds or 175 dollars of goods.',
            it: 'La consegna standard è gratuita da 150 euro, 130 sterline o 175 dollari di merce.',
            de: 'Ab 150 Euro, 130 Pfund oder 175 Dollar Warenwert ist der Standardversand kostenlos.',
          },
        },
        { kind: 'h2', text: { en: 'Express', it: 'Espresso', de: 'Express' } },
        {
          kind: 'ul',
          items: [
            {
              en: 'Italy: 1 working day, €11.90',
              it: 'Italia: 1 giorno lavorativo, 11,90 €',
              de: 'Italien: 1 Werktag, 11,90 €',
            },
            {
              en: 'Germany and Austria: 1 to 2 working days, €14.90',
              it: 'Germania e Austria: 1 o 2 giorni lavorativi, 14,90 €',
              de: 'Deutschland und Österreich: 1 bis 2 Werktage, 14,90 €',
            },
            {
              en: 'Other countries of the European Union: 2 to 3 working days, €19.90',
              it: 'Altri paesi dell’Unione europea: 2 o 3 giorni lavorativi, 19,90 €',
              de: 'Übrige Länder der Europäischen Union: 2 bis 3 Werktage, 19,90 €',
            },
            {
              en: 'United Kingdom: 2 to 3 working days, £19.95',
              it: 'Regno Unito: 2 o 3 giorni lavorativi, 19,95 £',
              de: 'Vereinigtes Königreich: 2 bis 3 Werktage, 19,95 £',
            },
            {
              en: 'United States: 3 to 5 working days, $39.95',
              it: 'Stati Uniti: da 3 a 5 giorni lavorativi, 39,95 $',
              de: 'Vereinigte Staaten: 3 bis 5 Werktage, 39,95 $',
            },
          ],
        },
        { kind: 'h2', text: { en: 'Prices and tax', it: 'Prezzi e imposte', de: 'Preise und Steuern' } },
        {
          kind: 'p',
          text: {
            en: 'In the European Union and the United Kingdom prices include VAT. In the United States tax is added at checkout. In the United Kingdom and the United States customs may ask the recipient for duty.',
            it: 'Nell’Unione europea e nel Regno Unito i prezzi comprendono l’IVA. Negli Stati Uniti l’imposta si aggiunge alla cassa. Nel Regno Unito e negli Stati Uniti la dogana può chiedere dazi al destinatario.',
            de: 'In der Europäischen Union und im Vereinigten Königreich enthalten die Preise die Mehrwertsteuer. In den Vereinigten Staaten kommt die Steuer an der Kasse hinzu. Im Vereinigten Königreich und in den Vereinigten Staaten kann der Zoll vom Empfänger Abgaben verlangen.',
          },
        },
        { kind: 'h2', text: { en: 'How to pay', it: 'Come si paga', de: 'Bezahlen' } },
        {
          kind: 'ul',
          items: [
            {
              en: 'Bank transfer: you get our account and the order number by mail. Your pairs wait for seven days and leave when the money is here.',
              it: 'Bonifico: le coordinate e il numero d’ordine arrivano per mail. Le scarpe restano da parte sette giorni e partono quando arriva il bonifico.',
              de: 'Überweisung: Konto und Bestellnummer kommen per Mail. Ihre Paare liegen sieben Tage bereit und gehen hinaus, sobald das Geld da ist.',
            },
            {
              en: 'Cash on delivery: the parcel leaves at once and you pay the courier.',
              it: 'Contrassegno: il pacco parte subito e si paga al corriere.',
              de: 'Nachnahme: Das Paket geht sofort hinaus, Sie bezahlen beim Zusteller.',
            },
          ],
        },
      ],
    },
    {
      type: 'faq',
      items: [
        {
          question: {
            en: 'What if a pair is sold while it is in my bag?',
            it: 'E se un paio si vende mentre è nel carrello?',
            de: 'Was, wenn ein Paar verkauft wird, während es im Warenkorb liegt?',
          },
          answer: {
            en: 'The bag does not hold stock, the order does. Should a pair go before you order, the bag says so and shows the sizes that are left. Nothing is ever charged for a pair we do not have.',
            it: 'Il carrello non mette da parte, l’ordine sì. Se un paio se ne va prima, il carrello lo dice e mostra i numeri rimasti. Non si paga mai un paio che non c’è.',
            de: 'Der Warenkorb hält nichts zurück, die Bestellung schon. Geht ein Paar vorher weg, sagt es der Warenkorb und zeigt die übrigen Größen. Für ein Paar, das wir nicht haben, zahlen Sie nie.',
          },
        },
        {
          question: {
            en: 'Can I follow my parcel without an account?',
            it: 'Si può seguire il pacco senza account?',
            de: 'Kann ich mein Paket ohne Konto verfolgen?',
          },
          answer: {
            en: 'Yes. Every mail about your order has a link to its page, and “Find an order” leads there with the order number and your e-mail address.',
            it: 'Sì. Ogni mail sull’ordine ha il link alla sua pagina, e «Cerca un ordine» ci arriva con numero e indirizzo e-mail.',
            de: 'Ja. Jede Mail zur Bestellung verlinkt deren Seite, und „Bestellung finden“ führt mit Nummer und E-Mail-Adresse dorthin.',
          },
        },
      ],
    },
  ],
}
