import { ballerina } from './colourways/ballerina'
import { chelsea } from './colourways/chelsea'
import { derby } from './colourways/derby'
import { hiker } from './colourways/hiker'
import { loafer } from './colourways/loafer'
import { runner } from './colourways/runner'
import { sandal } from './colourways/sandal'
import { sneaker } from './colourways/sneaker'
import type { ArtType, Colourway } from './colourways/colourway'

export type { ArtType, ColourGroup, Colourway } from './colourways/colourway'

/**
 * Every shoe the demo shop can show: type, then way. The way's key is `<colour>-<model>`; all ways of one model share
 * their drawing, so a model makes a style and its colours make the products. `looks` says in plain words what the
 * pictures show, so that a text can be written without opening them.
 */
export const ways: Record<ArtType, Record<string, Colourway>> = {
  ballerina,
  chelsea,
  derby,
  hiker,
  loafer,
  runner,
  sandal,
  sneaker,
}
