import type { ProductView, VideoView } from '#domain/views'
import { Picture } from './picture'
import type { Shop } from './shop'

const leadSizes = '(min-width: 1600px) 1000px, (min-width: 1024px) 60vw, 100vw'
const restSizes = '(min-width: 1600px) 500px, (min-width: 1024px) 30vw, 100vw'

const wordsFor = ({ t }: Shop): string =>
  JSON.stringify({
    close: t('product.closePicture'),
    next: t('product.nextPicture'),
    previous: t('product.previousPicture'),
    zoom: t('product.zoomPicture'),
    of: t('product.pictureOf', { place: '{place}', count: '{count}' }),
  })

/** Nothing of it is loaded before somebody plays it but the poster; the browser's own controls work everywhere. */
const Video = ({ shop, video }: { shop: Shop; video: VideoView }) => (
  <video
    controls
    playsInline
    preload="none"
    poster={`/media/${video.poster.id}/1000.webp`}
    width={video.poster.width}
    height={video.poster.height}
    aria-label={shop.t('product.video', { alt: video.alt })}
  >
    <source src={video.url} type={video.type} />
    {video.captions && (
      <track
        kind="captions"
        src={video.captions}
        srcLang={shop.market.locale}
        label={shop.t('product.captions')}
        default
      />
    )}
  </video>
)

/** Pictures are links to themselves; the script shows them in place. A video stands after them. */
export function Gallery({
  shop,
  images,
  video,
}: {
  shop: Shop
  images: ProductView['images']
  video?: VideoView
}) {
  return (
    <shoe-gallery className="gallery" data-words={wordsFor(shop)}>
      {images.map((image, index) => (
        <a
          key={`${image.view} ${image.id}`}
          href={image.id ? `/media/${image.id}/1600.webp` : image.url}
          data-place={images.length > 1 ? `${index + 1} / ${images.length}` : undefined}
          aria-label={shop.t('product.enlarge', { alt: image.alt })}
        >
          <Picture image={image} sizes={index === 0 ? leadSizes : restSizes} lead={index === 0} />
        </a>
      ))}
      {video && <Video shop={shop} video={video} />}
    </shoe-gallery>
  )
}
