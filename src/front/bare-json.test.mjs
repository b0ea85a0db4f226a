import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, expect, test } from 'vitest'
import { leaveBytesOut } from './bare-json.mjs'

const { toJSON } = Buffer.prototype
afterAll(() => void (Buffer.prototype.toJSON = toJSON))

test('bytes are left out of JSON while a page is drawn, and only then', () => {
  let isDrawing = false
  leaveBytesOut(() => isDrawing)
  const whole = { name: 'a', bytes: Buffer.from('ab') }
  const told = () => JSON.parse(JSON.stringify(whole))
  expect(told()).toEqual({ name: 'a', bytes: { type: 'Buffer', data: [97, 98] } })
  isDrawing = true
  expect(told()).toEqual({ name: 'a' })
  isDrawing = false
  expect(told()).toEqual({ name: 'a', bytes: { type: 'Buffer', data: [97, 98] } })
})

test('Next.js needs the length of the JSON for reads alone', () => {
  const file = createRequire(import.meta.url).resolve('next/dist/server/lib/incremental-cache/index.js')
  const source = readFileSync(file, 'utf8')
  expect(source.match(/JSON\.stringify\(data\)/g)).toHaveLength(1)
  expect(source.match(/\bitemSize\b/g)).toHaveLength(3)
  expect(source).toMatch(
    /const itemSize = JSON\.stringify\(data\)\.length;\s+if \(ctx\.fetchCache && itemSize >/,
  )
  expect(source).toMatch(/\(\$\{itemSize\} bytes\)/)
})
