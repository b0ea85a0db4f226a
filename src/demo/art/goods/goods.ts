import type { Colourway } from '../colourways/colourway'
import { way } from '../colourways/colourway'
import type { Frame } from '../field'
import { pictureFolder } from '../pictures'
import type { Scene } from '../scene'
import { tin } from './tin'
import { brush, scrub, tree } from './tools'
import { bottle, can } from './vessels'

interface Model {
  readonly draw: (scene: Scene) => Promise<void>
  /** Seen from above. */
  readonly lies?: boolean
  /** Millimetres across the picture; x = 0 is in its middle, unless `middle` says where that is. */
  readonly across: number
  readonly middle?: number
  /** Of the picture's height, where y = 0 is. */
  readonly ground: number
}

/** What the demo shop sells beside shoes, each drawn once. */
const models: Readonly<Record<string, Model>> = {
  tin: { draw: tin, lies: true, across: 226, ground: 0.5 },
  can: { draw: can, across: 236, ground: 0.84 },
  bottle: { draw: bottle, across: 222, ground: 0.8 },
  brush: { draw: brush, across: 226, ground: 0.66 },
  scrub: { draw: scrub, across: 186, ground: 0.66 },
  tree: { draw: tree, across: 330, middle: 128, ground: 0.66 },
}

const paperLabel = 'rubber #D9D0BE'
const ink = 'rubber #2B2520'
const brass = 'metal #B59A62'
const steel = 'metal #A9A6A0'

/** Every thing in every colour, by `<colour>-<model>`. */
export const goods: Readonly<Record<string, Colourway>> = {
  'neutral-tin': way('tin', ['beige', '#DCCFB4', 'an open tin of ivory cream, its lid green'], {
    upper: 'patent #CDBD9B',
    overlay: 'rubber #33443A',
    thread: 'rubber #D8C9A2',
    metal: brass,
  }),
  'black-tin': way('tin', ['black', '#22201F', 'an open tin of black cream, its lid black'], {
    upper: 'patent #1B1919',
    overlay: 'rubber #24211F',
    thread: 'rubber #D8C9A2',
    metal: brass,
  }),
  'cognac-tin': way('tin', ['tan', '#8A4F28', 'an open tin of cognac cream, its lid tan'], {
    upper: 'patent #7A4520',
    overlay: 'rubber #8F5630',
    thread: 'rubber #E2D3AE',
    metal: brass,
  }),
  'slate-can': way('can', ['grey', '#4A5560', 'a spray can, cream above and slate below'], {
    upper: paperLabel,
    overlay: 'rubber #3C4A55',
    thread: 'rubber #3C4A55',
    cap: 'rubber #2F2B28',
    metal: steel,
  }),
  'white-bottle': way('bottle', ['white', '#E4DED2', 'a white bottle with a foam pump'], {
    upper: 'foam #CFC9BC',
    overlay: 'rubber #A9B3A0',
    thread: ink,
    cap: 'rubber #3A352F',
  }),
  'beech-brush': way('brush', ['brown', '#A9784C', 'a long beech brush on dark horsehair'], {
    upper: 'wood #9C6B3F',
    elastic: 'elastic #2B2320',
  }),
  'brass-scrub': way('scrub', ['brown', '#8F5F38', 'a small brush with brass and crepe'], {
    upper: 'wood #7F5331',
    elastic: 'elastic #A6823F',
    tab: 'crepe #B79367',
  }),
  'cedar-tree': way('tree', ['brown', '#B07A52', 'a shoe tree of cedar with a spring'], {
    upper: 'wood #A56C47',
    metal: brass,
  }),
}

/** The master of a thing, 1600 x 1600, relative to the repository. */
export const goodsFile = (key: string): string => `${pictureFolder}/goods/${key}.webp`

const modelOf = (key: string): Model => {
  const found = models[goods[key]?.model ?? '']
  if (!found) throw new Error(`Nobody drew ${key}`)
  return found
}

const size = 1600

export interface GoodsShot {
  readonly key: string
  readonly way: Colourway
  readonly lies: boolean
  readonly frame: Frame
  readonly draw: (scene: Scene) => Promise<void>
}

export const goodsShots = (share: number): GoodsShot[] =>
  Object.entries(goods).map(([key, colourway]) => {
    const { draw, lies = false, across, middle = 0, ground } = modelOf(key)
    const frame = { left: across / 2 - middle, ground: across * ground, scale: (size / across) * share }
    const pixels = Math.round(size * share)
    return { key, way: colourway, lies, draw, frame: { ...frame, width: pixels, height: pixels } }
  })
