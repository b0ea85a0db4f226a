import { ageInWords, keptInBrowser, type KeptInBrowser } from '#domain/kept-in-browser'
import de from '#messages/de'
import en from '#messages/en'
import it from '#messages/it'
import type { PageContent, Words } from '../types'

/** As on the page about cookies: `molini-cart: Which bag is yours, … (cookie, 60 days)`. */
function inWords({ id, name, place, age }: KeptInBrowser): Words {
  const said = (words: typeof en.cookies, locale: string): string => {
    const {
      kept,
      until,
      places,
    }: Record<'kept' | 'until' | 'places', Readonly<Record<string, string>>> = words
    const end = age === undefined ? until[id] : ageInWords(age, locale)
    return `${name}: ${kept[id]} (${places[place]}, ${end})`
  }
  return { en: said(en.cookies, 'en'), it: said(it.cookies, 'it'), de: said(de.cookies, 'de') }
}

/** The demo shop counts no visits. */
const kept = keptInBrowser.filter(({ only }) => only !== 'counting')

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
        {
          kind: 'h2',
          text: {
            en: 'What your browser keeps',
            it: 'Che cosa conserva il browser',
            de: 'Was Ihr Browser aufbewahrt',
          },
        },
        {
          kind: 'p',
          text: {
            en: 'Only what is needed for something that you do here, or what you have asked for. No advertising, no measuring by third parties, hence no banner. What belongs to Stripe or Google is there where the shop has them. The page “Cookies” at the foot of every page says the same.',
            it: 'Solo ciò che serve per qualcosa che si fa qui, o che è stato chiesto. Niente pubblicità né misurazioni di terzi, quindi nessun banner. Quanto riguarda Stripe o Google c’è solo se il negozio li usa. La pagina “Cookie”, in fondo a ogni pagina, dice lo stesso.',
            de: 'Nur, was für etwas nötig ist, das Sie hier tun, oder worum Sie gebeten haben. Keine Werbung, keine Messung durch Dritte, deshalb auch kein Banner. Was zu Stripe oder Google gehört, ist nur da, wo der Laden sie hat. Dasselbe steht auf der Seite „Cookies“ am Fuß jeder Seite.',
          },
        },
        { kind: 'ul', items: kept.map(inWords) },
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
