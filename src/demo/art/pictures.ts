import type { ArtType } from './colourways/colourway'

export const views = ['side', 'heel', 'top', 'sole'] as const
export type View = (typeof views)[number]

/** The folder of the committed masters, relative to the repository. */
export const pictureFolder = 'src/demo/pictures'

/** Views of every shoe in the order a product page shows them; the first is the lead picture. */
export const viewsOf = (_type: ArtType, _way: string): readonly View[] => views

/** The master of one view, 1600 x 1600, relative to the repository. */
export const pictureFile = (type: ArtType, way: string, view: View): string =>
  `${pictureFolder}/${type}/${way}-${view}.webp`

/** Wide pictures for the home page, 2400 x 1200: the shoe right of the middle on a coloured ground. */
export const heroes = ['derby-cognac', 'chelsea-tobacco', 'runner-stone', 'loafer-oxblood'] as const
export type Hero = (typeof heroes)[number]
export const heroFile = (hero: Hero): string => `${pictureFolder}/hero/${hero}.webp`

/** Close-ups of materials, 1280 x 1600. */
export const closeUps = ['calf', 'suede', 'mesh', 'rubber'] as const
export type CloseUp = (typeof closeUps)[number]
export const closeUpFile = (closeUp: CloseUp): string => `${pictureFolder}/material/${closeUp}.webp`
