import { DomainError } from '#domain/errors'
import { isMarketId, marketPath, markets } from '#domain/markets'
import { respond } from '#ops/respond'
import { wordsOf } from '../../words'

export const dynamic = 'force-dynamic'

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** `/manifests/<market>.webmanifest`: how the shop is installed, in the words of the market. Source: W3C Web App Manifest. */
export const GET = (_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> =>
  respond(async () => {
    const [, id] = /^([a-z]{2})\.webmanifest$/.exec((await params).file) ?? []
    if (!isMarketId(id)) throw new DomainError('resource.not-found')
    const t = wordsOf(id)
    const home = marketPath(id, '/')
    const manifest = {
      id: home,
      name: 'Molini',
      short_name: 'Molini',
      description: t('seo.description'),
      lang: markets[id].formatLocale,
      start_url: home,
      scope: '/',
      display: 'standalone',
      background_color: '#f7f3ec',
      theme_color: '#f7f3ec',
      icons: [
        icon('icon-192', 192, 'any'),
        icon('icon-512', 512, 'any'),
        icon('icon-maskable-512', 512, 'maskable'),
      ],
      shortcuts: [{ name: t('nav.bag'), url: marketPath(id, '/cart') }],
    }
    return new Response(JSON.stringify(manifest), {
      headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=3600' },
    })
  })
