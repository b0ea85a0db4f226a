import type { PageContent } from '../types'

export const sizeGuide: PageContent = {
  slug: 'size-guide',
  title: { en: 'Size guide', it: 'Guida ai numeri', de: 'Größenratgeber' },
  description: {
    en: 'How to measure your foot in millimetres and read our tables in EU, UK, US and centimetres.',
    it: 'Come misurare il piede in millimetri e leggere le tabelle EU, UK, US e centimetri.',
    de: 'So messen Sie Ihren Fuß in Millimetern und lesen unsere Tabellen für EU, UK, US und Zentimeter.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        {
          kind: 'p',
          text: {
            en: 'We go by the length of your foot. The number on the box is only its name.',
            it: 'Conta la lunghezza del piede. Il numero sulla scatola è solo il suo nome.',
            de: 'Für uns zählt die Länge Ihres Fußes. Die Zahl auf dem Karton ist nur ihr Name.',
          },
        },
        { kind: 'h2', text: { en: 'Measure your foot', it: 'Misurare il piede', de: 'Den Fuß messen' } },
        {
          kind: 'ul',
          items: [
            {
              en: 'Measure in the afternoon, in the socks you will wear.',
              it: 'Misurare di pomeriggio, con le calze che si useranno.',
              de: 'Messen Sie am Nachmittag, in den Socken, die Sie tragen werden.',
            },
            {
              en: 'Put a sheet of paper against a wall and stand on it, heel touching the wall, weight on that foot.',
              it: 'Appoggiare un foglio al muro e salirci sopra, tallone contro il muro, peso su quel piede.',
              de: 'Legen Sie ein Blatt an die Wand, stellen Sie sich darauf, Ferse an der Wand, Gewicht auf diesem Fuß.',
            },
            {
              en: 'Mark the tip of the longest toe. It is not always the first.',
              it: 'Segnare la punta del dito più lungo. Non sempre è l’alluce.',
              de: 'Markieren Sie die längste Zehe. Es ist nicht immer die große.',
            },
            {
              en: 'Measure from the edge to the mark in millimetres, then the other foot. The longer one counts.',
              it: 'Misurare dal bordo al segno in millimetri, poi l’altro piede. Vale il più lungo.',
              de: 'Messen Sie vom Rand bis zur Marke in Millimetern, dann den anderen Fuß. Der längere gilt.',
            },
          ],
        },
        {
          kind: 'p',
          text: {
            en: 'Find that length in the table. If it falls between two rows, read the fit note on the page of the shoe: it says which way to go.',
            it: 'Cercare la lunghezza in tabella. Se cade tra due righe, la nota di calzata nella pagina della scarpa dice da che parte andare.',
            de: 'Suchen Sie die Länge in der Tabelle. Liegt sie zwischen zwei Zeilen, sagt der Passformhinweis beim Schuh, welche Sie nehmen.',
          },
        },
      ],
    },
    { type: 'sizeTable', heading: { en: 'Adults', it: 'Adulti', de: 'Erwachsene' }, scale: 'adult' },
    {
      type: 'sizeTable',
      heading: { en: 'Running shoes', it: 'Scarpe da corsa', de: 'Laufschuhe' },
      scale: 'adult-thirds',
    },
    { type: 'sizeTable', heading: { en: 'Children', it: 'Bambini', de: 'Kinder' }, scale: 'kids' },
    {
      type: 'faq',
      heading: { en: 'Asked often', it: 'Domande frequenti', de: 'Oft gefragt' },
      items: [
        {
          question: {
            en: 'Which shoes come in widths?',
            it: 'Quali scarpe hanno più calzate?',
            de: 'Welche Schuhe gibt es in Weiten?',
          },
          answer: {
            en: 'The Albona in narrow, standard and wide; the Kelmarsh and the Firn in standard and wide. Everything else is cut for a standard foot, width F.',
            it: 'La Albona in stretta, normale e larga; la Kelmarsh e il Firn in normale e larga. Tutto il resto è per un piede normale, calzata F.',
            de: 'Den Albona in schmal, normal und weit, den Kelmarsh und den Firn in normal und weit. Alles andere ist für einen normalen Fuß geschnitten, Weite F.',
          },
        },
        {
          question: {
            en: 'Why do some half sizes not exist?',
            it: 'Perché alcuni mezzi numeri mancano?',
            de: 'Warum fehlen manche halben Größen?',
          },
          answer: {
            en: 'EU steps are shorter than UK steps. Where two EU sizes would carry the same UK number, we make one of them.',
            it: 'I passi EU sono più corti di quelli UK. Dove due numeri EU porterebbero lo stesso numero UK, ne facciamo uno solo.',
            de: 'EU-Schritte sind kürzer als UK-Schritte. Wo zwei EU-Größen dieselbe UK-Nummer hätten, machen wir nur eine.',
          },
        },
        {
          question: {
            en: 'Are Harrow & Pyke sizes different?',
            it: 'I numeri Harrow & Pyke sono diversi?',
            de: 'Fallen Harrow & Pyke anders aus?',
          },
          answer: {
            en: 'Their UK and US numbers are half a size higher for the same foot. Choose by EU or by centimetres; the switch beside the sizes shows what is stamped on the sole.',
            it: 'A parità di piede, i numeri UK e US sono più alti di mezzo. Meglio scegliere in EU o in centimetri; il selettore accanto ai numeri mostra quello stampato sulla suola.',
            de: 'Ihre UK- und US-Nummern liegen beim selben Fuß eine halbe höher. Wählen Sie nach EU oder Zentimetern; der Umschalter neben den Größen zeigt, was auf der Sohle steht.',
          },
        },
        {
          question: {
            en: 'How much should children’s shoes be too long?',
            it: 'Quanto devono essere lunghe le scarpe dei bambini?',
            de: 'Wie viel Luft brauchen Kinderschuhe?',
          },
          answer: {
            en: '12 mm when bought, 8 mm for sandals. Below 6 mm it is time for the next pair. Measure every three months until the age of six.',
            it: '12 mm all’acquisto, 8 mm per i sandali. Sotto i 6 mm serve il paio dopo. Fino ai sei anni, misurare ogni tre mesi.',
            de: '12 mm beim Kauf, bei Sandalen 8 mm. Unter 6 mm wird es Zeit für das nächste Paar. Bis sechs Jahre alle drei Monate messen.',
          },
        },
      ],
    },
  ],
}
