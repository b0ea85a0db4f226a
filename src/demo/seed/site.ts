import { categories, categoryHref } from '../catalogue/categories'
import { announcement, footerColumns, footerText, mainNavigation } from '../catalogue/navigation'
import type { NavigationItem } from '../catalogue/types'
import { sql } from '@payloadcms/db-postgres'
import type { GlobalSlug } from 'payload'
import { rowsOf } from '#services/transaction'
import { newRowId, type Fields, type Seeding } from './documents'

/** Names of the lists below an entry of the menu, from the top down. */
const levels = ['groups', 'links'] as const

const slugOf = new Map(categories.map(({ slug }) => [categoryHref(slug), slug]))

/** An entry that leads to a category keeps the category, so that the link follows its slug. */
function entry(
  { label, href, children }: NavigationItem,
  ids: ReadonlyMap<string, string>,
  depth: number,
): Fields {
  const slug = slugOf.get(href)
  const category = slug === undefined ? null : (ids.get(slug) ?? null)
  const below = levels[depth]
  return {
    id: newRowId(),
    label,
    category,
    href: category ? null : href,
    ...(below ? { [below]: (children ?? []).map((child) => entry(child, ids, depth + 1)) } : {}),
  }
}

const navigation = (ids: ReadonlyMap<string, string>): Fields => ({
  items: mainNavigation.map((item) => entry(item, ids, 0)),
})

const footer = (ids: ReadonlyMap<string, string>): Fields => ({
  columns: footerColumns.map(({ heading, links }) => ({
    id: newRowId(),
    heading,
    links: links.map((link) => entry(link, ids, levels.length)),
  })),
  smallPrint: footerText,
})

const settings: Fields = {
  name: 'Molini',
  timezone: 'Europe/Rome',
  announcement,
  contactEmail: 'orders@molini.example',
  legal: {
    company: 'Molini Calzature S.r.l.',
    address: 'Via dell’Acquedotto 12\n34121 Trieste\nItaly',
    // The digits of a VAT number that no office gives out.
    vatNumber: 'IT00000000000',
  },
  returnDays: 30,
  lowStockAt: 3,
  payment: {
    manual: true,
    cashOnDelivery: true,
    accountHolder: 'Molini Calzature S.r.l.',
    // The example account of the Italian IBAN registry entry.
    iban: 'IT60X0542811101000000123456',
    bic: 'BPMOIT22XXX',
    bank: 'Banca d’esempio',
  },
  holds: { cardMinutes: 30, bankTransferDays: 7 },
}

async function fillOnce({ req, tx }: Seeding, slug: GlobalSlug, table: string, data: Fields): Promise<void> {
  const rows = await rowsOf(tx, sql`SELECT id FROM ${sql.identifier(table)} LIMIT 1`)
  if (rows.length === 0) await req.payload.db.createGlobal({ slug, data, req, returning: false })
}

/** Menu, footer and settings, each only when nobody has saved it yet. */
export async function seedSite(seeding: Seeding, categoryIds: ReadonlyMap<string, string>): Promise<void> {
  await fillOnce(seeding, 'navigation', 'navigation', navigation(categoryIds))
  await fillOnce(seeding, 'footer', 'footer', footer(categoryIds))
  await fillOnce(seeding, 'shop-settings', 'shop_settings', settings)
}
