import { DomainError } from '#domain/errors'
import { respond } from '#ops/respond'
import { openPhoto } from '#services/review-photos'
import { storeRequest } from '../../../api/_http/store-request'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ file: string }> }

const named = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.webp$/

/** `/media/reviews/<id>.webp`: a photo of an approved review. It may be taken down, so nobody keeps it for long. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const [, id] = named.exec((await params).file) ?? []
    const photo = id && (await openPhoto(await storeRequest(), id))
    if (!photo) throw new DomainError('media.not-found')
    const headers = {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=300',
      ETag: `"${id}"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    }
    if (request.headers.get('If-None-Match')?.includes(headers.ETag))
      return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(photo.bytes), { headers })
  })
