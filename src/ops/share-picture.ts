import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { env } from '#env'
import { readImage } from './images'
import type { Master } from './images-name'
import { makeOnce } from './images-queue'
import { linesOf, outline } from './share-lettering'

/** What is shown of a page where somebody shares it. Source: the Open Graph protocol; 1.91 to 1. */
export const shareWidth = 1200
export const shareHeight = 630

export interface ShareFacts {
  title: string
  /** Brand and colour, or what the shop says of itself. */
  note: string
  picture?: Master
}

/** Raised with each change of the drawing. */
const edition = 1
const colours = { paper: '#f7f3ec', ink: '#1d1916', muted: '#62584c', line: '#d9d0c1' }
const edge = 64

/** The words: beside a picture in a column, else over the whole width. */
function lettering({ title, note, picture }: ShareFacts): string {
  const width = (picture ? shareWidth - shareHeight : shareWidth) - 2 * edge
  const heading = { family: 'display', size: picture ? 60 : 92 } as const
  const small = { family: 'text', size: 27 } as const
  const { ink, muted, line } = colours
  const lines = linesOf(title, heading, { width, most: 3 })
  const notes = linesOf(note, small, { width, most: 2 })
  const step = heading.size * 1.1
  const top = shareHeight - edge - notes.length * 38 - 20 - (lines.length - 1) * step
  const words = [
    outline('Molini', { family: 'display', size: 36 }, { x: edge, y: edge + 26, fill: ink }),
    ...lines.map((text, at) => outline(text, heading, { x: edge, y: top + at * step, fill: ink })),
    ...notes.map((text, at) =>
      outline(text, small, { x: edge, y: shareHeight - edge - (notes.length - 1 - at) * 38, fill: muted }),
    ),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${shareWidth}" height="${shareHeight}">
    <rect x="${edge}" y="${edge + 58}" width="${width}" height="1" fill="${line}"/>${words.join('')}</svg>`
}

async function draw(facts: ShareFacts, master: Buffer | undefined): Promise<Buffer> {
  const layers = [{ input: Buffer.from(lettering(facts)), top: 0, left: 0 }]
  if (master) {
    const input = await sharp(master).resize(shareHeight, shareHeight, { fit: 'cover' }).toBuffer()
    layers.unshift({ input, top: 0, left: shareWidth - shareHeight })
  }
  return sharp({
    create: { width: shareWidth, height: shareHeight, channels: 3, background: colours.paper },
  })
    .composite(layers)
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer()
}

/** Whole or not at all; a disk that may not be written costs speed alone. */
async function keep(path: string, picture: Buffer): Promise<void> {
  const half = `${path}.${process.pid}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(half, picture)
    await rename(half, path)
  } catch {
    await rm(half, { force: true })
  }
}

/** The name under which a share picture is kept: the same facts always give the same. */
export const shareKey = ({ title, note, picture }: ShareFacts): string =>
  createHash('sha256')
    .update(JSON.stringify([edition, title, note, picture?.id, picture?.version]))
    .digest('hex')
    .slice(0, 32)

/**
 * A JPEG of 1200 by 630: from the disk, or made now and kept there. Throws `media.not-found` without the picture's file,
 * `unavailable` when too many pictures wait to be made.
 */
export async function readSharePicture(facts: ShareFacts): Promise<Buffer> {
  const key = shareKey(facts)
  const path = join(env.MOLINI_DATA_DIR, 'images', 'share', `${key}.jpg`)
  const kept = await readFile(path).catch(() => undefined)
  if (kept) return kept
  // It waits for a turn of its own first: whoever holds one may not wait for another.
  const master = facts.picture && (await readImage(facts.picture, { width: 800, format: 'jpg' }))
  return makeOnce(`share-${key}`, async () => {
    const picture = await draw(facts, master)
    await keep(path, picture)
    return picture
  })
}
