import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  GlobalAfterChangeHook,
  GlobalConfig,
  PayloadRequest,
  Plugin,
} from 'payload'
import { recordAudit } from '#services/audit'
import { isStaff } from './access'

type Values = Record<string, unknown>

/** Never written down, not even encrypted; and what changes by itself. */
const unspoken = new Set([
  'password',
  'hash',
  'salt',
  'apiKey',
  'apiKeyIndex',
  'sessions',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'updatedAt',
  'createdAt',
  'secretHash',
])

const spoken = (doc: Values): Values =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => !unspoken.has(name)))

/** The fields that differ, as they were and as they are. */
function changesOf(before: Values, after: Values): { before: Values; after: Values } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !unspoken.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const pick = (doc: Values) => Object.fromEntries(names.map((name) => [name, doc[name] ?? null]))
  return { before: pick(before), after: pick(after) }
}

const byStaff = (req: PayloadRequest) => isStaff(req.user)

const afterChange: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, operation, req }) => {
  if (!byStaff(req)) return
  const isNew = operation === 'create'
  const changes = isNew ? { before: undefined, after: spoken(doc) } : changesOf(previousDoc ?? {}, doc)
  await recordAudit(req, { action: operation, entity: collection.slug, entityId: String(doc.id), ...changes })
}

const afterDelete: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  if (byStaff(req))
    await recordAudit(req, {
      action: 'delete',
      entity: collection.slug,
      entityId: String(id),
      before: spoken(doc),
    })
}

const afterGlobalChange: GlobalAfterChangeHook = async ({ global, doc, previousDoc, req }) => {
  if (byStaff(req))
    await recordAudit(req, { action: 'update', entity: global.slug, ...changesOf(previousDoc ?? {}, doc) })
}

const audit = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), afterDelete],
  },
})

const auditGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, afterChange: [...(global.hooks?.afterChange ?? []), afterGlobalChange] },
})

/** Every write by a person in the admin leaves an audit entry, in the transaction of the write, whatever the collection. */
export const audited: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(audit),
  globals: config.globals?.map(auditGlobal),
})
