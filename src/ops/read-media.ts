import { DomainError } from '#domain/errors'
import { keyOfMedia, type MediaFile } from './media-key'
import { isFileKey, readWhole, StoreFault } from './storage/file-store'
import { storeOf } from './storage/stores'

/** The bytes of a picture or video, a few megabytes. Throws `media.not-found` when its file is not there, `unavailable` when the store is away. */
export async function readMedia(media: MediaFile): Promise<Buffer> {
  const key = keyOfMedia(media)
  try {
    const bytes = isFileKey(key) ? await readWhole(storeOf('media'), key) : undefined
    if (bytes) return bytes
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    throw Object.assign(new DomainError('unavailable', { retryAfter: 5 }), { cause: error })
  }
  throw new DomainError('media.not-found')
}
