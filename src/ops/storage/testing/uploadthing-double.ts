import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { startMisbehaving, type Answer, type Misbehaving } from './misbehaviour'

interface Held {
  key: string
  customId: string | null
  name: string
  bytes: Buffer
  type: string
  at: number
}

export interface UploadThingDouble extends Misbehaving {
  readonly settings: { token: string; apiUrl: string; ingestUrl: string; ufsHost: string }
  readonly apiKey: string
  readonly files: Map<string, Held>
}

const apiKey = ['sk', 'live', 'of', 'the', 'double', 'alone'].join('_')
const appId = 'doubleapp'
const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

/** Is the address signed with the app's key, unchanged and not too old? The signature covers all before it. */
export function isWellSigned(address: string, now = Date.now()): boolean {
  const [before = '', signature = ''] = address.split('&signature=', 2)
  const right = `hmac-sha256=${createHmac('sha256', apiKey).update(before).digest('hex')}`
  return decodeURIComponent(signature) === right && Number(new URL(address).searchParams.get('expires')) > now
}

/** The one file of a multipart body. */
async function fileIn(request: IncomingMessage, body: Buffer): Promise<File> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  return form.get('file') as File
}

/** UploadThing in memory: takes signed uploads, and gives files by signed addresses, never without. */
export async function startUploadThingDouble(): Promise<UploadThingDouble> {
  const files = new Map<string, Held>()
  const find = (name: string): Held | undefined =>
    files.get(name) ?? [...files.values()].find(({ customId }) => customId === name)

  async function take(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://double')
    const told = (name: string) => decodeURIComponent(searchParams.get(`x-ut-${name}`) ?? '')
    const [key, customId] = [pathname.split('/').at(-1) ?? '', told('custom-id') || null]
    if (told('identifier') !== appId) return json(403, { error: 'another app' })
    if (customId && find(customId)) return json(409, { error: 'the custom id is taken' })
    const bytes = Buffer.from(await (await fileIn(request, body)).arrayBuffer())
    if (bytes.byteLength !== Number(told('file-size'))) return json(400, { error: 'another size' })
    files.set(key, { key, customId, name: told('file-name'), bytes, type: told('file-type'), at: Date.now() })
    const url = `https://utfs.io/f/${key}`
    return json(200, {
      url,
      appUrl: url,
      ufsUrl: `https://${appId}.ufs.sh/f/${key}`,
      fileHash: 'x',
      serverData: null,
    })
  }

  function manage(path: string, body: Buffer): Answer {
    const asked = JSON.parse(body.toString()) as Record<string, unknown>
    if (path === '/v6/deleteFiles') {
      const names = (asked.customIds ?? asked.fileKeys) as string[]
      const held = names.flatMap((name) => find(name) ?? [])
      for (const { key } of held) files.delete(key)
      return json(200, { success: true, deletedCount: held.length })
    }
    if (path === '/v6/listFiles') {
      const { limit, offset } = asked as { limit: number; offset: number }
      const all = [...files.values()].map(({ key, customId, name, bytes, at }) => ({
        id: key,
        customId,
        key,
        name,
        size: bytes.byteLength,
        status: 'Uploaded',
        uploadedAt: at,
      }))
      return json(200, { hasMore: offset + limit < all.length, files: all.slice(offset, offset + limit) })
    }
    return json(404, { error: 'no such call' })
  }

  async function serve(request: IncomingMessage, body: Buffer, refused: string[]): Promise<Answer> {
    const { method = '', url = '' } = request
    const { pathname } = new URL(url, 'http://double')
    if (pathname.startsWith('/v6/')) {
      if (request.headers['x-uploadthing-api-key'] === apiKey) return manage(pathname, body)
      refused.push('api key')
      return json(401, { error: 'api key' })
    }
    if (!isWellSigned(`http://${request.headers.host}${url}`)) {
      refused.push('signature')
      return json(403, { error: 'signature' })
    }
    if (method === 'PUT') return take(request, body)
    const held = pathname.startsWith(`/a/${appId}/`) ? find(pathname.split('/').at(-1) ?? '') : undefined
    if (!held) return json(404, { error: 'no such file' })
    const told = { 'content-type': held.type, 'content-length': String(held.bytes.byteLength) }
    return { status: 200, headers: told, body: method === 'HEAD' ? '' : held.bytes }
  }

  const server = await startMisbehaving(serve)
  const token = Buffer.from(JSON.stringify({ apiKey, appId, regions: ['sea1'] })).toString('base64')
  const ufsHost = server.url.replace('http://127.0.0.1', 'localhost')
  return { ...server, settings: { token, apiUrl: server.url, ingestUrl: server.url, ufsHost }, apiKey, files }
}
