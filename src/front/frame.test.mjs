import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutFrame, fillFrame, markOf } from './frame.mjs'

const nonce = 'q1+/w2=='
const policy = `script-src 'self' 'nonce-${nonce}'`
const push = (data) =>
  `<script nonce="${nonce}">self.__next_f.push([1,${JSON.stringify(data).replace(/</g, '\\u003c')}])</script>`

/** A page as Next.js writes it: the HTML, and again what React is to find in it. */
const drawn = (places, cuts = []) => {
  const data = `0:${JSON.stringify(['$', 'main', null, places.map(markOf)])}\n1:["n","${nonce}"]\n`
  const pieces = [0, ...cuts, data.length].toSorted((one, other) => one - other)
  const pushes = pieces.slice(1).map((end, index) => push(data.slice(pieces[index], end)))
  return `<html><p>é ${places.map((name) => `<b id="${name}">${markOf(name)}</b>`).join('')}</p>${pushes.join('')}</html>`
}

/** What React reads out of the page's scripts. */
function dataIn(html) {
  const pushes = [...html.matchAll(/<script nonce="[^"]+">self\.__next_f\.push\((.*?)\)<\/script>/gs)]
  const [row] = pushes
    .map(([, argument]) => JSON.parse(argument)[1])
    .join('')
    .split('\n')
  return JSON.parse(row.slice(2))[3].map((text) => (text.startsWith('$$') ? text.slice(1) : text))
}

const text = fc.oneof(
  fc.constantFrom('</script><script>alert(1)</script>', '$L1', '$$', '\\"\n\u2028', markOf('count'), ''),
  fc.string({ unit: 'binary' }).filter((some) => some.isWellFormed()),
)

test('each place is the visitor’s own text, in the page and in what React reads', () =>
  fc.assert(
    fc.property(text, text, fc.array(fc.nat(60), { maxLength: 4 }), (bag, count, cuts) => {
      const frame = cutFrame({ html: drawn(['bag', 'count'], cuts), policy }, ['bag', 'count'])
      const html = String(fillFrame(frame, { bag, count }).html)
      expect(dataIn(html)).toEqual([bag, count])
      expect(html).toContain(`<html><p>é <b id="bag">${bag}</b><b id="count">${count}</b></p><script nonce="`)
    }),
  ))

test('what a visitor says does not end a script', () => {
  const frame = cutFrame({ html: drawn(['bag']), policy }, ['bag'])
  const html = String(fillFrame(frame, { bag: '</script><!--' }).html)
  expect(html.match(/<\/script>/g)).toHaveLength(2)
  expect(html.slice(html.indexOf('<script'))).not.toContain('<!--')
})

test('each visitor has a nonce of the policy of the page, and never that with which it was drawn', () => {
  const link = `</text.woff2>; rel=preload; nonce="${nonce}"`
  const frame = cutFrame({ html: drawn(['bag']), policy, link }, ['bag'])
  const [one, other] = [fillFrame(frame, { bag: '' }), fillFrame(frame, { bag: '' })]
  for (const page of [one, other]) {
    const [, own] = /^script-src 'self' 'nonce-([\w+/]{22}==)'$/.exec(page.policy) ?? []
    expect(String(page.html).split(own)).toHaveLength(3)
    expect(page.link).toBe(`</text.woff2>; rel=preload; nonce="${own}"`)
    expect(String(page.html)).not.toContain(nonce)
  }
  expect(one.policy).not.toBe(other.policy)
})

test('a page is none to fill without a nonce, or where React would not find a place', () => {
  const html = drawn(['bag'])
  expect(cutFrame({ html, policy: "script-src 'self'" }, ['bag'])).toBeUndefined()
  expect(cutFrame({ html: `${html}<p>${markOf('count')}</p>`, policy }, ['bag', 'count'])).toBeUndefined()
  const longer = html.replaceAll(markOf('bag'), `Bag: ${markOf('bag')}`)
  expect(cutFrame({ html: longer, policy }, ['bag'])).toBeUndefined()
})

test('a place of which nothing is known is a fault', () => {
  const frame = cutFrame({ html: drawn(['bag']), policy }, ['bag'])
  expect(() => fillFrame(frame, { count: '1' })).toThrow('bag')
})
