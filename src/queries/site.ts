import { getPayload } from 'payload'
import config from '#config'
import type { Footer, Navigation } from '#types'
import { cached } from '#cache'
import type { FooterView, NavigationItem, ShopSettingsView } from '#domain/content-views'
import { announcementIn, freePlace } from '#domain/announcement'
import { markets, type MarketId } from '#domain/markets'
import { getCategories, type CategoryRow } from './categories'
import { freeDeliveryFrom } from './free-delivery'
import { without } from './shape'

const read = async (market: MarketId) => ({
  payload: await getPayload({ config }),
  how: { locale: markets[market].locale, fallbackLocale: 'en' as const, depth: 0, overrideAccess: true },
})

interface Entry {
  label: string
  category?: unknown
  href?: string | null
}

const hrefOf = ({ category, href }: Entry, categories: readonly CategoryRow[]): string | undefined => {
  const row = categories.find(({ id }) => id === category)
  return row ? `/c/${row.path}` : (href ?? undefined)
}

/** The main navigation: three levels, an item without a link only opens what is below it. */
export const getNavigation = (market: MarketId): Promise<NavigationItem[]> =>
  cached(['navigation', market], ['site', 'categories'], async () => {
    const { payload, how } = await read(market)
    const [navigation, categories] = await Promise.all([
      payload.findGlobal({ slug: 'navigation', ...how, overrideAccess: true }),
      getCategories(markets[market]),
    ])
    const item = (entry: Entry, children: NavigationItem[]): NavigationItem => ({
      label: entry.label,
      ...without({ href: hrefOf(entry, categories) }),
      children,
    })
    return ((navigation as Navigation).items ?? []).map((top) =>
      item(
        top,
        (top.groups ?? []).map((group) =>
          item(
            group,
            (group.links ?? []).map((link) => item(link, [])),
          ),
        ),
      ),
    )
  })

export const getFooter = (market: MarketId): Promise<FooterView> =>
  cached(['footer', market], ['site', 'categories'], async () => {
    const { payload, how } = await read(market)
    const [footer, categories] = await Promise.all([
      payload.findGlobal({ slug: 'footer', ...how, overrideAccess: true }),
      getCategories(markets[market]),
    ])
    const { columns, smallPrint } = footer as Footer
    return {
      columns: (columns ?? []).map(({ heading, links }) => ({
        heading,
        links: (links ?? []).flatMap((link) => {
          const href = hrefOf(link, categories)
          return href ? [{ label: link.label, href }] : []
        }),
      })),
      ...without({ smallPrint }),
    }
  })

async function announcementOf(market: MarketId, line: string): Promise<string | undefined> {
  const freeFrom = line.includes(freePlace) ? await freeDeliveryFrom(market) : undefined
  return announcementIn(markets[market], line, freeFrom)
}

export const getShopSettings = (market: MarketId): Promise<ShopSettingsView> =>
  cached(['settings', market], ['site'], async () => {
    const { payload, how } = await read(market)
    const settings = await payload.findGlobal({ slug: 'shop-settings', ...how, overrideAccess: true })
    const { accountHolder, iban, bic, bank } = settings.payment ?? {}
    const announcement = await announcementOf(market, settings.announcement ?? '')
    return {
      name: settings.name,
      timezone: settings.timezone,
      ...without({ announcement, contactEmail: settings.contactEmail }),
      delivery: {
        home: settings.delivery?.country ?? 'IT',
        cutOff: settings.delivery?.cutOff ?? '14:00',
        handling: settings.delivery?.handlingDays ?? 0,
      },
      returnDays: settings.returnDays ?? 14,
      offline: settings.offline !== false,
      privacy: {
        analytics: settings.privacy?.analytics === true,
        edition: settings.privacy?.edition ?? 1,
        ...without({ script: settings.privacy?.script }),
      },
      legal: without({ ...settings.legal }),
      bank: without({ accountHolder, iban, bic, bank }),
    }
  })
