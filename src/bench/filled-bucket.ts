import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startS3Double, type S3Double } from '../ops/storage/testing/s3-double'

/** A bucket with the pictures of a data directory, as if the shop had always kept them there. */
export async function startFilledBucket(dataDir: string): Promise<S3Double> {
  const bucket = await startS3Double()
  for (const name of readdirSync(join(dataDir, 'media')))
    bucket.files.set(`media/${name}`, {
      ...{ bytes: readFileSync(join(dataDir, 'media', name)), type: 'image/webp', at: new Date() },
    })
  return bucket
}
