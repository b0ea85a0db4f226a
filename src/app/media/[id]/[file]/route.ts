import { clipEnding, parseRange } from '#domain/clip'
import { DomainError } from '#domain/errors'
import { locales, type Locale } from '#domain/markets'
import { readImage } from '#ops/images'
import { imageKey, imageTypes, parseImageName, parsePictureName } from '#ops/images-name'
import { readMedia } from '#ops/read-media'
import { respond } from '#ops/respond'
import { findCaptions, findClip } from '#queries/clips'
import { findMaster } from '#queries/masters'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; file: string }> }

/** Only under the version of its file a picture never changes. Any other address asks again, which costs a 304. */
const forEver = 'public, max-age=31536000, immutable'
const askAgain = 'public, no-cache'

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** `/media/<id>-<version>/video.<mp4|webm>`, whole or the part that is asked for: Safari plays nothing else. */
async function answerVideo(request: Request, given: string, ending: string): Promise<Response> {
  const name = parsePictureName(given)
  const clip = name && (await findClip(name.id))
  if (!clip || clipEnding(clip.type) !== ending) throw new DomainError('media.not-found')
  const bytes = await readMedia(clip)
  const own = {
    ...headers,
    'Accept-Ranges': 'bytes',
    'Cache-Control': name?.version === clip.version ? forEver : askAgain,
    'Content-Type': clip.type,
    ETag: `"${clip.version}"`,
  }
  const range = parseRange(request.headers.get('Range'), bytes.byteLength)
  if (range === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${bytes.byteLength}` },
    })
  if (!range)
    return new Response(new Uint8Array(bytes), {
      headers: { ...own, 'Content-Length': String(bytes.byteLength) },
    })
  const part = bytes.subarray(range.from, range.to + 1)
  return new Response(new Uint8Array(part), {
    status: 206,
    headers: {
      ...own,
      'Content-Length': String(part.byteLength),
      'Content-Range': `bytes ${range.from}-${range.to}/${bytes.byteLength}`,
    },
  })
}

/** `/media/<id>-<version>/captions-<language>.vtt`. */
async function answerCaptions(given: string, locale: Locale): Promise<Response> {
  const name = parsePictureName(given)
  const clip = name && (await findClip(name.id))
  const captions = name && clip && (await findCaptions(name.id, locale))
  if (!captions) throw new DomainError('media.not-found')
  return new Response(captions, {
    headers: {
      ...headers,
      'Cache-Control': name.version === clip.version ? forEver : askAgain,
      'Content-Type': 'text/vtt; charset=utf-8',
    },
  })
}

const besides = /^(?:video\.(mp4|webm)|captions-(en|it|de)\.vtt)$/

/** `/media/<id>[-<version>]/<width>.<webp|avif|jpg>`: a picture of the shop in one of the sizes that pages use. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const { id, file } = await params
    const [, ending, language] = besides.exec(file) ?? []
    if (ending) return answerVideo(request, id, ending)
    const locale = locales.find((one) => one === language)
    if (locale) return answerCaptions(id, locale)
    const [name, picture] = [parseImageName(file), parsePictureName(id)]
    const master = name && picture ? await findMaster(picture.id, picture.version) : undefined
    if (!name || !master) throw new DomainError('media.not-found')
    const kept = { 'Cache-Control': picture?.version === master.version ? forEver : askAgain }
    const etag = `"${imageKey(master, name)}"`
    if (request.headers.get('If-None-Match')?.includes(etag))
      return new Response(null, { status: 304, headers: { ...headers, ...kept, ETag: etag } })
    const bytes = await readImage(master, name)
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...headers,
        ...kept,
        ETag: etag,
        'Content-Type': imageTypes[name.format],
        'Content-Length': String(bytes.byteLength),
      },
    })
  })
