import { createHash } from 'node:crypto'

/** Widths that pages ask for; any other would let a stranger fill the disk. */
export const imageWidths = [160, 320, 480, 640, 800, 1000, 1200, 1600, 2400] as const
export type ImageWidth = (typeof imageWidths)[number]

export const imageTypes = { avif: 'image/avif', jpg: 'image/jpeg', webp: 'image/webp' } as const
export type ImageFormat = keyof typeof imageTypes

export interface ImageName {
  readonly width: ImageWidth
  readonly format: ImageFormat
}

/** The picture as it was uploaded; sizes are made from it. */
export interface Master {
  readonly id: string
  readonly filename: string
  /** Where its file lies in the store; null under its name. */
  readonly key: string | null
  /** Changes whenever the file behind the id does. */
  readonly version: string
}

const isFormat = (text: string): text is ImageFormat => Object.hasOwn(imageTypes, text)

/** `800.webp` as width and format; undefined for anything that is not exactly that. */
export function parseImageName(file: string): ImageName | undefined {
  const [, digits = '', format = ''] = /^([1-9]\d{2,3})\.([a-z]{3,4})$/.exec(file) ?? []
  const width = imageWidths.find((known) => String(known) === digits)
  return width !== undefined && isFormat(format) ? { width, format } : undefined
}

const pictureName = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:-([0-9a-f]{8,14}))?$/

/** A picture's part of an address: the id of its row and, where it may be kept for ever, the version of its file. */
export function parsePictureName(name: string): { id: string; version?: string } | undefined {
  const [, id, version] = pictureName.exec(name) ?? []
  return id === undefined ? undefined : { id, ...(version !== undefined && { version }) }
}

/** What a made picture is called on the disk: the same master, size and format always give the same name. */
export function imageKey({ id, filename, version }: Master, { width, format }: ImageName): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([id, filename, version]))
    .digest('hex')
    .slice(0, 16)
  return `${id}-${hash}-${width}.${format}`
}
