import { renderForNobody } from '../front/fill.mjs'

/** Milliseconds: a database that is away or slow does not keep a server from listening. */
const longest = 5_000
/** What the home page leads to is what most people ask for next. */
const kinds = [
  { link: /\shref="((?:\/\w\w)?\/c\/[^"?#]+)"/g, most: 1 },
  { link: /\shref="((?:\/\w\w)?\/p\/[^"?#]+)"/g, most: 4 },
]

const linksOf = (html) =>
  kinds.flatMap(({ link, most }) => {
    const found = new Set(Array.from(html.matchAll(link), ([, path]) => path))
    return [...found].slice(0, most)
  })

/** The page as it is sent. */
async function read(handle, path) {
  let sent = ''
  const prepare = (response) => {
    const { end } = response
    response.end = (body, ...rest) => {
      sent = String(body ?? '')
      return end.call(response, body, ...rest)
    }
  }
  await renderForNobody(handle, path, { prepare })
  return sent
}

/**
 * Has the home page, a listing and a few products drawn, one after the other and for nobody, so that the first visitors of
 * a server meet code that has run and connections that are open. What fails or is late is left.
 * @param {(request: any, response: any) => any} handle
 * @param {number} [time] milliseconds after which it is waited for no longer
 */
export async function drawFirstPages(handle, time = longest) {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), time)
  const isLate = new Promise((resolve) => late.signal.addEventListener('abort', resolve))
  const drawn = (async () => {
    for (const path of linksOf(await read(handle, '/'))) {
      if (late.signal.aborted) return
      await read(handle, path)
    }
  })()
  await Promise.race([drawn.catch(() => undefined), isLate])
  clearTimeout(timer)
}
