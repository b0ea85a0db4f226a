import {
  closeUps,
  closeUpFile,
  heroes,
  heroFile,
  pictureFile,
  pictureFolder,
  viewsOf,
  type View,
} from '../art/pictures'
import { goodsFile } from '../art/goods/goods'
import { careGoods } from '../catalogue/goods'
import type { Colourway, Style, Words } from '../catalogue/types'
import { styles } from '../catalogue/styles'

/** One master file and the words for those who cannot see it. */
export interface Picture {
  /** Relative to the root of the pictures. */
  readonly file: string
  /** What pages and products call it. */
  readonly key: string
  readonly alt: Words
  /** Of a video: the key of the picture that is seen until it plays. */
  readonly poster?: string
}

const languages = ['en', 'it', 'de'] as const

const viewWords: Record<View, Words> = {
  side: { en: 'from the side', it: 'di lato', de: 'von der Seite' },
  heel: { en: 'from behind', it: 'da dietro', de: 'von hinten' },
  top: { en: 'from above', it: 'dall’alto', de: 'von oben' },
  sole: { en: 'the sole', it: 'la suola', de: 'die Sohle' },
}

const closeUpWords: Record<(typeof closeUps)[number], Words> = {
  calf: { en: 'Calf leather, close up', it: 'Pelle di vitello, da vicino', de: 'Kalbsleder aus der Nähe' },
  suede: { en: 'Suede, close up', it: 'Camoscio, da vicino', de: 'Veloursleder aus der Nähe' },
  mesh: { en: 'Knitted mesh, close up', it: 'Rete tecnica, da vicino', de: 'Mesh aus der Nähe' },
  rubber: { en: 'Rubber sole, close up', it: 'Suola in gomma, da vicino', de: 'Gummisohle aus der Nähe' },
}

const heroWords: Record<(typeof heroes)[number], Words> = {
  'derby-cognac': { en: 'A cognac derby', it: 'Una derby cognac', de: 'Ein Derby in Cognac' },
  'chelsea-tobacco': {
    en: 'A Chelsea boot in tobacco suede',
    it: 'Un Chelsea boot in camoscio tabacco',
    de: 'Ein Chelsea Boot aus tabakbraunem Velours',
  },
  'runner-stone': {
    en: 'A stone-coloured running shoe',
    it: 'Una scarpa da corsa color pietra',
    de: 'Ein steinfarbener Laufschuh',
  },
  'loafer-oxblood': {
    en: 'An oxblood loafer',
    it: 'Un mocassino sangue di bue',
    de: 'Ein Loafer in Ochsenblut',
  },
}

const words = (make: (language: (typeof languages)[number]) => string): Words => ({
  en: make('en'),
  it: make('it'),
  de: make('de'),
})

/** `albona-derby-cognac/side`: what the pictures of a product are called, and its video. */
export const pictureKey = (product: string, view: View | 'video'): string => `${product}/${view}`

/** Silent, so that it needs no captions. */
const clips: readonly Picture[] = [
  {
    file: `${pictureFolder}/clips/sneaker-chalk-court.webm`,
    key: pictureKey('piazza-sneaker-chalk', 'video'),
    poster: pictureKey('piazza-sneaker-chalk', 'side'),
    alt: {
      en: 'A chalk sneaker from the side, from above, from behind, and its sole',
      it: 'Una sneaker color gesso di lato, dall’alto, da dietro, e la sua suola',
      de: 'Ein kreideweißer Sneaker von der Seite, von oben, von hinten, und seine Sohle',
    },
  },
]

const pictureOf = (style: Style, colourway: Colourway, view: View): Picture => ({
  file: pictureFile(style.artType, colourway.way, view),
  key: pictureKey(colourway.slug, view),
  alt: words(
    (language) =>
      `${style.name}, ${style.summary[language]}, ${colourway.colour[language].toLocaleLowerCase(language)}: ${viewWords[view][language]}`,
  ),
})

const goodPictures: readonly Picture[] = careGoods.flatMap((good) =>
  good.colourways.map(({ slug, colour, way }) => ({
    file: goodsFile(way),
    key: pictureKey(slug, 'side'),
    alt: words(
      (language) =>
        `${good.name}, ${good.summary[language]}, ${colour[language].toLocaleLowerCase(language)}`,
    ),
  })),
)

/** Every picture and video of the demo shop, each file once. */
export const pictureList: readonly Picture[] = [
  ...styles.flatMap((style) =>
    style.colourways.flatMap((colourway) =>
      viewsOf(style.artType, colourway.way).map((view) => pictureOf(style, colourway, view)),
    ),
  ),
  ...goodPictures,
  ...heroes.map((hero) => ({ file: heroFile(hero), key: hero, alt: heroWords[hero] })),
  ...closeUps.map((closeUp) => ({ file: closeUpFile(closeUp), key: closeUp, alt: closeUpWords[closeUp] })),
  ...clips,
]
