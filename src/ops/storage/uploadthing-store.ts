import type { UTApi } from 'uploadthing/server'
import { StoreFault, checkingKeys, gather, isFileKey, type FileKey, type FileStore } from './file-store'
import { bytesOf, patiently, usualPatience, type Patience } from './patience'

export interface UploadThingSettings {
  /** What UploadThing calls the token: base64 of `{ apiKey, appId, regions }`. */
  readonly token: string
  readonly apiUrl?: string
  readonly ingestUrl?: string
  /** For tests: where files are served when it is not `<app>.ufs.sh`. */
  readonly ufsHost?: string
  readonly patience?: Patience
}

/** The token of the older pair of variables. */
export const tokenOf = (apiKey: string, appId: string, region = 'sea1'): string =>
  Buffer.from(JSON.stringify({ apiKey, appId, regions: [region] })).toString('base64')

/** Listed at once. */
const pageSize = 500

/** In the SDK a header that Payload's HTTP client refuses: it counts the body itself. */
const withoutLength = (signalOf: () => AbortSignal | undefined): typeof fetch => {
  return (input, init = {}) => {
    const headers = new Headers(init.headers)
    headers.delete('content-length')
    const signals = [init.signal, signalOf()].filter((one) => one !== undefined && one !== null)
    return fetch(input, { ...init, headers, ...(signals.length > 0 && { signal: AbortSignal.any(signals) }) })
  }
}

/** UploadThing takes no slash in an identifier of ours. */
const idOf = (key: FileKey): string => key.replaceAll('/', '--')
const keyOf = (id: string): FileKey => id.replaceAll('--', '/')

/**
 * Files at UploadThing, found again by an identifier of ours (`customId`), so that nothing of theirs has to be kept.
 * Uploads go through a signed address, reading too.
 */
export function uploadThingStore(settings: UploadThingSettings): FileStore {
  const { token, apiUrl, ingestUrl, ufsHost, patience = usualPatience } = settings
  /** The SDK takes no signal in most of its calls, so each call gets a client of its own. It is large, and loaded when needed. */
  const client = async (signal?: AbortSignal): Promise<UTApi> => {
    const { UTApi } = await import('uploadthing/server')
    return new UTApi({
      token,
      fetch: withoutLength(() => signal) as never,
      logLevel: 'None' as never,
      defaultKeyType: 'customId',
      ...(apiUrl && { apiUrl }),
      ...(ingestUrl && { ingestUrl }),
      ...(ufsHost && { ufsHost, ufsAppIdLocation: 'path' as const }),
    })
  }
  type Work<T> = (api: UTApi, signal: AbortSignal, attempt: number) => Promise<T>
  const ask = <T>(work: Work<T>, bytes = 0): Promise<T> =>
    patiently(
      'uploadthing',
      patience,
      async (signal, attempt) => {
        try {
          return await work(await client(signal), signal, attempt)
        } catch (error) {
          if (signal.aborted) throw signal.reason
          if (error instanceof StoreFault) throw error
          throw new StoreFault('uploadthing', reasonOf(error), { cause: error })
        }
      },
      bytes,
    )

  const remove = (key: FileKey) => ask((api) => api.deleteFiles(idOf(key)))

  const urlFor = async (key: FileKey, seconds: number): Promise<string> =>
    (await (await client()).generateSignedURL(idOf(key), { expiresIn: seconds })).ufsUrl

  const get = async (key: FileKey, method: 'GET' | 'HEAD'): Promise<Response> =>
    ask(async (_, signal) => {
      const answer = await fetch(await urlFor(key, 300), { method, signal })
      if (answer.ok || answer.status === 404) return answer
      await answer.body?.cancel()
      throw new StoreFault('uploadthing', `answers ${answer.status}`, {
        isFinal: [400, 401, 403].includes(answer.status),
      })
    })

  return checkingKeys({
    name: 'uploadthing',
    put: async (key, content, { type }) => {
      const bytes = await gather(content)
      const { UTFile } = await import('uploadthing/server')
      const file = new UTFile([new Uint8Array(bytes)], idOf(key), { type, customId: idOf(key) })
      const upload: Work<void> = async (api, _, attempt) => {
        // The last try may have arrived and only its answer be lost: an identifier is taken once.
        if (attempt > 1) await api.deleteFiles(idOf(key))
        const { error } = await api.uploadFiles(file)
        if (error) throw new StoreFault('uploadthing', `took no file: ${error.message}`, { cause: error })
      }
      try {
        await ask(upload, bytes.byteLength)
      } catch (error) {
        await remove(key).catch(() => undefined)
        throw error
      }
    },
    read: async (key) => {
      const answer = await get(key, 'GET')
      return answer.status === 404 ? undefined : bytesOf('uploadthing', answer, patience.within)
    },
    delete: async (key) => {
      await remove(key)
    },
    url: (key, { seconds }) => urlFor(key, seconds),
    stat: async (key) => {
      const answer = await get(key, 'HEAD')
      return answer.status === 404 ? undefined : { size: Number(answer.headers.get('content-length') ?? 0) }
    },
    async *list(prefix) {
      for (let offset = 0; ; offset += pageSize) {
        const { files, hasMore } = await ask((api) => api.listFiles({ limit: pageSize, offset }))
        for (const { customId, size, uploadedAt, status } of files) {
          const key = customId ? keyOf(customId) : ''
          if (status === 'Uploaded' && isFileKey(key) && key.startsWith(prefix))
            yield { key, size, writtenAt: new Date(uploadedAt) }
        }
        if (!hasMore) return
      }
    },
  })
}

function reasonOf(error: unknown): string {
  const { status } = ((error as { response?: unknown }).response ?? {}) as { status?: number }
  return status ? `answers ${status}` : 'answers nothing that can be read'
}
