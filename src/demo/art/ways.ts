import { ballerina } from './ways/ballerina'
import { chelsea } from './ways/chelsea'
import { derby } from './ways/derby'
import { hiker } from './ways/hiker'
import { loafer } from './ways/loafer'
import { runner } from './ways/runner'
import { sandal } from './ways/sandal'
import { sneaker } from './ways/sneaker'
import type { ArtType, Colourway } from './ways/colourway'

export type { ArtType, ColourGroup, Colourway } from './ways/colourway'

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
