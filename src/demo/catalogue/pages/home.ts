import { categoryHref } from '../categories'
import type { PageContent } from '../types'

export const home: PageContent = {
  slug: 'home',
  title: {
    en: 'Molini, shoes from Trieste',
    it: 'Molini, scarpe da Trieste',
    de: 'Molini, Schuhe aus Triest',
  },
  description: {
    en: 'Derbies, boots, flats and sneakers in few models and many sizes, with every pair in stock shown as it is.',
    it: 'Derby, stivaletti, ballerine e sneaker: pochi modelli, molti numeri, e la disponibilità di ogni paio in chiaro.',
    de: 'Derbys, Stiefel, Ballerinas und Sneaker: wenige Modelle, viele Größen, jeder Bestand offen gezeigt.',
  },
  blocks: [
    {
      type: 'hero',
      heading: { en: 'One last, since 1961.', it: 'Una forma, dal 1961.', de: 'Ein Leisten, seit 1961.' },
      text: {
        en: 'The Albona derby still has the shape we drew then. In cognac, black and oxblood, and in three widths.',
        it: 'La derby Albona ha ancora la linea disegnata allora. In cognac, nero e sangue di bue, in tre calzate.',
        de: 'Der Derby Albona hat noch die Form von damals. In Cognac, Schwarz und Ochsenblut, in drei Weiten.',
      },
      linkLabel: { en: 'See the Albona', it: 'Vedi la Albona', de: 'Albona ansehen' },
      linkHref: '/p/albona-derby-cognac',
      picture: 'derby-cognac',
    },
    {
      type: 'sizeGrid',
      heading: {
        en: 'Start with your size',
        it: 'Si comincia dal numero',
        de: 'Beginnen Sie mit Ihrer Größe',
      },
    },
    {
      type: 'productRow',
      heading: { en: 'New this month', it: 'Novità del mese', de: 'Neu in diesem Monat' },
      slugs: [
        'carso-chelsea-tobacco',
        'corsa-runner-stone',
        'nives-ballerina-silver',
        'umago-derby-ink',
        'piazza-sneaker-sage',
      ],
      limit: 5,
    },
    {
      type: 'split',
      heading: {
        en: 'Suede that does not mind the rain',
        it: 'Il camoscio che non teme la pioggia',
        de: 'Velours, dem Regen nichts ausmacht',
      },
      text: {
        en: 'The Carso is cut from waxed suede and stands on natural crepe. It marks, and a brush takes the marks out again.',
        it: 'Il Carso è tagliato in camoscio cerato e poggia su para naturale. Si segna, e la spazzola cancella i segni.',
        de: 'Der Carso ist aus gewachstem Velours und steht auf Naturkrepp. Er bekommt Spuren, und eine Bürste nimmt sie wieder weg.',
      },
      linkLabel: { en: 'See the Carso', it: 'Vedi il Carso', de: 'Carso ansehen' },
      linkHref: '/p/carso-chelsea-tobacco',
      picture: 'chelsea-tobacco',
      side: 'left',
    },
    {
      type: 'sizeTeaser',
      heading: {
        en: 'A ruler decides, not a habit',
        it: 'Decide il righello, non l’abitudine',
        de: 'Das Lineal entscheidet, nicht die Gewohnheit',
      },
      text: {
        en: 'Heel to the wall, mark the longest toe. Feet differ by a size more often than people think.',
        it: 'Tallone al muro, un segno al dito più lungo. I piedi differiscono di un numero più spesso di quanto si creda.',
        de: 'Ferse an die Wand, die längste Zehe anzeichnen. Füße unterscheiden sich öfter um eine Größe, als man denkt.',
      },
      linkLabel: { en: 'Measure your feet', it: 'Misura il piede', de: 'Füße messen' },
      linkHref: '/size-guide',
      scale: 'adult',
    },
    {
      type: 'categoryTiles',
      heading: { en: 'By kind', it: 'Per tipo', de: 'Nach Art' },
      categories: [
        'men-derbies',
        'women-ballerinas',
        'men-chelsea-boots',
        'women-leather-sneakers',
        'men-hiking-boots',
        'kids-shoes',
      ],
    },
    {
      type: 'lookbook',
      heading: { en: 'One piece of calf', it: 'Un solo pezzo di vitello', de: 'Ein Stück Kalbsleder' },
      text: {
        en: 'The Duino is cut from one piece and closed at the heel: the saddle is the only seam across the foot.',
        it: 'La Duino è tagliata in un pezzo solo e chiusa al tallone: la mascherina è l’unica cucitura sul piede.',
        de: 'Der Duino ist aus einem Stück geschnitten und an der Ferse geschlossen: Der Sattel ist die einzige Naht über dem Fuß.',
      },
      picture: 'loafer-oxblood',
      spots: [{ product: 'duino-loafer-oxblood', x: 58, y: 50 }],
    },
    {
      type: 'quote',
      text: {
        en: 'A shoe that fits is quiet. You notice it in the evening, when there is nothing to notice.',
        it: 'Una scarpa giusta è silenziosa. Ce ne si accorge la sera, quando non c’è niente di cui accorgersi.',
        de: 'Ein Schuh, der passt, ist still. Man merkt es am Abend, wenn es nichts zu merken gibt.',
      },
      author: { en: 'Livia Molini', it: 'Livia Molini', de: 'Livia Molini' },
      role: { en: 'last maker', it: 'formista', de: 'Leistenmacherin' },
    },
    {
      type: 'productRow',
      heading: {
        en: 'Flat and turned by hand',
        it: 'Basse e rivoltate a mano',
        de: 'Flach und von Hand gewendet',
      },
      category: 'women-ballerinas',
      limit: 5,
    },
    {
      type: 'split',
      heading: { en: 'Thirds, not halves', it: 'Terzi, non mezzi', de: 'Drittel statt Hälften' },
      text: {
        en: 'Passolungo grades its running shoes by a third of a size. The Corsa comes in seventeen steps from 36 to 46 2/3.',
        it: 'Passolungo sale di un terzo di numero alla volta. La Corsa ha diciassette misure, dal 36 al 46 2/3.',
        de: 'Passolungo stuft seine Laufschuhe in Dritteln ab. Den Corsa gibt es in siebzehn Größen von 36 bis 46 2/3.',
      },
      linkLabel: { en: 'See running shoes', it: 'Vedi le scarpe da corsa', de: 'Laufschuhe ansehen' },
      linkHref: categoryHref('men-running-shoes'),
      picture: 'runner-stone',
      side: 'right',
    },
    {
      type: 'materialStrip',
      heading: { en: 'What they are made of', it: 'Di che cosa sono fatte', de: 'Woraus sie gemacht sind' },
      items: [
        {
          name: { en: 'Calf', it: 'Vitello', de: 'Kalbsleder' },
          text: {
            en: 'Tight grain, takes polish.',
            it: 'Fiore compatto, prende bene il lucido.',
            de: 'Feine Narbung, lässt sich polieren.',
          },
          picture: 'calf',
        },
        {
          name: { en: 'Suede', it: 'Camoscio', de: 'Velours' },
          text: {
            en: 'Split side up, brushed soft.',
            it: 'Il lato interno, spazzolato.',
            de: 'Fleischseite nach außen, weich gebürstet.',
          },
          picture: 'suede',
        },
        {
          name: { en: 'Mesh', it: 'Rete', de: 'Mesh' },
          text: {
            en: 'Open weave over a fine lining.',
            it: 'Trama aperta su fodera fine.',
            de: 'Offenes Gewebe über feinem Futter.',
          },
          picture: 'mesh',
        },
        {
          name: { en: 'Natural rubber', it: 'Gomma naturale', de: 'Naturgummi' },
          text: {
            en: 'Herringbone, glued and sewn.',
            it: 'A spina di pesce, incollata e cucita.',
            de: 'Fischgrat, geklebt und genäht.',
          },
          picture: 'rubber',
        },
      ],
    },
    {
      type: 'brandStrip',
      heading: { en: 'Who makes them', it: 'Chi le fa', de: 'Wer sie macht' },
      brands: ['molini', 'vessa', 'harrow-pyke', 'vallorc', 'passolungo', 'soledo', 'sernbach'],
    },
    {
      type: 'stores',
      heading: { en: 'Come and try them on', it: 'Da provare di persona', de: 'Kommen Sie zum Anprobieren' },
      text: {
        en: 'All sizes and widths stand in the shop, and somebody measures both feet.',
        it: 'In negozio ci sono tutti i numeri e le calzate, e qualcuno misura entrambi i piedi.',
        de: 'Im Laden stehen alle Größen und Weiten, und jemand misst beide Füße.',
      },
    },
    {
      type: 'newsletter',
      heading: { en: 'A letter a month', it: 'Una lettera al mese', de: 'Ein Brief im Monat' },
      text: {
        en: 'New models, pairs that are made again, and now and then how something is sewn.',
        it: 'Modelli nuovi, paia che tornano in produzione, e ogni tanto come si cuce qualcosa.',
        de: 'Neue Modelle, Paare, die wieder gemacht werden, und ab und zu, wie etwas genäht wird.',
      },
    },
  ],
}
