import type { ArtType } from './colourways/colourway'
import type { View } from './pictures'
import type { Scene } from './scene'
import { ballerinaSide } from './shoes/ballerina-side'
import { chelseaSide } from './shoes/chelsea-side'
import { derbySide } from './shoes/derby-side'
import { heelView } from './shoes/heel-view'
import { hikerSide } from './shoes/hiker-side'
import { loaferSide } from './shoes/loafer-side'
import { runnerSide } from './shoes/runner-side'
import { sandalSide } from './shoes/sandal-side'
import { sneakerSide } from './shoes/sneaker-side'
import { soleView } from './shoes/sole-view'
import { topView } from './shoes/top-view'

/** Draws a model into an empty scene. */
export type Drawing = (scene: Scene, model: string) => Promise<void>

const heelOf =
  (type: ArtType): Drawing =>
  (scene, model) =>
    heelView(scene, type, model)

const topOf =
  (type: ArtType): Drawing =>
  (scene, model) =>
    topView(scene, type, model)

const soleOf =
  (type: ArtType): Drawing =>
  (scene, model) =>
    soleView(scene, type, model)

/** The drawing of every type in every view. */
export const shoes: Readonly<Record<ArtType, Record<View, Drawing>>> = {
  ballerina: {
    side: ballerinaSide,
    heel: heelOf('ballerina'),
    top: topOf('ballerina'),
    sole: soleOf('ballerina'),
  },
  chelsea: { side: chelseaSide, heel: heelOf('chelsea'), top: topOf('chelsea'), sole: soleOf('chelsea') },
  derby: { side: derbySide, heel: heelOf('derby'), top: topOf('derby'), sole: soleOf('derby') },
  hiker: { side: hikerSide, heel: heelOf('hiker'), top: topOf('hiker'), sole: soleOf('hiker') },
  loafer: { side: loaferSide, heel: heelOf('loafer'), top: topOf('loafer'), sole: soleOf('loafer') },
  runner: { side: runnerSide, heel: heelOf('runner'), top: topOf('runner'), sole: soleOf('runner') },
  sandal: { side: sandalSide, heel: heelOf('sandal'), top: topOf('sandal'), sole: soleOf('sandal') },
  sneaker: { side: sneakerSide, heel: heelOf('sneaker'), top: topOf('sneaker'), sole: soleOf('sneaker') },
}
