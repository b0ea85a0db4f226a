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

const isRow = (value: unknown): value is Values => typeof value === 'object' && value !== null

/** Related rows come filled in, depending on how the write was asked for: the entry keeps their ids. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isRow(value)) return value
  if ('id' in value && 'createdAt' in value) return value.id
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}

/** Rows that only point here, such as the products of a style, are no part of the row. */
const isJoin = (value: unknown) => isRow(value) && 'docs' in value && 'hasNextPage' in value

const spoken = (doc: Values): Values =>
  Object.fromEntries(
    Object.entries(doc)
      .filter(([name, value]) => !unspoken.has(name) && !isJoin(value))
      .map(([name, value]) => [name, plain(value)]),
  )

/** The fields that differ, as they were and as they are. */
function changesOf(earlier: Values, later: Values): { before: Values; after: Values } {
  const [before, after] = [spoken(earlier), spoken(later)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  )
  const pick = (doc: Values) => Object.fromEntries(names.map((name) => [name, doc[name] ?? null]))
  return { before: pick(before), after: pick(after) }
}

/** A password is never written down; that there is a new one is. */
const markPassword = (collection: string, context: PayloadRequest['context'], after: Values): Values =>
  collection === 'users' && context.passwordSet === 'update' ? { ...after, password: 'changed' } : after

/** What a change of a document comes to, in the words of the admin. */
function actionOf(before: Values, after: Values): string {
  if (after.deletedAt && !before.deletedAt) return 'trash'
  if (before.deletedAt && !after.deletedAt) return 'restore'
  if (after._status === before._status) return 'update'
  if (after._status === 'published') return 'publish'
  return before._status === 'published' ? 'unpublish' : 'update'
}

const byStaff = (req: PayloadRequest) => isStaff(req.user)

const afterChange: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, operation, req }) => {
  if (!byStaff(req)) return
  const isNew = operation === 'create'
  const { before, after } = isNew
    ? { before: undefined, after: spoken(doc) }
    : changesOf(previousDoc ?? {}, doc)
  await recordAudit(req, {
    action: isNew ? 'create' : actionOf(previousDoc ?? {}, doc),
    entity: collection.slug,
    entityId: String(doc.id),
    before,
    after: markPassword(collection.slug, req.context, after),
  })
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
