import type { ArtType } from '../colourways/colourway'
import type { Scene } from '../scene'
import { forms, leftPlace, rightPlace } from './plan'
import { derbyTop } from './top-derby'
import { hikerTop } from './top-hiker'
import { runnerTop } from './top-runner'
import { sneakerTop } from './top-sneaker'
import type { Top } from './top-parts'
import { sandalTop } from './top-sandal'
import { ballerinaTop, chelseaTop, loaferTop } from './top-slip'

const tops: Readonly<Record<ArtType, (top: Top) => Promise<void>>> = {
  ballerina: ballerinaTop,
  chelsea: chelseaTop,
  derby: derbyTop,
  hiker: hikerTop,
  loafer: loaferTop,
  runner: runnerTop,
  sandal: sandalTop,
  sneaker: sneakerTop,
}

/** The pair from above, toes to the left: the left shoe below the right one. */
export async function topView(scene: Scene, type: ArtType, model: string): Promise<void> {
  for (const place of [rightPlace, leftPlace]) {
    await tops[type]({ scene, frame: scene.frame, place, form: forms[type], model })
  }
}
