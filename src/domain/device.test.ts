import { expect, test } from 'vitest'
import { deviceOf } from './device'

const mozilla = 'Mozilla/5.0'
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  [`${mozilla} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox, Windows'],
  [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.5 Safari/605.1.15`, 'Safari, Mac'],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit} Version/18.5 Mobile/15E148 Safari/604.1`,
    'Safari, iPhone',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit} CriOS/138.0 Mobile/15E148 Safari/604.1`,
    'Chrome, iPhone',
  ],
  [`${mozilla} (Linux; Android 14) AppleWebKit/537.36 Chrome/138.0 Mobile Safari/537.36`, 'Chrome, Android'],
  [
    `${mozilla} (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/138.0 Safari/537.36 Edg/138.0`,
    'Edge, Windows',
  ],
  ['curl/8.5.0', ''],
  ['<script>alert(1)</script>', ''],
])('%s is %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})

test('a browser that says nothing is nobody', () => {
  expect([deviceOf(null), deviceOf(undefined), deviceOf('')]).toEqual(['', '', ''])
})
