import { staffRest } from './staff'

interface Verbs {
  create?: boolean
  read?: boolean
  readVersions?: boolean
}

interface Rights {
  collections: Record<string, Verbs>
  globals: Record<string, Verbs>
}

/** Views of ours that belong to no collection. */
const ownScreens = ['/admin', '/admin/account', '/admin/operations', '/admin/second-factor']

/** Books of Payload's and ours that have no screen of their own. */
const unlisted = [
  'payload-migrations',
  'payload-preferences',
  'payload-locked-documents',
  'payload-kv',
  'payload-jobs',
  'order-notes',
]

/**
 * Every screen of the admin that an owner can open, by what the shop says of its collections and globals: each list, the
 * form of something new, one document and its versions.
 */
export async function adminScreens(): Promise<string[]> {
  const rest = await staffRest()
  const get = async (path: string) => rest(path, {}, 'GET')
  const { collections, globals } = (await get('/access')) as unknown as Rights
  const firstOf = async (slug: string): Promise<string | undefined> => {
    const { docs } = (await get(`/${slug}?limit=1&depth=0`)) as { docs: { id: string }[] }
    return docs[0]?.id
  }
  const screens = [...ownScreens]
  for (const [slug, can] of Object.entries(collections)) {
    if (!can.read || unlisted.includes(slug)) continue
    const list = `/admin/collections/${slug}`
    screens.push(list)
    if (can.create) screens.push(`${list}/create`)
    const id = await firstOf(slug)
    if (!id) continue
    screens.push(`${list}/${id}`)
    if (can.readVersions) screens.push(`${list}/${id}/versions`)
  }
  for (const [slug, can] of Object.entries(globals)) {
    if (!can.read) continue
    screens.push(`/admin/globals/${slug}`)
    if (can.readVersions) screens.push(`/admin/globals/${slug}/versions`)
  }
  return screens
}
