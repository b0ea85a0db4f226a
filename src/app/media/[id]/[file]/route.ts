import { DomainError } from '#domain/errors'
import { readImage } from '#ops/images'
import { imageKey, imageTypes, parseImageName, parsePictureName } from '#ops/images-name'
import { respond } from '#ops/respond'
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

/** `/media/<id>[-<version>]/<width>.<webp|avif|jpg>`: a picture of the shop in one of the sizes that pages use. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const { id, file } = await params
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
