import type { ImageView, ProductView, VideoView } from '#domain/views'
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

interface TurnProps {
  shop: Shop
  frames: readonly [ImageView, ...ImageView[]]
  /** What it is, where it is no shoe. */
  kind: ProductView['kind']
}

/** Its first picture alone until somebody asks for the rest; without script it is a picture like the others. */
function Turn({ shop: { t }, frames, kind }: TurnProps) {
  const words = {
    of: t('product.turned', { degrees: '{degrees}' }),
    close: t('product.closeTurn'),
    loaded: t('product.turnLoaded'),
  }
  return (
    <shoe-turn data-frames={frames.map(({ id }) => id).join(' ')} data-words={JSON.stringify(words)}>
      <Picture image={frames[0]} sizes={restSizes} />
      <button type="button" className="button second" data-turn data-failed={t('product.turnFailed')}>
        {t(kind ? 'product.turnThing' : 'product.turn')}
      </button>
    </shoe-turn>
  )
}

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

/** Pictures are links to themselves; the script shows them in place. A turn and a video stand after them. */
export function Gallery({
  shop,
  product: { kind, images, turn: [first, ...rest] = [], video },
}: {
  shop: Shop
  product: ProductView
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
      {first && <Turn shop={shop} frames={[first, ...rest]} kind={kind} />}
      {video && <Video shop={shop} video={video} />}
    </shoe-gallery>
  )
}
