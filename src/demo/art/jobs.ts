import { createHash } from 'node:crypto'

import type { ArtType, Colourway } from './colourways/colourway'
import type { Frame } from './field'
import { goodsFile, goodsShots } from './goods/goods'
import type { Finish } from './paint'
import {
  type CloseUp,
  closeUpFile,
  closeUps,
  type Hero,
  heroes,
  heroFile,
  pictureFile,
  type View,
  viewsOf,
} from './pictures'
import type { Scene } from './scene'
import { shoes } from './shoes'
import { frameOf, lies } from './studio'
import { ways } from './ways'

/** One picture to render: what to draw, in which frame, in which colourway, and where it goes. */
export interface Job {
  readonly file: string
  /** Jobs with the same plate share their geometry. */
  readonly plate: string
  readonly draw: (scene: Scene) => Promise<void>
  /** Of a shoe. */
  readonly view?: View
  /** Seen from above. */
  readonly lies: boolean
  readonly frame: Frame
  readonly way: Colourway
  readonly finish: Finish
  /** Changes whenever the picture would. */
  readonly stamp: string
}

/** Raise a number after changing a drawing, and only its pictures are rendered again. `all` is the engine's. */
const editions: Readonly<Record<string, number>> = {
  all: 1,
  'chelsea/lug/heel': 2,
  'derby/lug/heel': 2,
  'loafer/lug/heel': 2,
}

function stampOf(type: ArtType, view: View, frame: Frame, way: Colourway, ground = ''): string {
  const { model, parts, burnish } = way
  const drawn = [
    editions['all'],
    editions[type],
    editions[view],
    editions[`${type}/${view}`],
    editions[`${type}/${model}/${view}`],
  ]
  return createHash('sha1')
    .update(JSON.stringify([drawn, frame, model, parts, burnish, ground]))
    .digest('hex')
    .slice(0, 12)
}

interface Wish {
  readonly file: string
  readonly type: ArtType
  readonly view: View
  readonly frame: Frame
  readonly way: Colourway
  readonly finish?: Finish
}

function jobOf(wish: Wish): Job {
  const { type, view, frame, way, finish = {} } = wish
  return {
    file: wish.file,
    draw: (scene) => shoes[type][view](scene, way.model),
    ...{ view, lies: lies(view), frame, way, finish },
    plate: [type, way.model, view, JSON.stringify(frame)].join(' '),
    stamp: stampOf(type, view, frame, way, finish.ground),
  }
}

/** All pictures of all products, those of one drawing next to one another. */
export function productJobs(share: number): Job[] {
  const jobs = (Object.keys(shoes) as ArtType[]).flatMap((type) =>
    Object.entries(ways[type]).flatMap(([key, way]) =>
      viewsOf(type, key).map((view) =>
        jobOf({ file: pictureFile(type, key, view), type, view, frame: frameOf(view, share), way }),
      ),
    ),
  )
  return jobs.sort((a, b) => a.plate.localeCompare(b.plate))
}

interface Shot {
  readonly type: ArtType
  readonly way: string
  readonly view?: View
  readonly frame: Frame
  readonly ground?: string
}

const clay = '#C9AB87'
const sage = '#B9B39A'
const wide = { width: 2400, height: 1200 } as const
const bleed = 70
const tall = { width: 1280 + 2 * bleed, height: 1600 + 2 * bleed, scale: 14 } as const

const heroShots: Readonly<Record<Hero, Shot>> = {
  'derby-cognac': {
    type: 'derby',
    way: 'cognac-cap',
    ground: clay,
    frame: { ...wide, scale: 5.1, left: 149, ground: 190 },
  },
  'chelsea-tobacco': {
    type: 'chelsea',
    way: 'tobacco-crepe',
    ground: sage,
    frame: { ...wide, scale: 5, left: 156, ground: 212 },
  },
  'runner-stone': {
    type: 'runner',
    way: 'stone-sweep',
    ground: sage,
    frame: { ...wide, scale: 5.1, left: 146, ground: 193 },
  },
  'loafer-oxblood': {
    type: 'loafer',
    way: 'oxblood-penny',
    ground: clay,
    frame: { ...wide, scale: 5.1, left: 149, ground: 186 },
  },
}

/** `left` is minus the picture's first millimetre, `ground` the height of its upper edge. */
const closeUpShots: Readonly<Record<CloseUp, Shot>> = {
  calf: { type: 'derby', way: 'cognac-cap', frame: { ...tall, left: -47, ground: 109 } },
  suede: { type: 'chelsea', way: 'tobacco-crepe', frame: { ...tall, left: -173, ground: 117 } },
  mesh: { type: 'runner', way: 'stone-sweep', frame: { ...tall, left: -91, ground: 109 } },
  rubber: { type: 'sneaker', way: 'sand-panel', view: 'sole', frame: { ...tall, left: -49, ground: 62 } },
}

function shotJob(
  file: string,
  { type, way: key, view = 'side', frame, ground }: Shot,
  share: number,
  cut = 0,
): Job {
  const way = ways[type][key]
  if (!way) throw new Error(`No such way: ${type}/${key}`)
  const sized = {
    ...frame,
    scale: frame.scale * share,
    width: Math.round(frame.width * share),
    height: Math.round(frame.height * share),
  }
  return jobOf({
    file,
    type,
    view,
    frame: sized,
    way,
    finish: { bleed: Math.round(cut * share), ...(ground ? { ground } : {}) },
  })
}

/** The home page's wide pictures and material close-ups. */
export function shopJobs(share: number): Job[] {
  return [
    ...heroes.map((hero) => shotJob(heroFile(hero), heroShots[hero], share)),
    ...closeUps.map((closeUp) => shotJob(closeUpFile(closeUp), closeUpShots[closeUp], share, bleed)),
  ]
}

/** What is sold beside shoes. */
export const goodsJobs = (share: number): Job[] =>
  goodsShots(share).map(({ key, way, lies: fromAbove, frame, draw }) => ({
    file: goodsFile(key),
    plate: ['goods', way.model, JSON.stringify(frame)].join(' '),
    ...{ draw, lies: fromAbove, frame, way, finish: {} },
    stamp: createHash('sha1')
      .update(JSON.stringify([editions['all'], editions[`goods/${way.model}`], frame, way.model, way.parts]))
      .digest('hex')
      .slice(0, 12),
  }))
