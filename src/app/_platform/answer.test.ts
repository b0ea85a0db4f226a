import { expect, test } from 'vitest'
import { pageAnswer } from './answer'

const page = (mark: string, ...parts: string[]): string =>
  `<!DOCTYPE html><html lang="en"${mark}><head></head><body>${parts.join('')}</body></html>`
const bare = ' data-js="0"'
const framework =
  '<script src="/_next/static/chunks/a.js" async=""></script><script>self.__next_f.push([1,"a"])</script>'
const ours = '<script src="/assets/islands.js" defer=""></script>'

test('a page loses the framework and has the strict policy and a tag of its own', async () => {
  const answer = pageAnswer(page(bare, ours, framework), 200)
  expect(await answer.text()).toBe(page(bare, ours))
  expect(answer.headers.get('Content-Security-Policy')).toMatch(/script-src 'self';/)
  const tag = answer.headers.get('ETag')
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
  expect(pageAnswer(page(bare, ours, framework), 200).headers.get('ETag')).toBe(tag)
  expect(pageAnswer(page(bare, ours, 'more'), 200).headers.get('ETag')).not.toBe(tag)
})

test('a script that nobody knows is no answer at all, nor is a page that needs the framework', () => {
  expect(() => pageAnswer(page(bare, ours, '<script>alert(1)</script>'), 200)).toThrow('an inline script')
  expect(() => pageAnswer(page(bare, '<script src="//evil.example/a.js"></script>'), 200)).toThrow('from')
  expect(() => pageAnswer(page(bare, '<template id="B:0"></template>', framework), 200)).toThrow('Suspense')
  expect(() => pageAnswer(page('', ours, framework), 200)).toThrow('no framework')
})
