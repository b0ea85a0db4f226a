import { expect, test } from 'vitest'
import { imageWidths } from '#ops/images-name'
import {
  degreesOf,
  draggedTo,
  fewestFrames,
  fittingWidth,
  frameWidths,
  keptFrames,
  loadingOrder,
  mostFrames,
  nearestFrame,
  turnFault,
  wrapFrame,
} from './turn'

const frames = (count: number, size = { width: 1600, height: 1200 }) =>
  Array.from({ length: count }, (_, place) => ({ id: `picture ${place}`, ...size }))
const counts = Array.from({ length: mostFrames - fewestFrames + 1 }, (_, more) => fewestFrames + more)

test('none is no fault, and 12 to 72 of the same proportions are a turn, in whatever size', () => {
  expect(turnFault([])).toBeUndefined()
  for (const count of counts) expect(turnFault(frames(count))).toBeUndefined()
  expect(turnFault([...frames(23), { id: 'small', width: 1000, height: 750 }])).toBeUndefined()
  // 666.7 pixels are written as 667.
  const rounded = { id: 'rounded', width: 1000, height: 667 }
  expect(turnFault([...frames(12, { width: 1200, height: 800 }), rounded])).toBeUndefined()
})

test.each([
  [frames(1), /12 to 72 pictures; here is 1\.$/],
  [frames(11), /12 to 72 pictures; here are 11\.$/],
  [frames(73), /here are 73\.$/],
  [[...frames(12), ...frames(1)], /^Picture 13 is the same as picture 1\./],
  [[...frames(12), { id: 'square', width: 1600, height: 1600 }], /1600 × 1200, picture 13 is 1600 × 1600\.$/],
  [[...frames(12), { id: 'nearly', width: 1600, height: 1198 }], /picture 13 is 1600 × 1198\.$/],
])('what is no turn is told in words (%#)', (given, words) => expect(turnFault(given)).toMatch(words))

test('a turn goes on past its ends, in both directions', () => {
  expect([0, 35, 36, 37, -1, -36, -73].map((frame) => wrapFrame(frame, 36))).toEqual([0, 35, 0, 1, 35, 0, 35])
  expect([0, 3, 35].map((frame) => degreesOf(frame, 36))).toEqual([0, 30, 350])
  expect([1, 71].map((frame) => degreesOf(frame, 72))).toEqual([5, 355])
})

test('a drag over the whole width turns once around, to the left backwards', () => {
  const over = { width: 360, count: 36 }
  expect([0, 10, 90, 360, -10, -90, 4].map((pixels) => draggedTo(0, pixels, over))).toEqual([
    0, 1, 9, 0, 35, 27, 0,
  ])
  expect(draggedTo(35, 20, over)).toBe(1)
})

test('every frame is fetched once, every fourth before any other', () => {
  for (const count of counts) {
    const order = loadingOrder(count)
    expect([...order].sort((one, other) => one - other)).toEqual(frames(count).map((_, frame) => frame))
    const quarter = order.slice(0, Math.ceil(count / 4))
    expect(quarter.every((frame) => frame % 4 === 0)).toBe(true)
  }
  expect(loadingOrder(12)).toEqual([0, 4, 8, 2, 6, 10, 1, 3, 5, 7, 9, 11])
})

test('where every byte counts a third of the frames is left, evenly, and no fewer than 12', () => {
  expect([12, 13, 24, 36, 72].map((count) => keptFrames(count, true).length)).toEqual([12, 12, 12, 12, 24])
  expect(keptFrames(36, true)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33])
  for (const count of counts) {
    expect(keptFrames(count, false)).toEqual(frames(count).map((_, frame) => frame))
    const kept = keptFrames(count, true)
    const steps = kept.map((frame, place) => (kept[place + 1] ?? count) - frame)
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1)
  }
})

test('what is not there yet is stood in for by the nearest that is, around the end too', () => {
  const there = new Set([0, 4, 8])
  const near = (frame: number) => nearestFrame(frame, 12, (one) => there.has(one))
  expect([0, 1, 3, 4, 7, 9, 11].map(near)).toEqual([0, 0, 4, 4, 8, 8, 0])
  expect(nearestFrame(5, 12, () => false)).toBeUndefined()
})

test('frames are fetched as wide as they are seen, in widths that the image route makes', () => {
  for (const width of frameWidths) expect(imageWidths).toContain(width)
  expect([fittingWidth(390, 1, false), fittingWidth(390, 2, false), fittingWidth(390, 3, false)]).toEqual([
    480, 800, 800,
  ])
  expect([fittingWidth(900, 2, false), fittingWidth(900, 2, true), fittingWidth(300, 1, true)]).toEqual([
    1000, 480, 320,
  ])
})
