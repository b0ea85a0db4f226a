import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import { oneSize } from '#domain/care'

async function oneSizeScale(req: PayloadRequest): Promise<string | undefined> {
  const { docs } = await req.payload.find({
    collection: 'variantTypes',
    where: { name: { equals: oneSize } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
    req,
  })
  return docs[0]?.id
}

const ofShoes = { segment: null, fitNote: null, care: null, surface: null } as const
const noMaterials = { upper: [], lining: [], sole: [] }
const noAttributes = {
  heelHeightMm: null,
  weightG: null,
  closure: null,
  toeShape: null,
  waterResistant: null,
  vegan: null,
  removableInsole: null,
}

/** Its products have sizes, and have been sold in them. */
async function refuseOtherKind(req: PayloadRequest, style: string): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'products',
    where: { style: { equals: style } },
    overrideAccess: true,
    req,
    trash: true,
  })
  if (totalDocs === 0) return
  const message = 'There are products of it already: make a style of the other kind for others.'
  throw new ValidationError({ collection: 'styles', errors: [{ path: 'kind', message }], req })
}

/** A care product keeps nothing that is said of shoes, and has the scale of one size. With products it stays what it is. */
export const plainGoods: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
  const before: unknown = originalDoc?.kind ?? 'shoe'
  const kind: unknown = data?.kind ?? before
  if (operation === 'update' && kind !== before) await refuseOtherKind(req, String(originalDoc?.id))
  if (kind !== 'care') return data
  const none = { ...ofShoes, materials: noMaterials, attributes: noAttributes }
  return { ...data, ...none, sizeScale: await oneSizeScale(req) }
}
