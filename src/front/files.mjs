import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { chooseEncoding, isUnchanged } from './negotiate.mjs'

const MB = 1024 * 1024
const types = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }
/** Bytes up to which the best quality takes a tenth of a second; it is done once for each file. */
const small = 128 * 1024

const compress = (body) =>
  promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: body.length > small ? 9 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  })

function* filesBelow({ folder, at, keep }) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const path = `${at}/${relative(folder, file).split(sep).join('/')}`
    if (entry.isFile() && extname(file) in types && /^[\w./~-]+$/.test(path))
      yield [path, { file, size: statSync(file).size, keep }]
  }
}

async function make({ file, keep }) {
  const plain = await readFile(file)
  const body = await compress(plain)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}-br"`
  const shared = ['ETag', etag, 'Cache-Control', keep, 'Vary', 'Accept-Encoding']
  const headers = ['Content-Type', types[extname(file)], 'Content-Length', String(body.length)]
  return {
    body,
    etag,
    headers: [...headers, 'Content-Encoding', 'br', 'X-Content-Type-Options', 'nosniff', ...shared],
    unchanged: shared,
  }
}

function send(request, response, { body, etag, headers, unchanged }) {
  const known = request.headers['if-none-match']
  if (known !== undefined && isUnchanged(known, etag)) return response.writeHead(304, unchanged).end()
  return response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body)
}

/**
 * Scripts and styles in brotli, which Next.js does not speak: each is compressed when it is first asked for and kept.
 * The addresses are those of the files that are there at the start, letter by letter, and no path is ever looked up. Whatever
 * else is asked, a part of a file or another coding, is left to Next.js.
 * @param {{ folder: string, at: string, keep: string }[]} folders `at`: their address, `keep`: their `Cache-Control`
 * @param {{ most?: number, log?: (text: string) => void }} [options] `most`: bytes kept at the most
 */
export function openFiles(folders, { most = 16 * MB, log = console.warn } = {}) {
  const files = new Map(folders.flatMap((folder) => [...filesBelow(folder)]))
  const kept = new Map()
  let bytes = 0

  /** Room is taken for the whole file until it is known how small it becomes. */
  function keep(path, found) {
    bytes += found.size
    const made = make(found).then(
      (file) => {
        bytes += file.body.length - found.size
        return file
      },
      (error) => {
        bytes -= found.size
        files.delete(path)
        kept.delete(path)
        log(`${path} is left to Next.js: ${error.message}`)
      },
    )
    kept.set(path, made)
    return made
  }

  function find({ method, url, headers }) {
    if ((method !== 'GET' && method !== 'HEAD') || headers.range !== undefined) return undefined
    const [path] = url.split('?', 1)
    const found = files.get(path)
    if (!found || chooseEncoding(headers['accept-encoding']) !== 'br') return undefined
    return kept.get(path) ?? (bytes + found.size > most ? undefined : keep(path, found))
  }

  return {
    /**
     * @param {import('node:http').IncomingMessage} request
     * @param {import('node:http').ServerResponse} response
     * @param {() => unknown} otherwise answers what is not for here
     */
    handle(request, response, otherwise) {
      const give = (file) => (file ? send(request, response, file) : otherwise())
      const found = find(request)
      return found ? found.then(give) : otherwise()
    },
    get bytes() {
      return bytes
    },
  }
}
