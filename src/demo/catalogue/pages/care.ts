import { care } from '../care'
import type { PageContent, TextNode, Words } from '../types'

const advice = (heading: Words, text: Words): readonly TextNode[] => [
  { kind: 'h2', text: heading },
  { kind: 'p', text },
]

export const carePage: PageContent = {
  slug: 'care',
  title: { en: 'Care', it: 'Cura', de: 'Pflege' },
  description: {
    en: 'Four habits that keep shoes for years, and where to read on for leather, suede, canvas and mesh.',
    it: 'Quattro abitudini che fanno durare le scarpe, e dove leggere di pelle, camoscio, tela e rete.',
    de: 'Vier Gewohnheiten, mit denen Schuhe Jahre halten, und wo es um Leder, Velours, Leinen und Mesh geht.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        {
          kind: 'p',
          text: {
            en: 'Most shoes are not worn out, they are worn wet. Four habits do more than any polish.',
            it: 'Le scarpe si rovinano più con l’umido che con i passi. Quattro abitudini valgono più di ogni lucido.',
            de: 'Die meisten Schuhe gehen nicht am Laufen kaputt, sondern an der Nässe. Vier Gewohnheiten helfen mehr als jede Creme.',
          },
        },
        {
          kind: 'ul',
          items: [
            {
              en: 'A day’s rest after each day of wearing.',
              it: 'Un giorno di riposo dopo ogni giorno d’uso.',
              de: 'Nach jedem Tragetag ein Tag Pause.',
            },
            {
              en: 'Shoe trees while the leather is still warm.',
              it: 'Le forme in legno finché la pelle è calda.',
              de: 'Schuhspanner, solange das Leder noch warm ist.',
            },
            {
              en: 'A shoehorn, and laces opened before the foot goes in.',
              it: 'Il calzascarpe, e i lacci aperti prima di infilare il piede.',
              de: 'Ein Schuhlöffel, und offene Senkel, bevor der Fuß hineingeht.',
            },
            {
              en: 'To the cobbler at the first hole, not at the second.',
              it: 'Dal calzolaio al primo buco, non al secondo.',
              de: 'Zum Schuster beim ersten Loch, nicht beim zweiten.',
            },
          ],
        },
      ],
    },
    {
      type: 'materialStrip',
      heading: {
        en: 'Look at the surface first',
        it: 'Prima si guarda la superficie',
        de: 'Zuerst die Oberfläche ansehen',
      },
      items: [
        {
          name: { en: 'Calf', it: 'Vitello', de: 'Kalbsleder' },
          text: {
            en: 'Cream, little wax, brush.',
            it: 'Crema, poca cera, spazzola.',
            de: 'Creme, wenig Wachs, Bürste.',
          },
          picture: 'calf',
        },
        {
          name: { en: 'Suede', it: 'Camoscio', de: 'Velours' },
          text: {
            en: 'Dry first, then brush.',
            it: 'Prima asciugare, poi spazzolare.',
            de: 'Erst trocknen, dann bürsten.',
          },
          picture: 'suede',
        },
        {
          name: { en: 'Mesh', it: 'Rete', de: 'Mesh' },
          text: {
            en: 'Lukewarm water, no machine.',
            it: 'Acqua tiepida, niente lavatrice.',
            de: 'Lauwarmes Wasser, keine Maschine.',
          },
          picture: 'mesh',
        },
        {
          name: { en: 'Rubber', it: 'Gomma', de: 'Gummi' },
          text: {
            en: 'Soap, an old toothbrush.',
            it: 'Sapone e un vecchio spazzolino.',
            de: 'Seife und eine alte Zahnbürste.',
          },
          picture: 'rubber',
        },
      ],
    },
    {
      type: 'productRow',
      heading: { en: 'For the shelf at home', it: 'Per la mensola di casa', de: 'Für das Regal zu Hause' },
      category: 'care',
      limit: 4,
    },
  ],
}

export const careSmoothLeather: PageContent = {
  slug: 'care-smooth-leather',
  title: { en: 'Care of smooth leather', it: 'Cura della pelle liscia', de: 'Pflege von Glattleder' },
  description: {
    en: 'Calf, grain and patent: what to put on, how often, and what to leave in the tin.',
    it: 'Vitello, grana e vernice: che cosa usare, ogni quanto, e che cosa lasciare nel barattolo.',
    de: 'Kalb, genarbtes Leder und Lack: was darauf kommt, wie oft, und was in der Dose bleibt.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        ...advice({ en: 'Calf', it: 'Vitello', de: 'Kalbsleder' }, care.calf),
        ...advice({ en: 'Grained leather', it: 'Pelle a grana', de: 'Genarbtes Leder' }, care.grain),
        ...advice({ en: 'Patent', it: 'Vernice', de: 'Lack' }, care.patent),
        ...advice({ en: 'Mountain boots', it: 'Scarponi', de: 'Bergschuhe' }, care.boot),
      ],
    },
  ],
}

export const careSuede: PageContent = {
  slug: 'care-suede',
  title: {
    en: 'Care of suede and nubuck',
    it: 'Cura di camoscio e nabuk',
    de: 'Pflege von Velours und Nubuk',
  },
  description: {
    en: 'Brush, rubber and spray: three tools for leather with a nap.',
    it: 'Spazzola, gomma e spray: tre strumenti per la pelle col pelo.',
    de: 'Bürste, Radiergummi und Spray: drei Werkzeuge für Leder mit Flor.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        ...advice({ en: 'Suede', it: 'Camoscio', de: 'Velours' }, care.suede),
        ...advice({ en: 'Nubuck', it: 'Nabuk', de: 'Nubuk' }, care.nubuck),
      ],
    },
    {
      type: 'faq',
      items: [
        {
          question: {
            en: 'How do I get rid of salt stains?',
            it: 'Come si tolgono gli aloni di sale?',
            de: 'Wie gehen Salzränder weg?',
          },
          answer: {
            en: 'One part vinegar to three of water on a cloth. Damp the whole shoe evenly, let it dry, then brush.',
            it: 'Una parte di aceto e tre d’acqua su un panno. Inumidire tutta la scarpa in modo uniforme, lasciare asciugare, spazzolare.',
            de: 'Ein Teil Essig, drei Teile Wasser auf ein Tuch. Den ganzen Schuh gleichmäßig anfeuchten, trocknen lassen, bürsten.',
          },
        },
      ],
    },
  ],
}

export const careCanvas: PageContent = {
  slug: 'care-canvas-and-mesh',
  title: {
    en: 'Care of canvas, mesh and cork',
    it: 'Cura di tela, rete e sughero',
    de: 'Pflege von Leinen, Mesh und Kork',
  },
  description: {
    en: 'Washing by hand, drying without heat, and what a cork footbed needs once a year.',
    it: 'Lavare a mano, asciugare senza calore, e che cosa serve al sughero una volta l’anno.',
    de: 'Von Hand waschen, ohne Hitze trocknen, und was ein Korkbett einmal im Jahr braucht.',
  },
  blocks: [
    {
      type: 'text',
      body: [
        ...advice({ en: 'Canvas', it: 'Tela', de: 'Leinen' }, care.canvas),
        ...advice({ en: 'Mesh and knit', it: 'Rete e maglia', de: 'Mesh und Strick' }, care.mesh),
        ...advice({ en: 'Cork footbeds', it: 'Plantari in sughero', de: 'Korkfußbetten' }, care.cork),
        ...advice({ en: 'Leather straps', it: 'Fasce in pelle', de: 'Lederriemen' }, care.straps),
      ],
    },
  ],
}
