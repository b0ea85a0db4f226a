import type { ImageView } from '#domain/views'

const widths = [320, 480, 640, 800, 1000, 1200, 1600]

const srcSetOf = (id: string): string =>
  widths.map((width) => `/media/${id}/${width}.webp ${width}w`).join(', ')

interface PictureProps {
  image: ImageView
  /** The `sizes` attribute: how wide the picture is drawn. */
  sizes: string
  /** The picture that is seen first: fetched at once and before others. */
  lead?: boolean
  /** Decoration beside words that say the same. */
  silent?: boolean
}

export function Picture({ image, sizes, lead = false, silent = false }: PictureProps) {
  return (
    <img
      src={image.id ? `/media/${image.id}/800.webp` : image.url}
      srcSet={image.id ? srcSetOf(image.id) : undefined}
      sizes={image.id ? sizes : undefined}
      width={image.width || 1600}
      height={image.height || 1600}
      alt={silent ? '' : image.alt}
      loading={lead ? 'eager' : 'lazy'}
      fetchPriority={lead ? 'high' : undefined}
      decoding={lead ? 'sync' : 'async'}
    />
  )
}
