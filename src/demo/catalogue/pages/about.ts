import type { PageContent } from '../types'

export const about: PageContent = {
  slug: 'about',
  title: { en: 'The workshop', it: 'La bottega', de: 'Die Werkstatt' },
  description: {
    en: 'How Molini makes shoes in Trieste, which makers stand beside our own, and what we repair.',
    it: 'Come nascono le scarpe Molini a Trieste, chi sono gli altri artigiani in negozio e che cosa ripariamo.',
    de: 'Wie Molini in Triest Schuhe macht, welche Werkstätten wir daneben führen und was wir reparieren.',
  },
  blocks: [
    {
      type: 'hero',
      heading: {
        en: 'Nineteen people, one street.',
        it: 'Diciannove persone, una via.',
        de: 'Neunzehn Leute, eine Straße.',
      },
      text: {
        en: 'We cut, sew and last in Via dell’Acquedotto, on two floors above the shop.',
        it: 'Si taglia, si cuce e si monta in via dell’Acquedotto, su due piani sopra il negozio.',
        de: 'Wir schneiden, nähen und zwicken in der Via dell’Acquedotto, auf zwei Etagen über dem Laden.',
      },
      linkLabel: { en: 'See the Duino', it: 'Vedi il Duino', de: 'Duino ansehen' },
      linkHref: '/p/duino-loafer-oxblood',
      picture: 'loafer-oxblood',
    },
    {
      type: 'text',
      heading: {
        en: 'Few models, many sizes',
        it: 'Pochi modelli, molti numeri',
        de: 'Wenige Modelle, viele Größen',
      },
      body: [
        {
          kind: 'p',
          text: {
            en: 'In 1961 Bruno Molini drew a derby for the dock clerks, who stood all day and could not afford two pairs. His granddaughter still cuts it. In sixty-five years we have added about twenty shapes and dropped nearly as many.',
            it: 'Nel 1961 Bruno Molini disegnò una derby per gli impiegati del porto, che stavano in piedi tutto il giorno e non potevano permettersene due paia. Oggi la taglia sua nipote. In sessantacinque anni abbiamo aggiunto una ventina di forme e ne abbiamo lasciate quasi altrettante.',
            de: '1961 zeichnete Bruno Molini einen Derby für die Hafenschreiber, die den ganzen Tag standen und sich kein zweites Paar leisten konnten. Seine Enkelin schneidet ihn bis heute zu. In fünfundsechzig Jahren kamen etwa zwanzig Formen dazu, fast ebenso viele gaben wir wieder auf.',
          },
        },
        {
          kind: 'p',
          text: {
            en: 'A model earns its place when we can make it from end to end of its run. A 39 and a 47 are not a 43 made smaller or bigger; each size has its own pattern here.',
            it: 'Un modello resta se sappiamo farlo dal primo all’ultimo numero. Un 39 e un 47 non sono un 43 rimpicciolito o ingrandito: qui ogni numero ha il suo cartamodello.',
            de: 'Ein Modell bleibt, wenn wir es vom einen Ende der Größen bis zum anderen können. 39 und 47 sind keine verkleinerte oder vergrößerte 43, jede Größe hat bei uns ihren eigenen Schnitt.',
          },
        },
      ],
    },
    {
      type: 'split',
      heading: { en: 'Eight others beside us', it: 'Altri otto accanto a noi', de: 'Acht andere neben uns' },
      text: {
        en: 'What we cannot do, we buy from people who can: running shoes from Montebelluna, boots from Trentino and Glarus, flats from Fermo, canvas from Porto. Each maker is named on every page, with an address.',
        it: 'Quello che non sappiamo fare lo compriamo da chi lo sa: scarpe da corsa da Montebelluna, scarponi dal Trentino e da Glarona, ballerine da Fermo, tela da Porto. Ogni artigiano è indicato in pagina, con l’indirizzo.',
        de: 'Was wir nicht können, kaufen wir bei denen, die es können: Laufschuhe aus Montebelluna, Stiefel aus dem Trentino und aus Glarus, Ballerinas aus Fermo, Leinen aus Porto. Jede Werkstatt steht mit Adresse auf der Seite.',
      },
      linkLabel: { en: 'See the Corsa', it: 'Vedi la Corsa', de: 'Corsa ansehen' },
      linkHref: '/p/corsa-runner-stone',
      picture: 'runner-stone',
      side: 'right',
    },
    {
      type: 'video',
      heading: {
        en: 'Once around the Piazza',
        it: 'Un giro intorno alla Piazza',
        de: 'Einmal um die Piazza',
      },
      text: {
        en: 'From the side, from above, from behind, and the sole, sewn all the way round.',
        it: 'Di lato, dall’alto, da dietro, e la suola, cucita tutt’intorno.',
        de: 'Von der Seite, von oben, von hinten, und die rundum angenähte Sohle.',
      },
      picture: 'piazza-sneaker-chalk/side',
      clip: 'piazza-sneaker-chalk/video',
    },
    {
      type: 'text',
      heading: { en: 'Repairs', it: 'Riparazioni', de: 'Reparaturen' },
      body: [
        {
          kind: 'p',
          text: {
            en: 'Every Molini shoe with a leather or crepe sole can be resoled here, whatever its age. Write to us with a photo of the sole; you get a price within two working days and the pair back in about three weeks.',
            it: 'Ogni scarpa Molini con suola in cuoio o para si può risuolare qui, di qualunque anno sia. Basta una foto della suola: il prezzo arriva in due giorni lavorativi, il paio torna in circa tre settimane.',
            de: 'Jeder Molini-Schuh mit Leder- oder Kreppsohle lässt sich hier neu besohlen, gleich wie alt er ist. Schicken Sie ein Foto der Sohle: Den Preis nennen wir binnen zwei Werktagen, das Paar ist nach etwa drei Wochen zurück.',
          },
        },
      ],
    },
  ],
}
