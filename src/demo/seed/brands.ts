import { brands } from '../catalogue/brands'
import type { Brand, SafetyContact, SizeOverride } from '../catalogue/types'
import { idOf, idsBy, insertDocument, newRowId, type Fields, type Seeding } from './documents'
import type { Sizes } from './sizes'

const maker = ({ responsible: _, ...address }: SafetyContact): Fields => address

const overrideOf = ({ points }: Sizes, { point, ...labels }: SizeOverride): Fields => ({
  id: newRowId(),
  size: idOf(points, `adult/${point}`, 'size'),
  ...labels,
})

const fieldsOf = (brand: Brand, sizes: Sizes): Fields => ({
  name: brand.name,
  slug: brand.slug,
  story: brand.story,
  warnings: brand.warnings,
  manufacturer: maker(brand.safety),
  responsible: brand.safety.responsible ?? {},
  sizeOverrides: (brand.sizeOverrides ?? []).map((override) => overrideOf(sizes, override)),
})

/** Ids of brands by slug. */
export async function seedBrands(seeding: Seeding, sizes: Sizes): Promise<Map<string, string>> {
  const known = await idsBy(seeding, 'brands', 'slug')
  for (const brand of brands)
    if (!known.has(brand.slug))
      known.set(brand.slug, await insertDocument(seeding, 'brands', fieldsOf(brand, sizes)))
  return known
}
