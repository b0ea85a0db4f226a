import { expect, test } from 'vitest'
import { beginsAs, captionFault, clipEnding, parseRange } from './clip'

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
