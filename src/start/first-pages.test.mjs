import { expect, test } from 'vitest'
import { drawFirstPages } from './first-pages.mjs'

const home = `<a href="/c/women">Women</a> <a href="/c/men">Men</a> <a href="/p/one?size=42">One</a>
  ${['one', 'two', 'one', 'three', 'four', 'five'].map((slug) => `<a href="/p/${slug}">${slug}</a>`).join('')}`

/** Answers every page, and notes which were asked for. */
function shop(answer = (path) => (path === '/' ? home : path)) {
  const asked = []
  return {
    asked,
    handle: async (request, response) => {
      asked.push(request.url)
      response.end(await answer(request.url))
    },
  }
}

test('the home page, a listing and four products it leads to, each once and for nobody', async () => {
  const { asked, handle } = shop()
  const headers = []
  await drawFirstPages((request, response) => {
    headers.push(request.headers)
    return handle(request, response)
  })
  expect(asked).toEqual(['/', '/c/women', '/p/one', '/p/two', '/p/three', '/p/four'])
  for (const sent of headers) expect(Object.keys(sent)).toEqual(['host', 'accept'])
})

test('a page that is never there is waited for no longer than it may take', async () => {
  const { asked, handle } = shop((path) => (path === '/' ? home : new Promise(() => {})))
  await drawFirstPages(handle, 50)
  expect(asked).toEqual(['/', '/c/women'])
})

test('one that comes after that leads to no other', async () => {
  let give = () => {}
  const { asked, handle } = shop(() => new Promise((resolve) => (give = () => resolve(home))))
  await drawFirstPages(handle, 50)
  give()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toEqual(['/'])
})

test('a shop that fails starts all the same', async () => {
  const { asked, handle } = shop(() => Promise.reject(new Error('no database')))
  await drawFirstPages(handle)
  expect(asked).toEqual(['/'])
})
