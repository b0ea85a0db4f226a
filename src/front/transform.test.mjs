import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { strictPolicy } from './policy.mjs'
import { transform, UnknownScript } from './transform.mjs'

const flight = '<script>self.__next_f.push([1,"1:\\"$Sreact.fragment\\"\\n"])</script>'
const begin = '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'
const bootstrap =
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"],"runtimeModuleIds":[1]});</script>'
const chunk = '<script src="/_next/static/chunks/a.js" async=""></script>'
const preload = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>'
const picture = '<link rel="preload" as="image" imageSrcSet="/media/1/400.webp 400w"/>'
const font = '<link rel="preload" href="/_next/static/media/a.woff2" as="font" crossorigin=""/>'
const ours = '<script src="/assets/islands.js" defer=""></script>'
const data = '<script type="application/ld+json">{"name":"\\u003cscript>"}</script>'
const page = (mark, ...parts) =>
  `<!DOCTYPE html><html lang="en"${mark}><head></head><body>${parts.join('')}</body></html>`
const still = ' data-js="0"'
const hash = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

test('a page without a runtime keeps our own scripts, its data, pictures and fonts, and nothing of the framework', () => {
  const { html, policy } = transform(
    page(still, preload, chunk, ours, font, picture, data, begin, flight, bootstrap),
  )
  expect(html).toBe(page(still, ours, font, picture, data))
  expect(policy).toBe(strictPolicy)
  expect(policy).not.toMatch(/script-src[^;]*(unsafe|sha256|nonce)/)
})

test('any other page keeps its scripts, the inline ones by hash', () => {
  const whole = page('', preload, chunk, begin, flight, flight, bootstrap, data)
  const { html, policy } = transform(whole)
  expect(html).toBe(whole)
  expect(policy).toContain(hash('(self.__next_f=self.__next_f||[]).push([0])'))
  expect(policy.match(/sha256-/g)).toHaveLength(3)
})

test.each([
  ['alert(1)'],
  [''],
  ['self.__next_f.push([1,"a"]);alert(1)'],
  ['self.__next_f.push([1,"a"]),alert(1)'],
  ['self.__next_f.push([1,alert(1)])'],
  ['self.__next_f.push([1,`a`])'],
  ['self.__next_f.push([1,"a"])//'],
  ['(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({a:alert(1)});'],
  ['requestAnimationFrame(function(){$RT=performance.now()});alert(1)'],
])('the inline script %s is nobody’s, and the page is not kept', (code) => {
  for (const mark of ['', still])
    expect(() => transform(page(mark, `<script>${code}</script>`))).toThrow(UnknownScript)
})

test.each([
  ['<script src="https://evil.example/a.js"></script>'],
  ['<script src="//evil.example/a.js"></script>'],
  ['<script src="/\\evil.example/a.js"></script>'],
  ['<script src="a.js"></script>'],
  ['<script type="module">import "x"</script>'],
  ['<script type="text/javascript">alert(1)</script>'],
  ['<script type="speculationrules">{}</script>'],
  ['<SCRIPT>alert(1)</SCRIPT>'],
  ['<script\n>alert(1)</script >'],
  ['<script>alert(1)'],
])('%s is refused', (written) => {
  expect(() => transform(page(still, written))).toThrow(UnknownScript)
})

test('a part that only a script would show is refused on a page without a runtime', () => {
  expect(() => transform(page(still, '<template id="B:0"></template>'))).toThrow(UnknownScript)
})

const alternate = (hreflang, href) => `<link rel="alternate" hrefLang="${hreflang}" href="${href}"/>`
const marketLink = (href, hreflang, market) =>
  `<a href="${href}" hrefLang="${hreflang}" lang="en" data-market="${market}">There</a>`

test('links to other markets lead to the same page where it names its address there, and stay otherwise', () => {
  const named = [
    alternate('en', 'https://shop.example'),
    alternate('de', 'https://shop.example/de/p/a&amp;b$&amp;'),
    alternate('x-default', 'https://shop.example/p/a'),
  ].join('')
  const links = (eu, de) =>
    marketLink(eu, 'en', 'eu') + marketLink(de, 'de', 'de') + marketLink('/us', 'en-US', 'us')
  const other = '<a href="/de">Elsewhere</a>'
  expect(transform(page(still, named, links('/home', '/de'), other)).html).toBe(
    page(still, named, links('/', '/de/p/a&amp;b$&amp;'), other),
  )
  const unnamed = page(still, links('/', '/de'))
  expect(transform(unnamed).html).toBe(unnamed)
  const taken = page('', named, links('/', '/de'))
  expect(transform(taken).html).toBe(taken)
})

test('letters that mean something in a replacement stay what they are', () => {
  const text = '<p>$& $1 $$</p>'
  expect(transform(page(still, text, chunk)).html).toBe(page(still, text))
})
