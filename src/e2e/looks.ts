import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/** Kept at a quarter: another version of a browser smooths letters otherwise, and nobody means that. */
const scale = 4
/** Pixels of the kept picture. */
const tile = 8
/** Of 255, on average over a tile and its three colours. */
const unlike = 20
/** A date or a number may differ; a part of the page may not. */
const mayDiffer = 0.01

const kept = join(import.meta.dirname, 'looks')

const small = async (png: Buffer): Promise<Buffer> => {
  const { width = 0 } = await sharp(png).metadata()
  return sharp(png)
    .resize({ width: Math.round(width / scale), kernel: 'lanczos3' })
    .removeAlpha()
    .webp({ quality: 90 })
    .toBuffer()
}

interface Raw {
  data: Buffer
  info: { width: number; height: number }
}

const rawOf = (picture: Buffer): Promise<Raw> =>
  sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })

/** The share of tiles that look otherwise, 0 to 1; 1 for pictures of another size. */
export function shareUnlike(one: Raw, other: Raw): number {
  const { width, height } = one.info
  if (width !== other.info.width || height !== other.info.height) return 1
  const [across, down] = [Math.ceil(width / tile), Math.ceil(height / tile)]
  const sums = new Float64Array(across * down)
  for (let at = 0; at < one.data.length; at += 1) {
    const pixel = Math.floor(at / 3)
    const place = Math.floor(Math.floor(pixel / width) / tile) * across + Math.floor((pixel % width) / tile)
    sums[place] = (sums[place] ?? 0) + Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0))
  }
  return sums.filter((sum) => sum / (tile * tile * 3) > unlike).length / sums.length
}

/**
 * Compares what is seen with what was kept under this name, and says what is wrong. What is not there yet, or was taken
 * away to be kept anew, is kept, and said too, so that somebody looks at it before the next run takes it for right.
 */
export async function compareLook(name: string, png: Buffer): Promise<string | undefined> {
  const file = join(kept, `${name}.webp`)
  const now = await small(png)
  if (!existsSync(file)) {
    mkdirSync(kept, { recursive: true })
    await sharp(now).toFile(file)
    return `${name}: kept for the first time; look at it`
  }
  const share = shareUnlike(await rawOf(await readFile(file)), await rawOf(now))
  if (share <= mayDiffer) return undefined
  const seen = join(mkdtempSync(join(tmpdir(), 'molini-look-')), `${name}.png`)
  await sharp(png).toFile(seen)
  return `${name}: ${(share * 100).toFixed(1)} % of it looks otherwise; as it is now: ${seen}`
}
