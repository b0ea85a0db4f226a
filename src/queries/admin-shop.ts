import type { PayloadRequest } from 'payload'

export interface ShopForStaff {
  timezone: string
  /** Sizes with this many free pairs or fewer are low. */
  lowStockAt: number
}

/** The two settings that screens of the admin calculate with. */
export async function getShopForStaff(req: PayloadRequest): Promise<ShopForStaff> {
  const settings = await req.payload.findGlobal({
    slug: 'shop-settings',
    depth: 0,
    overrideAccess: true,
    req,
    select: { timezone: true, lowStockAt: true },
  })
  return { timezone: knownZone(settings.timezone), lowStockAt: settings.lowStockAt ?? 3 }
}

function knownZone(zone: string | null | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone ?? 'Europe/Rome' }).resolvedOptions().timeZone
  } catch {
    return 'Europe/Rome'
  }
}
