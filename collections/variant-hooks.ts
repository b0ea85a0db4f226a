import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

const optionsOf = (req: PayloadRequest, ids: unknown) =>
  req.payload.find({
    collection: 'variantOptions',
    where: {
      id: { in: Array.isArray(ids) ? ids.map((one) => (typeof one === 'object' ? one.id : one)) : [] },
    },
    depth: 1,
    limit: 10,
    overrideAccess: true,
    req,
  })

/** One size, and at most one width; the database refuses the same pair twice on a product. */
export const validateSizeOptions = async (
  value: unknown,
  { req }: { req: PayloadRequest },
): Promise<string | true> => {
  if (!Array.isArray(value) || value.length === 0) return 'Choose a size.'
  const { docs } = await optionsOf(req, value)
  const kinds = docs.map((option) =>
    typeof option.variantType === 'object' ? option.variantType.kind : undefined,
  )
  if (docs.length !== value.length || kinds.filter((kind) => kind === 'size').length !== 1)
    return 'Choose exactly one size.'
  return kinds.filter((kind) => kind === 'width').length <= 1 || 'Choose at most one width.'
}

/** Size and width stand in columns of their own, so that (product, size, width) can be unique. */
export const sizeFromOptions: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!Array.isArray(data.options)) return data
  const { docs } = await optionsOf(req, data.options)
  const of = (kind: string) =>
    docs.find((option) => typeof option.variantType === 'object' && option.variantType.kind === kind)?.id ??
    null
  return { ...data, size: of('size'), width: of('width') }
}
