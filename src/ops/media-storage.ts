import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres'
import { cloudStoragePlugin } from '@payloadcms/plugin-cloud-storage'
import type { GeneratedAdapter } from '@payloadcms/plugin-cloud-storage/types'
import type {
  CollectionAfterErrorHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Config,
  PayloadRequest,
  Plugin,
} from 'payload'
import { DomainError } from '#domain/errors'
import { isActingStaff } from '#domain/permissions'
import { env } from '#env'
import { connectionOf, rowsOf } from '#services/transaction'
import { keyOfMedia, type MediaFile } from './media-key'
import { requireWritable } from './storage/disk-store'
import { StoreFault, readWhole } from './storage/file-store'
import { storeOf } from './storage/stores'

/** Minutes: longer than any store is waited for. */
const storeTime = 10

/** Payload begins the transaction of a row before its file is carried; a slow store would have the database end it. */
async function giveTime(req: PayloadRequest): Promise<void> {
  const transaction = await connectionOf(req)
  await transaction?.execute(sql.raw(`SET LOCAL idle_in_transaction_session_timeout = '${storeTime}min'`))
}

/** A store that is away is a reason to wait, as a database is. */
async function whileAvailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    throw Object.assign(new DomainError('unavailable', { retryAfter: 30 }), { cause: error })
  }
}

const written = (req: PayloadRequest): string[] => (req.context.writtenFiles ??= []) as string[]

/** Our own name for each file that comes, whatever the caller says; a row whose file stays keeps its name. */
const nameFile: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const ending = /\.([a-z0-9]{2,5})$/.exec(String(data.filename))?.[1] ?? 'bin'
  const _key = req.file ? `media/${randomUUID()}.${ending}` : ((originalDoc?._key as string | null) ?? null)
  return { ...data, _key }
}

/** Milliseconds that whoever is refused anyway waits for the tidying up. */
const tidyTime = 2_000

/** What was written for a row that then did not come to be is taken away; what this misses, the sweep finds. */
const takeBack: CollectionAfterErrorHook = async ({ req }) => {
  const store = storeOf('media')
  const gone = Promise.allSettled(
    written(req)
      .splice(0)
      .map((key) => store.delete(key)),
  )
  await Promise.race([gone, pause(tidyTime, undefined, { ref: false })])
}

interface Edits {
  crop?: unknown
  heightInPixels?: unknown
  widthInPixels?: unknown
  focalPoint?: { x: number; y: number }
}

const wantsFile = ({ crop, heightInPixels, widthInPixels, focalPoint }: Edits, data: Partial<MediaRow>) =>
  Boolean(crop || heightInPixels || widthInPixels) ||
  (focalPoint !== undefined && (focalPoint.x !== data.focalX || focalPoint.y !== data.focalY))

interface MediaRow extends MediaFile {
  mimeType: string
  focalX: number
  focalY: number
}

const findRow = async (req: PayloadRequest, where: ReturnType<typeof sql>): Promise<MediaRow | undefined> =>
  (
    await rowsOf<MediaRow>(
      req,
      sql`SELECT filename, _key AS key, mime_type AS "mimeType" FROM media WHERE filename IS NOT NULL AND ${where}`,
    )
  )[0]

/** Payload would fetch a picture that is cropped anew from its own address, over the network. */
const bringFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const edits = (req.query?.uploadEdits ?? {}) as Edits
  const { id, data } = args as { id?: unknown; data?: Partial<MediaRow> }
  if (operation !== 'update' || req.file || !isActingStaff(req.user) || typeof id !== 'string') return args
  if (!wantsFile(edits, data ?? {})) return args
  const row = await findRow(req, sql`id::text = ${id}`)
  await giveTime(req)
  const bytes = row && (await whileAvailable(readWhole(storeOf('media'), keyOfMedia(row))))
  if (!row || !bytes) throw new DomainError('media.not-found')
  req.file = { data: bytes, mimetype: row.mimeType, name: row.filename, size: bytes.byteLength }
  return { ...args, overwriteExistingFiles: true }
}

/** Files of pictures over the store of this shop. Deleting is the sweep's: a row may yet be rolled back. */
const adapter: GeneratedAdapter = {
  name: 'molini',
  fields: [{ name: '_key', type: 'text', admin: { hidden: true } }],
  handleUpload: async ({ data, file, req }) => {
    const { _key: key } = data as { _key?: string }
    if (!key) throw new Error('A picture arrived without a key')
    written(req).push(key)
    await giveTime(req)
    await whileAvailable(storeOf('media').put(key, file.buffer, { type: file.mimeType }))
  },
  handleDelete: () => undefined,
  staticHandler: async (req, { params: { filename } }) => {
    const row = await findRow(req, sql`filename = ${filename}`)
    const bytes = row && (await whileAvailable(readWhole(storeOf('media'), keyOfMedia(row))))
    if (!row || !bytes) return Response.json({ errors: [{ message: 'Not Found' }] }, { status: 404 })
    return new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': row.mimeType, 'Content-Length': String(bytes.byteLength) },
    })
  },
}

const withHooks = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), bringFile],
    beforeChange: [...(collection.hooks?.beforeChange ?? []), nameFile],
    afterError: [...(collection.hooks?.afterError ?? []), takeBack],
  },
})

const forMedia = (config: Config, change: (media: CollectionConfig) => CollectionConfig): Config => ({
  ...config,
  collections: (config.collections ?? []).map((one) => (one.slug === 'media' ? change(one) : one)),
})

/** In development the plugin would let the server fetch files from this machine. */
const withoutFetching = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  upload: { ...(collection.upload as object), skipSafeFetch: false },
})

/** Pictures are kept by the store that the environment names. The columns are the same in every environment. */
export const mediaStorage: Plugin = (config) => {
  const plugin = cloudStoragePlugin({ collections: { media: { adapter: () => adapter, prefix: '' } } })
  return forMedia(plugin(forMedia(config, withHooks)), withoutFetching)
}

/** Pictures that could not be written would be noticed weeks later: throws at start, in words for the operator. */
export async function requireStorage(): Promise<void> {
  if (storeOf('media').name === 'disk') await requireWritable(join(env.MOLINI_DATA_DIR, 'media'))
}
