import { DomainError } from '#domain/errors'
import { readImage } from '#ops/images'
import { imageKey, imageTypes, isImageId, parseImageName } from '#ops/images-name'
import { respond } from '#ops/respond'
import { findMaster } from '#queries/masters'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; file: string }> }

const headers = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** `/media/<id>/<width>.<webp|avif|jpg>`: a picture of the shop in one of the sizes that pages use. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const { id, file } = await params
    const name = parseImageName(file)
    const master = name && isImageId(id) ? await findMaster(id) : undefined
    if (!name || !master) throw new DomainError('media.not-found')
    const etag = `"${imageKey(master, name)}"`
    if (request.headers.get('If-None-Match')?.includes(etag))
      return new Response(null, { status: 304, headers: { ...headers, ETag: etag } })
    const picture = await readImage(master, name)
    return new Response(new Uint8Array(picture), {
      headers: {
        ...headers,
        ETag: etag,
        'Content-Type': imageTypes[name.format],
        'Content-Length': String(picture.byteLength),
      },
    })
  })
