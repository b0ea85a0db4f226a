import { expect, test } from 'vitest'
import { shareUnlike } from './looks'

const grey = (width: number, height: number, shade = 200) => ({
  data: Buffer.alloc(width * height * 3, shade),
  info: { width, height },
})

test('the same is alike, another size is not', () => {
  expect(shareUnlike(grey(90, 64), grey(90, 64))).toBe(0)
  expect(shareUnlike(grey(90, 64), grey(90, 65))).toBe(1)
})

test('a slightly other shade is alike; what is seen as another counts by its tiles', () => {
  expect(shareUnlike(grey(80, 64), grey(80, 64, 185))).toBe(0)
  expect(shareUnlike(grey(80, 64), grey(80, 64, 170))).toBe(1)
  const marked = grey(80, 64)
  for (let y = 8; y < 16; y += 1) marked.data.fill(0, (y * 80 + 16) * 3, (y * 80 + 24) * 3)
  expect(shareUnlike(grey(80, 64), marked)).toBe(1 / 80)
})
