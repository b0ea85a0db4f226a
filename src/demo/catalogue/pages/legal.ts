import type { PageContent } from '../types'

export const imprint: PageContent = {
  slug: 'imprint',
  title: { en: 'Imprint', it: 'Dati societari', de: 'Impressum' },
  description: {
    en: 'Who runs this shop, where it is registered and how to reach us.',
    it: 'Chi gestisce il negozio, dove è iscritto e come contattarci.',
    de: 'Wer diesen Laden betreibt, wo er eingetragen ist und wie Sie uns erreichen.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        {
          kind: 'p',
          text: {
            en: 'Molini Calzature S.r.l., Via dell’Acquedotto 12, 34121 Trieste, Italy. Managing director: Livia Molini.',
            it: 'Molini Calzature S.r.l., via dell’Acquedotto 12, 34121 Trieste. Amministratrice: Livia Molini.',
            de: 'Molini Calzature S.r.l., Via dell’Acquedotto 12, 34121 Triest, Italien. Geschäftsführerin: Livia Molini.',
          },
        },
        {
          kind: 'ul',
          items: [
            {
              en: 'E-mail: orders@molini.example',
              it: 'Posta elettronica: orders@molini.example',
              de: 'E-Mail: orders@molini.example',
            },
            {
              en: 'Register: Trieste chamber of commerce, REA TS-000000',
              it: 'Registro delle imprese di Trieste, REA TS-000000',
              de: 'Register: Handelskammer Triest, REA TS-000000',
            },
            {
              en: 'VAT number: IT00000000000',
              it: 'Partita IVA: IT00000000000',
              de: 'USt-IdNr.: IT00000000000',
            },
            {
              en: 'Share capital: 50,000 euros, fully paid',
              it: 'Capitale sociale: 50.000 euro, interamente versato',
              de: 'Stammkapital: 50.000 Euro, voll eingezahlt',
            },
          ],
        },
        {
          kind: 'p',
          text: {
            en: 'We do not take part in dispute resolution before a consumer arbitration board and are not obliged to.',
            it: 'Non aderiamo a procedure presso un organismo di conciliazione dei consumatori e non vi siamo tenuti.',
            de: 'Wir nehmen an keinem Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle teil und sind dazu nicht verpflichtet.',
          },
        },
        {
          kind: 'p',
          text: {
            en: 'Molini and its makers are invented. This is the demonstration shop of the Molini platform; nothing is delivered from here.',
            it: 'Molini e i suoi artigiani sono inventati. Questo è il negozio dimostrativo della piattaforma Molini: da qui non parte nessuna consegna.',
            de: 'Molini und seine Werkstätten sind erfunden. Dies ist der Vorführladen der Molini-Plattform, geliefert wird von hier nichts.',
          },
        },
      ],
    },
  ],
}

export const privacy: PageContent = {
  slug: 'privacy',
  title: { en: 'Privacy', it: 'Informativa privacy', de: 'Datenschutz' },
  description: {
    en: 'Which data an order needs, how long we keep them and which rights you have.',
    it: 'Quali dati servono per un ordine, per quanto li teniamo e quali diritti ci sono.',
    de: 'Welche Daten eine Bestellung braucht, wie lange wir sie behalten und welche Rechte Sie haben.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        {
          kind: 'p',
          text: {
            en: 'Controller is Molini Calzature S.r.l., Via dell’Acquedotto 12, 34121 Trieste, privacy@molini.example.',
            it: 'Titolare del trattamento è Molini Calzature S.r.l., via dell’Acquedotto 12, 34121 Trieste, privacy@molini.example.',
            de: 'Verantwortlich ist die Molini Calzature S.r.l., Via dell’Acquedotto 12, 34121 Triest, privacy@molini.example.',
          },
        },
        { kind: 'h2', text: { en: 'When you order', it: 'Quando si ordina', de: 'Wenn Sie bestellen' } },
        {
          kind: 'p',
          text: {
            en: 'We need your name, addresses and e-mail to fulfil the contract (Article 6(1)(b) GDPR); a telephone number is optional and goes to the courier. Invoices are kept for ten years because tax law says so (Article 6(1)(c)).',
            it: 'Servono nome, indirizzi ed e-mail per eseguire il contratto (art. 6, par. 1, lett. b GDPR); il telefono è facoltativo e va al corriere. Le fatture si conservano dieci anni per obbligo fiscale (lett. c).',
            de: 'Für den Vertrag brauchen wir Name, Anschriften und E-Mail (Art. 6 Abs. 1 Buchst. b DSGVO); die Telefonnummer ist freiwillig und geht an den Zusteller. Rechnungen bewahren wir zehn Jahre auf, das verlangt das Steuerrecht (Buchst. c).',
          },
        },
        {
          kind: 'h2',
          text: { en: 'When you have an account', it: 'Con un account', de: 'Wenn Sie ein Konto haben' },
        },
        {
          kind: 'p',
          text: {
            en: 'We also keep your addresses and the list of your orders, until you close the account. You can order without one.',
            it: 'Si aggiungono gli indirizzi e l’elenco degli ordini, fino alla chiusura dell’account. Si può ordinare anche senza.',
            de: 'Dazu kommen Ihre Adressen und die Liste Ihrer Bestellungen, bis Sie das Konto schließen. Bestellen können Sie auch ohne.',
          },
        },
        { kind: 'h2', text: { en: 'Cookies', it: 'Cookie', de: 'Cookies' } },
        {
          kind: 'p',
          text: {
            en: 'Only those the shop cannot work without: one for the bag, one while you are signed in, one for a year by which a browser is known in which you have signed in, so that nobody shuts you out by guessing at your password, one for your choice of light or dark. No advertising, no measuring by third parties, hence no banner.',
            it: 'Solo quelli senza i quali il negozio non funziona: uno per il carrello, uno per l’accesso, uno che per un anno fa riconoscere il browser da cui si è fatto l’accesso, perché nessuno possa bloccare l’account tentando password, uno per la scelta tra chiaro e scuro. Niente pubblicità né misurazioni di terzi, quindi nessun banner.',
            de: 'Nur solche, ohne die der Laden nicht geht: einer für den Warenkorb, einer für die Anmeldung, einer, an dem ein Jahr lang der Browser erkannt wird, in dem Sie sich angemeldet haben, damit niemand Sie durch Raten aussperrt, einer für Hell oder Dunkel. Keine Werbung, keine Messung durch Dritte, deshalb auch kein Banner.',
          },
        },
        { kind: 'h2', text: { en: 'Your rights', it: 'I diritti', de: 'Ihre Rechte' } },
        {
          kind: 'p',
          text: {
            en: 'You may ask for access, correction, erasure, restriction and a copy of your data, and object to their use. One mail is enough. You may also complain to a supervisory authority, in Italy the Garante per la protezione dei dati personali.',
            it: 'Si possono chiedere accesso, rettifica, cancellazione, limitazione e copia dei dati, e opporsi al loro uso: basta una mail. È possibile presentare reclamo al Garante per la protezione dei dati personali.',
            de: 'Sie können Auskunft, Berichtigung, Löschung, Einschränkung und eine Kopie Ihrer Daten verlangen und der Nutzung widersprechen. Eine Mail genügt. Auch eine Beschwerde bei einer Aufsichtsbehörde ist möglich, in Italien beim Garante per la protezione dei dati personali.',
          },
        },
      ],
    },
  ],
}
