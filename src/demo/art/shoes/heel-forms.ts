import type { ArtType } from '../colourways/colourway'

/** What is under the heel: a stacked block, lugs, a cup, a flared foam, a flat wedge or a thin leather. */
export type Base = 'block' | 'lug' | 'cup' | 'foam' | 'hiking' | 'wedge' | 'low' | 'cork'

/** What is sewn down the middle of the back. */
export type Back = 'strip' | 'tab' | 'clip' | 'pull' | 'counter' | 'seam' | 'none'

/** Half outlines seen from behind, in mm from the centre line, bottom to top; mirrored for the other half. */
export interface HeelForm {
  readonly upper: string
  readonly peak: number
  /** The inner face of tongue and instep, seen over the topline. */
  readonly front?: string
  /** The foot's width before the heel. */
  readonly forefoot: string
  readonly base: Base
  readonly back: Back
  readonly padded?: boolean
}

const derby: HeelForm = {
  upper: '31.4,26 33,40 33.4,54 31.6,70 28.6,86 26.6,94.6 20,98.6 8,101.6',
  peak: 30,
  front: '30,88 29,98 25,110 17,116 7,118',
  forefoot: '47,11 48,17 46,27 40,40 30,56',
  base: 'block',
  back: 'strip',
}
const sneaker: HeelForm = {
  upper: '34,26 35.6,40 35.8,56 33.6,74 31,92 29.4,100 23,104.6 9,107.4',
  peak: 30,
  front: '32,92 31,106 27,119 19,126 8,128',
  forefoot: '47,14 48.6,24 47,36 41,50 30,64',
  base: 'cup',
  back: 'tab',
  padded: true,
}
const runner: HeelForm = {
  upper: '35,46 37,60 37.4,74 34,92 29.6,108 27.6,120 24,130 15,135.4 6,137',
  peak: 31,
  front: '33,108 32,122 28,134 20,141 9,143.6',
  forefoot: '49,14 50.6,32 48,46 42,60 31,78',
  base: 'foam',
  back: 'clip',
  padded: true,
}
const chelsea: HeelForm = {
  upper: '32,28 34.4,42 35,58 33,78 31.4,98 33,120 35.6,144 36.4,157 30,160.6 12,162.6',
  peak: 32,
  forefoot: '47,12 48.4,18 46.6,29 41,44 31,62',
  base: 'block',
  back: 'pull',
}
const hiker: HeelForm = {
  upper: '37,36 39.4,52 40,70 37.4,90 35,110 36.4,132 39,152 39.4,162 33,168.4 12,171',
  peak: 33,
  front: '34,150 33,164 29,174 21,179 9,180.6',
  forefoot: '51,16 52.4,30 50,44 44,58 33,74',
  base: 'hiking',
  back: 'counter',
  padded: true,
}
const ballerina: HeelForm = {
  upper: '30.4,15 32,28 32.4,40 30.4,56 27.4,70 25.6,75.4 19,78.2 8,79.6',
  peak: 29,
  forefoot: '45,5 46,9 44,19 38,32 28,44',
  base: 'low',
  back: 'seam',
}
const sandal: HeelForm = {
  upper: '35,12 35,16 34,20 30,24 20,26 8,26.6',
  peak: 8,
  forefoot: '49,6 50,12 48,20 40,30 30,40',
  base: 'cork',
  back: 'none',
}

const usual: Readonly<Record<ArtType, HeelForm>> = {
  ballerina,
  chelsea,
  derby,
  hiker,
  loafer: {
    ...derby,
    upper: '31.2,25 32.8,39 33.2,53 31.4,68 28.4,82 26.4,90 20,94.4 8,97.6',
    front: '29,84 28,89 22,93 14,95 6,96',
  },
  runner,
  sandal,
  sneaker,
}

const ofModel: Readonly<Record<string, Partial<HeelForm>>> = {
  'derby/lug': { base: 'lug' },
  'derby/brogue': { back: 'counter' },
  'loafer/lug': { base: 'lug' },
  'chelsea/lug': { base: 'lug' },
  'runner/retro': { base: 'foam' },
  'hiker/urban': { base: 'wedge' },
  'sneaker/canvas': { back: 'strip', padded: false },
}

export const heelForm = (type: ArtType, model: string): HeelForm => ({
  ...usual[type],
  ...ofModel[`${type}/${model}`],
})
