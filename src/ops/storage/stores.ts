import { env } from '#env'
import { diskStore } from './disk-store'
import type { FileStore } from './file-store'
import { s3Store } from './s3-store'
import { tokenOf, uploadThingStore } from './uploadthing-store'

type Choice = 'media' | 'backups'

const onDisk = (): FileStore =>
  diskStore({ folder: env.MOLINI_DATA_DIR, secret: env.PAYLOAD_SECRET, origin: env.NEXT_PUBLIC_APP_URL })

function onS3(bucket: string): FileStore {
  const { S3_REGION = 'us-east-1', S3_ENDPOINT, S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' } = env
  return s3Store({
    bucket,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT }),
  })
}

function atUploadThing(): FileStore | undefined {
  const { UPLOADTHING_SECRET, UPLOADTHING_APP_ID, UPLOADTHING_REGION } = env
  const {
    UPLOADTHING_API_URL: apiUrl,
    UPLOADTHING_INGEST_URL: ingestUrl,
    UPLOADTHING_UFS_HOST: ufsHost,
  } = env
  const token =
    env.UPLOADTHING_TOKEN ??
    (UPLOADTHING_SECRET && UPLOADTHING_APP_ID
      ? tokenOf(UPLOADTHING_SECRET, UPLOADTHING_APP_ID, UPLOADTHING_REGION)
      : undefined)
  if (!token) return undefined
  return uploadThingStore({
    token,
    ...(apiUrl && { apiUrl }),
    ...(ingestUrl && { ingestUrl }),
    ...(ufsHost && { ufsHost }),
  })
}

const makers: Record<Choice, () => FileStore> = {
  media: () => atUploadThing() ?? (env.S3_BUCKET ? onS3(env.S3_BUCKET) : onDisk()),
  backups: () => {
    const bucket = env.BACKUP_S3_BUCKET ?? env.S3_BUCKET
    return bucket ? onS3(bucket) : onDisk()
  },
}

const made = new Map<Choice, FileStore>()

/**
 * Where files of this kind are kept, by the environment. Pictures: UploadThing, else S3, else the data directory. Backups:
 * S3, in a bucket of their own where one is named, else the data directory.
 */
export function storeOf(choice: Choice): FileStore {
  const known = made.get(choice) ?? makers[choice]()
  made.set(choice, known)
  return known
}

/** For tests that change the environment. */
export const forgetStores = (): void => made.clear()
