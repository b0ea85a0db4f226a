import type { Endpoint, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { isStaff } from './access'

type Check = (args: { req: { user: unknown } }) => unknown

/** As it was for staff, closed for everybody else: by default any signed-in user of any kind counts. */
const staffAlone =
  (check: Check | undefined): Check =>
  (args) =>
    isStaff(args.req.user) && check ? check(args) : false

const refused = () => Response.json({ errors: [{ message: 'You may not do this.' }] }, { status: 403 })

const forStaff = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: (req) => (isStaff(req.user) ? endpoint.handler(req) : refused()),
})

function close(collection: SanitizedCollectionConfig): void {
  const access = collection.access as unknown as Record<string, Check | undefined>
  const operations = new Set([...Object.keys(access), 'create', 'read', 'update', 'delete', 'readVersions'])
  for (const operation of operations) access[operation] = staffAlone(access[operation])
  if (collection.endpoints) collection.endpoints = collection.endpoints.map(forStaff)
}

/**
 * Payload's own collections (locked documents, preferences, jobs, keys, migrations) are added after every plugin, with
 * access for any signed-in user; a shopper is one. Nothing of theirs is for shoppers or strangers.
 */
export async function closeSystemCollections(config: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const built = await config
  built.collections.filter(({ slug }) => slug.startsWith('payload-')).forEach(close)
  return built
}
