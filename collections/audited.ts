import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  CollectionSlug,
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

/** Neither a password nor a key of the API is ever written down; that it is not what it was is. */
const markSecrets = (collection: string, context: PayloadRequest['context'], after: Values): Values =>
  collection === 'users'
    ? {
        ...after,
        ...(context.passwordSet === 'update' && { password: 'changed' }),
        ...(context.apiKeySet === 'update' && { apiKey: 'changed' }),
      }
    : after

const byStaff = (req: PayloadRequest) => isStaff(req.user)

interface Step {
  before: Values
  after: Values
  /** Whether shoppers saw it: what Payload gives as the earlier document may be a draft beside the published one. */
  wasLive: boolean
  isLive: boolean
}

/** What a change of a document comes to, in the words of the admin. */
function actionOf({ before, after, wasLive, isLive }: Step): string {
  if (after.deletedAt && !before.deletedAt) return 'trash'
  if (before.deletedAt && !after.deletedAt) return 'restore'
  if (wasLive && !isLive) return 'unpublish'
  return after._status === 'published' && before._status !== 'published' ? 'publish' : 'update'
}

async function isPublished(req: PayloadRequest, collection: CollectionSlug, id: string): Promise<boolean> {
  const where = { id: { equals: id } }
  const row = await req.payload.db.findOne<Values & { id: string }>({
    collection,
    where,
    select: { _status: true },
    req,
  })
  return row?._status === 'published'
}

const liveKey = (collection: string, id: unknown) => `audited ${collection} ${String(id)}`

const noteLive: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation === 'update' && byStaff(req))
    req.context[liveKey(collection.slug, originalDoc?.id)] = await isPublished(
      req,
      collection.slug,
      String(originalDoc?.id),
    )
  return data
}

const afterChange: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, operation, req }) => {
  if (!byStaff(req)) return
  const entry = { entity: collection.slug, entityId: String(doc.id) }
  if (operation === 'create')
    return recordAudit(req, {
      action: 'create',
      ...entry,
      after: markSecrets(collection.slug, req.context, spoken(doc)),
    })
  const wasLive = req.context[liveKey(collection.slug, doc.id)] === true
  const isLive = wasLive && (await isPublished(req, collection.slug, entry.entityId))
  const { before, after } = changesOf(previousDoc ?? {}, doc)
  await recordAudit(req, {
    action: actionOf({ before: previousDoc ?? {}, after: doc, wasLive, isLive }),
    ...entry,
    before,
    after: markSecrets(collection.slug, req.context, after),
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
    ...(collection.versions && {
      beforeChange: [...(collection.hooks?.beforeChange ?? []), noteLive],
    }),
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
