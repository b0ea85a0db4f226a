import { request } from 'node:http'
import { appMemory } from './app-processes'

/** Milliseconds that one list is read for: of a hundred thousand products it would be minutes, all like the first. */
const longest = 30_000
const targets = { firstByte: 1_000, rssMb: 500 }

interface Streamed {
  path: string
  firstByte: number
  seconds: number
  megabytes: number
  entries: number
  isWhole: boolean
  /** Of the largest process of the app, while it streamed. */
  rssMb: number
}

/** What begins an entry; the plain list has a line for each. */
const beginnings = [
  [/google\.xml$/, '<item>'],
  [/\.csv$/, '\r\n'],
  [/\.xml$/, '<url>'],
] as const

function counter(beginning: string) {
  const sign = Buffer.from(beginning)
  let rest = Buffer.alloc(0)
  let count = 0
  return {
    take(part: Buffer) {
      const text = Buffer.concat([rest, part])
      let at = text.indexOf(sign)
      let end = 0
      for (; at >= 0; at = text.indexOf(sign, end)) {
        count += 1
        end = at + sign.length
      }
      rest = Buffer.from(text.subarray(Math.max(end, text.length - sign.length + 1)))
    },
    count: () => count,
  }
}

/** Reads a list as fast as it comes, and looks at the memory of the shop meanwhile. */
function readStreamed(url: string, path: string, pid: number): Promise<Streamed> {
  const entries = counter(beginnings.find(([kind]) => kind.test(path))?.[1] ?? '\n')
  const began = performance.now()
  let [firstByte, bytes, rssMb] = [0, 0, appMemory(pid)]
  const look = setInterval(() => (rssMb = Math.max(rssMb, appMemory(pid))), 250)
  return new Promise<Streamed>((resolve, reject) => {
    const call = request(url + path, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} was answered ${answer.statusCode}`))
      const end = (isWhole: boolean) => {
        clearTimeout(late)
        resolve({
          path,
          firstByte,
          seconds: (performance.now() - began) / 1_000,
          megabytes: bytes / 1_000_000,
          entries: entries.count(),
          isWhole,
          rssMb,
        })
      }
      const late = setTimeout(() => {
        end(false)
        call.destroy()
      }, longest)
      answer.on('data', (part: Buffer) => {
        firstByte ||= performance.now() - began
        bytes += part.length
        entries.take(part)
      })
      answer.once('end', () => end(true))
      answer.once('error', reject)
    })
    call.once('error', reject)
    call.end()
  }).finally(() => clearInterval(look))
}

const told = ({ path, firstByte, seconds, megabytes, entries, isWhole, rssMb }: Streamed): string =>
  `  ${path.padEnd(28)} first byte ${firstByte.toFixed(0)} ms, ${(entries / seconds).toFixed(0)} entries/s, ` +
  `${entries} entries and ${megabytes.toFixed(0)} MB ${isWhole ? 'in' : 'of more in'} ${seconds.toFixed(1)} s, at most ${rssMb.toFixed(0)} MB`

/** Prints how feeds and sitemaps of a shop are streamed, one after the other; says what is short. */
export async function measureFeeds(url: string, pid: number): Promise<string[]> {
  const index = await (await fetch(`${url}/sitemap.xml`)).text()
  const maps = [...index.matchAll(/<loc>https?:\/\/[^/]+(\/sitemaps\/[^<]+)<\/loc>/g)].flatMap(
    ([, path]) => path ?? [],
  )
  const products = maps.filter((path) => path.includes('products'))
  const paths = [
    ...['/feeds/eu-google.xml', '/feeds/de-plain.csv'],
    ...new Set([...products.slice(0, 1), ...products.slice(-1), ...maps.slice(0, 1)]),
  ]
  console.log(
    `Lists of the whole shop, ${maps.length} sitemaps; the app takes ${appMemory(pid).toFixed(0)} MB:`,
  )
  const short: string[] = []
  for (const path of paths) {
    const streamed = await readStreamed(url, path, pid)
    console.log(told(streamed))
    if (streamed.firstByte > targets.firstByte) short.push(`${path}: first byte > ${targets.firstByte} ms`)
    if (streamed.rssMb > targets.rssMb) short.push(`${path}: memory > ${targets.rssMb} MB`)
  }
  return short
}
