import type { PageContent } from '../types'

export const returnsPage: PageContent = {
  slug: 'returns',
  title: { en: 'Returns', it: 'Resi', de: 'Rücksendung' },
  description: {
    en: '30 days to send a pair back, 14 days of statutory withdrawal in the EU, and two years of legal guarantee.',
    it: '30 giorni per rimandare un paio, 14 giorni di recesso per legge nell’UE, due anni di garanzia legale.',
    de: '30 Tage Rückgabe, 14 Tage gesetzlicher Widerruf in der EU und zwei Jahre Gewährleistung.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        {
          kind: 'h2',
          text: { en: '30 days, from us', it: '30 giorni, da parte nostra', de: '30 Tage, von uns' },
        },
        {
          kind: 'p',
          text: {
            en: 'Try them at home, on carpet, for as long as you like. If they are not right, send them back within 30 days of delivery, unworn outdoors and in their box. We need no reason.',
            it: 'Da provare a casa, sul tappeto, con calma. Se non vanno, si rimandano entro 30 giorni dalla consegna, mai portate fuori e nella loro scatola. Il motivo non serve.',
            de: 'Probieren Sie zu Hause, auf Teppich, in aller Ruhe. Passt es nicht, schicken Sie das Paar binnen 30 Tagen nach Erhalt zurück, draußen ungetragen und im Karton. Einen Grund brauchen wir nicht.',
          },
        },
        {
          kind: 'ul',
          items: [
            {
              en: 'Write to orders@molini.example, with the order number and the pairs.',
              it: 'Scrivere a orders@molini.example con il numero d’ordine e le paia da rendere.',
              de: 'Schreiben Sie an orders@molini.example, mit Bestellnummer und den Paaren, die zurückgehen.',
            },
            {
              en: 'Pack the shoe box into a carton; labels on the shoe box itself make it unsaleable.',
              it: 'Mettere la scatola in un cartone: le etichette incollate sulla scatola la rendono invendibile.',
              de: 'Packen Sie den Schuhkarton in einen zweiten; Aufkleber auf dem Schuhkarton machen ihn unverkäuflich.',
            },
            {
              en: 'Inside the European Union we pay the way back and send you the label. From elsewhere the postage is yours.',
              it: 'Nell’Unione europea il ritorno lo paghiamo noi e mandiamo l’etichetta. Da altri paesi la spedizione è a carico di chi rende.',
              de: 'Innerhalb der Europäischen Union zahlen wir den Rückweg und schicken das Etikett. Aus anderen Ländern tragen Sie das Porto.',
            },
            {
              en: 'We check the pair and refund you the way you paid; cash on delivery comes back by bank transfer.',
              it: 'Controlliamo il paio e rimborsiamo con lo stesso mezzo; il contrassegno torna per bonifico.',
              de: 'Wir prüfen das Paar und erstatten auf demselben Weg; Nachnahme erstatten wir per Überweisung.',
            },
          ],
        },
        {
          kind: 'h2',
          text: { en: '14 days, by law', it: '14 giorni, per legge', de: '14 Tage, laut Gesetz' },
        },
        {
          kind: 'p',
          text: {
            en: 'As a consumer in the European Union you may withdraw from the contract within 14 days of receiving the last pair, without giving a reason. Tell us by mail to orders@molini.example or by letter. We confirm receipt at once.',
            it: 'Chi acquista come consumatore nell’Unione europea può recedere entro 14 giorni dal ricevimento dell’ultimo paio, senza indicare il motivo. Basta una mail a orders@molini.example o una lettera. Confermiamo subito il ricevimento.',
            de: 'Als Verbraucher in der Europäischen Union können Sie den Vertrag binnen 14 Tagen ab Erhalt des letzten Paares ohne Angabe von Gründen widerrufen. Teilen Sie es uns per Mail an orders@molini.example oder per Brief mit. Den Eingang bestätigen wir sofort.',
          },
        },
        {
          kind: 'p',
          text: {
            en: 'You then have 14 days to send the goods. We repay all you paid, standard delivery included, within 14 days of your notice; we may wait until the goods or proof of sending arrive. You answer for loss of value only if you handled the shoes more than trying them on requires.',
            it: 'La merce va poi spedita entro 14 giorni. Rimborsiamo tutto il pagato, consegna standard compresa, entro 14 giorni dalla comunicazione; possiamo attendere la merce o la prova della spedizione. Della diminuzione di valore si risponde solo per un uso che va oltre la prova.',
            de: 'Danach haben Sie 14 Tage, um die Ware abzusenden. Wir erstatten alles, was Sie gezahlt haben, samt Standardversand, binnen 14 Tagen nach Ihrer Mitteilung; wir dürfen warten, bis die Ware oder der Versandnachweis eintrifft. Für Wertverlust haften Sie nur, wenn Sie mehr als anprobiert haben.',
          },
        },
        {
          kind: 'h2',
          text: { en: 'If something is faulty', it: 'Se c’è un difetto', de: 'Wenn etwas fehlerhaft ist' },
        },
        {
          kind: 'p',
          text: {
            en: 'The legal guarantee of conformity holds for two years from delivery. Send us a photo; we repair or replace the pair at our cost, and if neither works we give the money back.',
            it: 'La garanzia legale di conformità vale due anni dalla consegna. Serve una foto; ripariamo o sostituiamo a nostre spese, e se non si può restituiamo il prezzo.',
            de: 'Die gesetzliche Gewährleistung gilt zwei Jahre ab Lieferung. Schicken Sie ein Foto; wir reparieren oder ersetzen auf unsere Kosten, und wenn beides nicht geht, erstatten wir den Preis.',
          },
        },
      ],
    },
  ],
}
