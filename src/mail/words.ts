import type { Locale } from '#domain/markets'

type Words = Record<Locale, string>

/** The words of every mail. `{name}` stands for a value. The house says "we"; German says "Sie". */
const table = {
  greeting: { en: 'Hello {name},', it: 'Buongiorno {name},', de: 'Guten Tag {name},' },
  signature: { en: 'Your Molini shop', it: 'Il negozio Molini', de: 'Ihr Molini-Laden' },
  questions: {
    en: 'Questions? Answer this mail. A person reads it.',
    it: 'Domande? Basta rispondere a questa mail: la legge una persona.',
    de: 'Fragen? Antworten Sie auf diese Mail. Ein Mensch liest sie.',
  },
  order: { en: 'Order {number}', it: 'Ordine {number}', de: 'Bestellung {number}' },
  seeOrder: { en: 'See your order', it: 'L’ordine nel dettaglio', de: 'Bestellung ansehen' },
  size: { en: 'size {size}', it: 'taglia {size}', de: 'Größe {size}' },
  pairs: { en: '{count} x {price}', it: '{count} x {price}', de: '{count} x {price}' },
  subtotal: { en: 'Goods', it: 'Articoli', de: 'Ware' },
  discount: { en: 'Discount', it: 'Sconto', de: 'Rabatt' },
  shipping: { en: 'Delivery', it: 'Consegna', de: 'Versand' },
  taxContained: { en: 'VAT contained', it: 'IVA inclusa', de: 'Enthaltene MwSt.' },
  taxAdded: { en: 'Tax', it: 'Imposte', de: 'Steuer' },
  total: { en: 'Total', it: 'Totale', de: 'Gesamt' },
  deliverTo: { en: 'Delivered to', it: 'Consegna a', de: 'Lieferung an' },

  placedSubject: {
    en: 'We have your order {number}',
    it: 'Abbiamo ricevuto l’ordine {number}',
    de: 'Ihre Bestellung {number} ist bei uns',
  },
  placedHeading: {
    en: 'Your pairs are set aside',
    it: 'Le scarpe sono da parte',
    de: 'Ihre Paare liegen bereit',
  },
  placedTransfer: {
    en: 'Please transfer {total} with the reference {number}. We send the parcel the day the money arrives, and hold your pairs until {until}.',
    it: 'Il bonifico di {total} va fatto con la causale {number}. Spediamo il giorno in cui arriva e teniamo le scarpe da parte fino al {until}.',
    de: 'Bitte überweisen Sie {total} mit dem Verwendungszweck {number}. Wir versenden am Tag des Geldeingangs und halten Ihre Paare bis zum {until} zurück.',
  },
  placedCash: {
    en: 'You pay {total} to the courier. We pack the parcel now and write again when it leaves.',
    it: 'Il pagamento di {total} avviene alla consegna. Prepariamo il pacco e scriviamo di nuovo quando parte.',
    de: 'Sie zahlen {total} beim Zusteller. Wir packen jetzt und schreiben wieder, sobald das Paket unterwegs ist.',
  },
  placedOther: {
    en: 'We write again as soon as the payment is through.',
    it: 'Scriviamo di nuovo appena il pagamento è confermato.',
    de: 'Wir schreiben wieder, sobald die Zahlung bestätigt ist.',
  },
  accountHolder: { en: 'Account holder', it: 'Intestatario', de: 'Kontoinhaber' },
  bank: { en: 'Bank', it: 'Banca', de: 'Bank' },
  reference: { en: 'Reference', it: 'Causale', de: 'Verwendungszweck' },

  paidSubject: {
    en: 'Payment received for {number}',
    it: 'Pagamento ricevuto per {number}',
    de: 'Zahlung für {number} erhalten',
  },
  paidHeading: {
    en: 'Thank you, the money is here',
    it: 'Grazie, il pagamento è arrivato',
    de: 'Danke, die Zahlung ist da',
  },
  paidText: {
    en: 'We received {amount} for your order {number}. The parcel is next.',
    it: "Abbiamo ricevuto {amount} per l'ordine {number}. Ora tocca al pacco.",
    de: 'Wir haben {amount} für Ihre Bestellung {number} erhalten. Als Nächstes kommt das Paket.',
  },

  releasedSubject: {
    en: 'Nothing was charged for {number}',
    it: 'Nessun addebito per {number}',
    de: 'Für {number} wurde nichts abgebucht',
  },
  releasedHeading: {
    en: 'Your pairs were gone already',
    it: 'Le scarpe non erano più disponibili',
    de: 'Ihre Paare waren schon vergeben',
  },
  releasedText: {
    en: 'Your bank approved the payment of {number} after the order had expired, and by then the pairs were sold. We have let go of the {amount} it held: nothing is charged.',
    it: 'La banca ha approvato il pagamento di {number} quando l’ordine era già scaduto, e le scarpe erano vendute. Abbiamo liberato i {amount} trattenuti: non viene addebitato nulla.',
    de: 'Ihre Bank hat die Zahlung zu {number} genehmigt, als die Bestellung schon abgelaufen und die Paare verkauft waren. Die vorgemerkten {amount} haben wir freigegeben: Es wird nichts abgebucht.',
  },

  shippedSubject: {
    en: 'Your parcel for {number} is on its way',
    it: "Il pacco dell'ordine {number} è partito",
    de: 'Ihr Paket zu {number} ist unterwegs',
  },
  shippedHeading: {
    en: 'Your parcel has left us',
    it: 'Il pacco è partito',
    de: 'Ihr Paket hat uns verlassen',
  },
  shippedText: { en: 'In this parcel:', it: 'In questo pacco:', de: 'In diesem Paket:' },
  tracking: {
    en: '{carrier}, tracking number {tracking}',
    it: '{carrier}, numero di spedizione {tracking}',
    de: '{carrier}, Sendungsnummer {tracking}',
  },
  parcel: { en: 'Parcel', it: 'Pacco', de: 'Paket' },

  cancelledSubject: {
    en: 'Order {number} is cancelled',
    it: "L'ordine {number} è annullato",
    de: 'Bestellung {number} ist storniert',
  },
  cancelledHeading: {
    en: 'Your order is cancelled',
    it: "L'ordine è annullato",
    de: 'Ihre Bestellung ist storniert',
  },
  cancelledText: {
    en: 'Nothing will be sent. What you paid comes back the way it came.',
    it: 'Non partirà nulla. Quanto pagato torna per la stessa via.',
    de: 'Es wird nichts versendet. Was Sie gezahlt haben, kommt auf demselben Weg zurück.',
  },

  expiredSubject: {
    en: 'Order {number} has expired',
    it: "L'ordine {number} è scaduto",
    de: 'Bestellung {number} ist abgelaufen',
  },
  expiredHeading: {
    en: 'We did not hold the pairs any longer',
    it: 'Le scarpe non sono più da parte',
    de: 'Die Paare sind wieder frei',
  },
  expiredText: {
    en: 'No payment reached us in time, so the pairs are for sale again. If your transfer is on its way, we refund it in full or send the pairs if they are still here.',
    it: 'Il pagamento non è arrivato in tempo e le scarpe sono di nuovo in vendita. Se il bonifico è in viaggio, lo rimborsiamo per intero o spediamo, se le scarpe ci sono ancora.',
    de: 'Es ist rechtzeitig keine Zahlung eingegangen, die Paare sind wieder im Verkauf. Ist Ihre Überweisung unterwegs, erstatten wir sie ganz oder versenden, falls die Paare noch da sind.',
  },

  refundedSubject: {
    en: 'Your refund for {number}',
    it: 'Il rimborso per {number}',
    de: 'Ihre Erstattung zu {number}',
  },
  refundedHeading: {
    en: 'We send your money back',
    it: 'Il rimborso è in arrivo',
    de: 'Wir erstatten Ihr Geld',
  },
  refundedText: {
    en: 'We return {amount} the way it came. Banks take up to five working days.',
    it: 'Restituiamo {amount} per la stessa via. Le banche impiegano fino a cinque giorni lavorativi.',
    de: 'Wir erstatten {amount} auf demselben Weg. Banken brauchen bis zu fünf Werktage.',
  },

  linkSubject: {
    en: 'The link to your order {number}',
    it: "Il link all'ordine {number}",
    de: 'Der Link zu Ihrer Bestellung {number}',
  },
  linkHeading: { en: 'Here is your order', it: "Ecco l'ordine", de: 'Hier ist Ihre Bestellung' },
  linkText: {
    en: 'You asked for the link to this order. If it was not you, leave this mail unanswered: nobody else can see the order.',
    it: 'È stato richiesto il link a quest’ordine. In caso di errore basta ignorare la mail: nessun altro vede l’ordine.',
    de: 'Sie haben den Link zu dieser Bestellung angefordert. Wenn nicht, lassen Sie diese Mail liegen: niemand sonst sieht die Bestellung.',
  },

  welcomeSubject: { en: 'Your account at Molini', it: 'L’account Molini', de: 'Ihr Konto bei Molini' },
  welcomeHeading: { en: 'Your account is ready', it: "L'account è pronto", de: 'Ihr Konto ist bereit' },
  welcomeText: {
    en: 'Your orders, addresses and size are now in one place.',
    it: 'Ordini, indirizzi e taglia sono ora in un solo posto.',
    de: 'Bestellungen, Adressen und Größe haben nun einen Ort.',
  },
  openAccount: { en: 'Open your account', it: 'Vai all’account', de: 'Konto öffnen' },

  existsSubject: {
    en: 'You already have an account',
    it: 'Esiste già un account',
    de: 'Sie haben bereits ein Konto',
  },
  existsHeading: {
    en: 'You already have an account',
    it: 'Esiste già un account',
    de: 'Sie haben bereits ein Konto',
  },
  existsText: {
    en: 'Somebody tried to open an account with this address. There is one already: sign in, or choose a new password. If it was not you, there is nothing to do.',
    it: 'Qualcuno ha provato ad aprire un account con questo indirizzo. Ne esiste già uno: si può accedere o scegliere una nuova password. Altrimenti non serve fare nulla.',
    de: 'Jemand wollte mit dieser Adresse ein Konto eröffnen. Es gibt bereits eines: Melden Sie sich an oder wählen Sie ein neues Passwort. Waren Sie es nicht, ist nichts zu tun.',
  },

  resetSubject: { en: 'Choose a new password', it: 'Una nuova password', de: 'Neues Passwort wählen' },
  resetHeading: { en: 'Choose a new password', it: 'Una nuova password', de: 'Neues Passwort wählen' },
  resetText: {
    en: 'This link works once, for one hour. If you did not ask for it, your password stays as it is.',
    it: 'Il link vale una volta sola, per un’ora. Senza richiesta, la password resta com’è.',
    de: 'Der Link gilt einmal, eine Stunde lang. Haben Sie ihn nicht angefordert, bleibt Ihr Passwort, wie es ist.',
  },
} satisfies Record<string, Words>

export type MailWord = keyof typeof table

/** A word in a language, with its values filled in. */
export function mailWord(
  locale: Locale,
  word: MailWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return table[word][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
