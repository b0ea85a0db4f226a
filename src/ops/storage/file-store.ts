/** What a file is stored under: parts of small letters, digits, `.`, `_` and `-`, divided by `/`; never twice the same. */
export type FileKey = string

export interface FileFacts {
  /** Bytes. */
  readonly size: number
}

export interface ListedFile extends FileFacts {
  readonly key: FileKey
  /** When it was written, by the clock of the store. */
  readonly writtenAt: Date
}

export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Where files are kept: the disk, S3 or UploadThing. A key is written once and then read or deleted, never written
 * over. Every call ends within its time and throws `StoreFault` when the store could not do it; nothing is half there
 * after a failed `put`. What fails for a moment is tried again inside.
 */
export interface FileStore {
  readonly name: 'disk' | 's3' | 'uploadthing'
  /** Writes a whole file. `type` is its media type. */
  put(key: FileKey, content: FileContent, how: { type: string }): Promise<void>
  /** The bytes of a file; undefined when there is none. Throws on the way when they end too early. */
  read(key: FileKey): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Deleting what is not there is no fault. */
  delete(key: FileKey): Promise<void>
  /** An address that gives the file to whoever has it, for `seconds` (at most seven days) and no longer. */
  url(key: FileKey, how: { seconds: number }): Promise<string>
  /** Undefined when there is no such file. */
  stat(key: FileKey): Promise<FileFacts | undefined>
  /** All files whose key begins with `prefix`, in no order that counts. */
  list(prefix: string): AsyncIterable<ListedFile>
}

/** The store did not do what it was asked: it is down, slow, refuses us or answers nonsense. */
export class StoreFault extends Error {
  override name = 'StoreFault'
  constructor(
    readonly store: FileStore['name'],
    what: string,
    options?: ErrorOptions & { isFinal?: boolean },
  ) {
    super(`${store}: ${what}`, options)
    this.isFinal = options?.isFinal === true
  }
  /** Trying again will not help, such as a wrong secret. */
  readonly isFinal: boolean
}

const keyShape = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/

/** May `key` be a key? Two dots or dashes in a row lead out of folders, or stand for the slash where none may be. */
export const isFileKey = (key: string): boolean =>
  key.length <= 200 && keyShape.test(key) && !key.includes('..') && !key.includes('--')

/** Throws for a key that is none: it comes from us, so this is a fault of ours. */
function requireKey(key: string): string {
  if (!isFileKey(key)) throw new RangeError(`Not a key of a file: ${JSON.stringify(key)}`)
  return key
}

/** The same store, which looks at each key before it does anything. */
export const checkingKeys = (store: FileStore): FileStore => ({
  name: store.name,
  put: async (key, content, how) => store.put(requireKey(key), content, how),
  read: async (key) => store.read(requireKey(key)),
  delete: async (key) => store.delete(requireKey(key)),
  url: async (key, how) => store.url(requireKey(key), how),
  stat: async (key) => store.stat(requireKey(key)),
  list: (prefix) => store.list(prefix),
})

const isBytes = (content: FileContent): content is Uint8Array => content instanceof Uint8Array

/** The bytes of `content` in memory. */
export async function gather(content: FileContent): Promise<Buffer> {
  if (isBytes(content)) return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts)
}

/** A whole file in memory; undefined when there is none. */
export async function readWhole(store: FileStore, key: FileKey): Promise<Buffer | undefined> {
  const content = await store.read(key)
  return content && gather(content)
}
