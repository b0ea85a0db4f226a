import { Readable } from 'node:stream'
import { DomainError } from '#domain/errors'
import { env } from '#env'
import { respond } from '#ops/respond'
import { isSignedFor } from '#ops/storage/disk-store'
import { isFileKey } from '#ops/storage/file-store'
import { storeOf } from '#ops/storage/stores'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ key: string[] }> }

/**
 * `/api/files/<key>?expires&signature`: a file of the disk store, for whoever has an address that is signed and not over.
 * Other stores serve theirs themselves. A wrong address is 404, as a file that is not there.
 */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const key = (await params).key.join('/')
    const { searchParams } = new URL(request.url)
    const [expires, signature] = [Number(searchParams.get('expires')), searchParams.get('signature') ?? '']
    const store = storeOf(key.startsWith('backups/') ? 'backups' : 'media')
    if (store.name !== 'disk' || !isFileKey(key) || !isSignedFor(env.PAYLOAD_SECRET, key, expires, signature))
      throw new DomainError('resource.not-found')
    const [facts, content] = [await store.stat(key), await store.read(key)]
    if (!facts || !content) throw new DomainError('resource.not-found')
    return new Response(Readable.toWeb(Readable.from(content)) as ReadableStream, {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(facts.size),
        'Content-Disposition': 'attachment',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  })
