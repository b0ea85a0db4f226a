/**
 * Next.js writes what many routes import into a file for each of them, alike but for the name of its source map. Node.js would
 * load and keep each: here all but one become a line that asks for that one.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** Bytes. A smaller file is not worth a line. */
const least = 4_096

const withoutMap = (text) => text.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '')
const digest = (text) => createHash('sha256').update(text).digest('base64')

/** How one file asks for another, whatever their folders. */
function wayTo(from, to) {
  const way = relative(dirname(from), to).split(sep).join('/')
  return way.startsWith('.') ? way : `./${way}`
}

/**
 * After a build, in its folder. Answers with the bytes that need not be loaded any more.
 * @param {string} dist
 */
export function shareChunks(dist) {
  const folder = join(dist, 'server', 'chunks')
  if (!existsSync(folder)) return 0
  const known = new Map()
  let saved = 0
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'))
  for (const name of names.sort()) {
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    if (text.length < least) continue
    const key = digest(withoutMap(text))
    const first = known.get(key)
    if (first === undefined) {
      known.set(key, file)
      continue
    }
    writeFileSync(file, `module.exports=require(${JSON.stringify(wayTo(file, first))})\n`)
    rmSync(`${file}.map`, { force: true })
    saved += text.length
  }
  return saved
}
