import { dressStitch, onLayer, stitch } from '../craft'
import { cutOut } from '../field'
import { coat, darken, flatLayer, lastedLayer, layerOf, raise } from '../layer'
import { filled, polygons, stroked } from '../marks'
import { point, points } from '../points'
import { raster } from '../raster'
import { put, type Scene } from '../scene'
import { type Stand, whole } from './stand'

/** A sandal from behind: the footbed's cup, the bands in front of it, the strap round the heel. */
export async function sandalBack(scene: Scene, model: string, stand: Stand): Promise<void> {
  const isCork = model === 'buckle' || model === 'slide'
  await bands(scene, model, stand)
  await bed(scene, isCork, stand)
  if (model === 'cross') await sling(scene, stand)
  if (model === 'fisherman') await closedBack(scene, stand)
}

/** Outline, the opening below it through which the ground shows, and how far back it stands. */
type Arch = readonly [half: string, opening: string, lift: number]

const arches: Readonly<Record<string, readonly Arch[]>> = {
  buckle: [
    ['49,18 50,36 44,52 32,61 12,64', '38,14 38,30 33,42 22,48 9,49', -60],
    ['45,24 46,56 42,74 30,85 12,90', '36,14 37,44 34,58 24,66 10,68', -40],
  ],
  slide: [['47,20 49,50 44,72 31,85 12,90', '38,14 38,28 33,40 22,45 9,46', -40]],
  cross: [['45,14 46,48 42,70 30,82 12,88', '36,12 37,30 33,46 22,54 9,56', -40]],
  fisherman: [['45,14 46,48 42,74 30,88 12,94', '10,12 10,14 8,15 6,16 3,16', -40]],
}

/** The arches of the straps, from inside: lining, and the cut edge of the leather above. */
async function bands(scene: Scene, model: string, stand: Stand): Promise<void> {
  for (const [text, opening, lift] of arches[model] ?? []) {
    const half = points(text)
    const band = await raster(scene.frame, filled(stand(whole(half))))
    const layer = layerOf(
      scene.frame,
      cutOut(band, await raster(scene.frame, filled(stand(whole(points(opening)))))),
    )
    coat(layer, 'lining')
    const rim = await onLayer(layer, stroked(stand(whole(half)), 5))
    coat(layer, 'upper', rim, { tint: 1.3 })
    raise(layer, rim, 1.4, 0.6)
    const low = await onLayer(
      layer,
      polygons([stand([point(-70, -5), point(70, -5), point(70, 46), point(-70, 46)])]),
    )
    darken(layer, low, 0.4, 12)
    darken(layer, layer.mask, 0.42)
    put(scene, layer, lift, { dark: 0.4, blur: 2, dx: 0.6, dy: -0.6 })
  }
}

async function bed(scene: Scene, isCork: boolean, stand: Stand): Promise<void> {
  const wide = await flatLayer(scene.frame, filled(stand(whole(points('47,3 50,8 50,16 46,20 20,19')))))
  coat(wide, 'bed')
  raise(wide, wide.mask, 4, 1.4)
  darken(wide, wide.mask, 0.4)
  put(scene, wide, -50)
  const cup = isCork
    ? '36,4 38.4,12 39,28 37.6,40 33,43.6 18,40 6,38.6'
    : '34,4 35.6,10 35.6,19 34,23 30,24.4 10,24'
  const outline = stand(whole(points(cup)))
  const layer = await lastedLayer(scene.frame, outline, outline, 16)
  coat(layer, 'bed')
  raise(layer, layer.mask, 3, 1.4)
  const lip = await onLayer(layer, stroked(outline.slice(3, -3), 3))
  coat(layer, 'sock', lip)
  put(scene, layer, 0, { dark: 0.55, blur: 2, dx: 0.6, dy: -0.4 })
  const sole = await flatLayer(
    scene.frame,
    filled(
      stand(
        whole(
          points(isCork ? '36,0.4 39,4 39.6,12 38.6,18 36,19' : '33,0.4 35.6,4 36.4,10 35.6,14.6 33,15.4'),
        ),
      ),
    ),
  )
  coat(sole, 'sole')
  raise(sole, sole.mask, 5, 1.4)
  const cuts = await onLayer(
    sole,
    polygons(
      Array.from({ length: 11 }, (_, i) =>
        stand([
          point(-33 + i * 6.3, -2),
          point(-31.8 + i * 6.3, -2),
          point(-31.8 + i * 6.3, 3.4),
          point(-33 + i * 6.3, 3.4),
        ]),
      ),
    ),
  )
  raise(sole, cuts, -1.2, 0.25)
  darken(sole, cuts, 0.4, 0.1)
  put(scene, sole, 6, { dark: 0.5, blur: 1.2, dx: 0, dy: 1.1 })
}

async function sling(scene: Scene, stand: Stand): Promise<void> {
  const shape = stand(points('33,59 33.2,68c 20,73 0,75 -20,73 -33.2,68c -33,59 -20,63.6 0,65.6 20,63.6'))
  const leg = stand(whole(points('33.4,-10 33.4,40 33.4,90 33,150')))
  const band = await lastedLayer(scene.frame, shape, leg, 28)
  coat(band, 'strap')
  raise(band, band.mask, 2.4, 0.7)
  for (const y of [-3.2, 3.2])
    await stitch(
      band,
      stand(points(`-32,${64 + y} -20,${68.3 + y} 0,${70.3 + y} 20,${68.3 + y} 32,${64 + y}`)),
      dressStitch,
    )
  put(scene, band, 4, { dark: 0.5, blur: 1.6, dx: 0.8, dy: -1 })
}

async function closedBack(scene: Scene, stand: Stand): Promise<void> {
  const half = points('32.6,18 34,34 33.4,50 30,66 27,74.6 20,78 8,79.6')
  const last = stand(whole(points('36,-12 37,10 37,44 34,66 31,90 29,120 28,170')))
  const layer = await lastedLayer(scene.frame, stand(whole(half)), last, 30)
  coat(layer, 'quarter')
  await stitch(layer, stand(points('-24,71.6 -20,74.6 -8,76.4 8,76.4 20,74.6 24,71.6')), dressStitch)
  for (const x of [-7, 7])
    await stitch(layer, stand(points(`${x},18 ${x * 0.9},50 ${x * 0.84},78`)), dressStitch)
  put(scene, layer, 2, { dark: 0.55, blur: 2, dx: 0.8, dy: 0 })
  const sole = await flatLayer(
    scene.frame,
    filled(stand(whole(points('33,0.4 35.6,4 36.4,12 35.6,18.6 33,20.4')))),
  )
  coat(sole, 'sole')
  raise(sole, sole.mask, 5, 1.4)
  put(scene, sole, 6, { dark: 0.5, blur: 1.2, dx: 0, dy: 1.1 })
}
