import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { APIError, ValidationError } from 'payload'
import { drawFaults } from '#services/draw-faults'

const nameOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? String((value as { en?: string }).en ?? '')
      : ''

/** A product without a title of its own is called by its style and colour. */
export const titleFromStyle: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const style = data.style ?? originalDoc?.style
  if (data.title || !style) return data
  const found = await req.payload.findByID({
    collection: 'styles',
    id: typeof style === 'object' ? style.id : style,
    depth: 0,
    draft: true,
    overrideAccess: true,
    req,
    select: { name: true },
  })
  return {
    ...data,
    title: [found.name, nameOf(data.colour ?? originalDoc?.colour)].filter(Boolean).join(' '),
  }
}

/** A product uses the size scale of its style, unless somebody chose its scales. */
export const scaleFromStyle: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const style = data.style ?? originalDoc?.style
  const chosen = data.variantTypes ?? originalDoc?.variantTypes
  if (!style || (Array.isArray(chosen) && chosen.length > 0)) return data
  const { sizeScale } = await req.payload.findByID({
    collection: 'styles',
    id: typeof style === 'object' ? style.id : style,
    depth: 0,
    draft: true,
    overrideAccess: true,
    req,
    select: { sizeScale: true },
  })
  return sizeScale ? { ...data, variantTypes: [sizeScale] } : data
}

/** Sizes, ledger and orders point at a product: it goes to the trash instead. */
export const refuseHardDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'variants',
    where: { product: { equals: id } },
    overrideAccess: true,
    req,
    trash: true,
  })
  if (totalDocs > 0)
    throw new APIError('This product has sizes. Move it to the trash instead.', 409, undefined, true)
}

/** How and when a product is launched is settled once it was drawn; a draw is published before its moment. */
export const guardDraw: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const errors = await drawFaults(req, originalDoc, { ...originalDoc, ...data })
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req })
  return data
}
