import { categories, categoryPath } from '../catalogue/categories'
import { careGoods } from '../catalogue/goods'
import { styles } from '../catalogue/styles'
import type { Category } from '../catalogue/types'
import { idsBy, insertDocument, type Fields, type Seeding } from './documents'
import { pictureKey } from './picture-list'

/** The best-known product below a node stands for it. */
export function leadOf(category: string): string | undefined {
  const all = [...styles, ...careGoods]
  return all
    .filter(({ categories: leaves }) => leaves.some((leaf) => categoryPath(leaf).includes(category)))
    .flatMap(({ colourways }): readonly { slug: string; popularity: number }[] => colourways)
    .toSorted((a, b) => b.popularity - a.popularity || a.slug.localeCompare(b.slug))[0]?.slug
}

function fieldsOf(
  { slug, name, description, parent, order }: Category,
  ids: ReadonlyMap<string, string>,
  media: ReadonlyMap<string, string>,
): Fields {
  const lead = leadOf(slug)
  return {
    name,
    slug,
    description,
    order,
    parent: parent === undefined ? null : ids.get(parent),
    path: categoryPath(slug).join('/'),
    picture: lead === undefined ? null : media.get(pictureKey(lead, 'side')),
  }
}

/** The tree, from the root down. Ids of categories by slug. */
export async function seedCategories(
  seeding: Seeding,
  media: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const known = await idsBy(seeding, 'categories', 'slug')
  const downwards = categories.toSorted((a, b) => categoryPath(a.slug).length - categoryPath(b.slug).length)
  for (const category of downwards)
    if (!known.has(category.slug))
      known.set(category.slug, await insertDocument(seeding, 'categories', fieldsOf(category, known, media)))
  return known
}
