import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { beginsAs, captionFault, clipEnding, clipSeconds, parseRange } from './clip'

test.each([
  ['bytes=0-1', { from: 0, to: 1 }],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=90-', { from: 90, to: 99 }],
  ['bytes=90-900', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-900', { from: 0, to: 99 }],
])('%s of a hundred bytes', (header, part) => expect(parseRange(header, 100)).toEqual(part))

test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('%s lies past the end', (header) =>
  expect(parseRange(header, 100)).toBe('unsatisfiable'),
)

test.each([null, '', 'bytes=-', 'bytes=9-1', 'bytes=0-1,5-6', 'pages=1-2', 'bytes=a-b', 'bytes=1.5-2'])(
  '%s asks for all of it',
  (header) => expect(parseRange(header, 100)).toBeUndefined(),
)

test('captions are WebVTT with a cue, or none', () => {
  expect(captionFault('WEBVTT\n\n00:01.000 --> 00:04.000\nThe sole bends.')).toBeUndefined()
  expect(captionFault('WEBVTT Molini\r\n\r\n00:00:01.000 --> 00:00:04.000\r\nSteps.')).toBeUndefined()
  expect(captionFault('')).toBeUndefined()
  expect(captionFault('1\n00:00:01,000 --> 00:00:04,000\nSteps.')).toContain('WEBVTT')
  expect(captionFault('WEBVTT\n\nSteps.')).toContain('-->')
})

test('only what browsers play has an ending', () =>
  expect(['video/mp4', 'video/webm', 'video/quicktime', 'image/webp'].map(clipEnding)).toEqual([
    'mp4',
    'webm',
    undefined,
    undefined,
  ]))

test('a video is known by how it begins', () => {
  const mp4 = new Uint8Array([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x6d])
  const webm = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0x9f])
  expect([beginsAs('video/mp4', mp4), beginsAs('video/webm', webm)]).toEqual([true, true])
  expect([beginsAs('video/webm', mp4), beginsAs('video/mp4', webm)]).toEqual([false, false])
  expect([beginsAs('video/mp4', new Uint8Array()), beginsAs('image/webp', webm)]).toEqual([false, false])
})

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))
const u32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]
const none = (count: number): number[] => new Array<number>(count).fill(0)
/** Of a time scale of 600 ticks a second. */
const mp4 = (version: 0 | 1, ticks: number) =>
  bytes(
    ...[u32(16), 'ftypisom', u32(0), u32(12), 'free', none(4)],
    ...[u32(200), 'moov', u32(100), 'mvhd', [version, 0, 0, 0]],
    ...(version === 0 ? [none(8), u32(600), u32(ticks)] : [none(16), u32(600), u32(0), u32(ticks)]),
    none(80),
  )

test('how long a video lasts is read from its head', () => {
  const demo = readFileSync('src/demo/pictures/clips/sneaker-chalk-court.webm')
  expect(clipSeconds('video/webm', demo)).toBe(8.1)
  expect(clipSeconds('video/mp4', mp4(0, 7_500))).toBe(12.5)
  expect(clipSeconds('video/mp4', mp4(1, 750))).toBe(1.3)
})

test('what does not say how long it lasts, or is cut off, is of no known length', () => {
  const demo = readFileSync('src/demo/pictures/clips/sneaker-chalk-court.webm')
  for (const end of [0, 3, 50, 100, 250])
    expect(clipSeconds('video/webm', demo.subarray(0, end))).toBe(undefined)
  for (const end of [0, 10, 40, 60])
    expect(clipSeconds('video/mp4', mp4(0, 600).subarray(0, end))).toBe(undefined)
  expect(clipSeconds('video/mp4', mp4(0, 0))).toBeUndefined()
  expect(clipSeconds('video/mp4', mp4(0, 4_000_000))).toBeUndefined()
  for (const type of ['video/webm', 'video/mp4']) {
    expect(clipSeconds(type, new Uint8Array(4_000))).toBeUndefined()
    expect(clipSeconds(type, new Uint8Array(4_000).fill(7))).toBeUndefined()
    expect(clipSeconds(type, new Uint8Array(4_000).fill(255))).toBeUndefined()
  }
})
