import {
  APIError,
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
} from 'payload'
import { moveBelow, placeCategory, whyKept } from '#services/place-category'

const idOf = (value: unknown): string | null =>
  value && typeof value === 'object' ? String((value as { id: unknown }).id) : ((value as string) ?? null)

const refuse = (message: string): never => {
  throw new APIError(message, 409, undefined, true)
}

/** The path follows from slug and parent, whatever was sent; a place the tree has not is refused at its field. */
export const keepPath: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = originalDoc?.id as string | undefined
  if (id && data.deletedAt && !originalDoc.deletedAt) {
    const kept = await whyKept(req, id)
    if (kept) return refuse(kept)
  }
  const parent = idOf(data.parent === undefined ? originalDoc?.parent : data.parent)
  const placed = await placeCategory(req, { id, slug: data.slug ?? originalDoc?.slug, parent })
  if ('path' in placed) return { ...data, path: placed.path }
  const errors = [{ path: 'parent', message: placed.refusal }]
  throw new ValidationError({ collection: 'categories', errors, id, req }, req.t)
}

/** What lies below moves along, and old addresses lead to the new ones. */
export const followPath: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const [before, now] = [previousDoc?.path, doc.path] as (string | null | undefined)[]
  if (before && now && before !== now) await moveBelow(req, doc.id, before)
  return doc
}

export const refuseFullDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const kept = await whyKept(req, String(id))
  if (kept) refuse(kept)
}
