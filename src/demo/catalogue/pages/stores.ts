import type { PageContent } from '../types'

export const stores: PageContent = {
  slug: 'stores',
  title: { en: 'Our store', it: 'Il negozio', de: 'Unser Laden' },
  description: {
    en: 'Where to find Molini, and when somebody is there to measure your feet.',
    it: 'Dove trovare Molini, e quando c’è qualcuno che misura il piede.',
    de: 'Wo Sie Molini finden und wann jemand da ist, der Ihre Füße misst.',
  },
  blocks: [
    { type: 'stores' },
    {
      type: 'faq',
      heading: { en: 'Before you come', it: 'Prima di venire', de: 'Bevor Sie kommen' },
      items: [
        {
          question: {
            en: 'Do I need an appointment?',
            it: 'Serve un appuntamento?',
            de: 'Brauche ich einen Termin?',
          },
          answer: {
            en: 'No. Measuring takes ten minutes, trying on as long as you like.',
            it: 'No. Misurare richiede dieci minuti, provare tutto il tempo che serve.',
            de: 'Nein. Das Messen dauert zehn Minuten, das Anprobieren so lange Sie möchten.',
          },
        },
        {
          question: {
            en: 'Can I collect an order there?',
            it: 'Si può ritirare lì un ordine?',
            de: 'Kann ich dort eine Bestellung abholen?',
          },
          answer: {
            en: 'Yes: choose collecting at checkout. We write when the pair is ready.',
            it: 'Sì: basta scegliere il ritiro alla cassa. Scriviamo quando il paio è pronto.',
            de: 'Ja: Wählen Sie an der Kasse die Abholung. Wir schreiben, wenn das Paar bereitsteht.',
          },
        },
      ],
    },
  ],
}
