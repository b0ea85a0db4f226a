import { VariantOptionsSelector } from '@payloadcms/plugin-ecommerce/rsc'
import type { PayloadRequest, SelectFieldServerProps } from 'payload'

async function isThere(req: PayloadRequest, product: unknown): Promise<boolean> {
  if (typeof product !== 'string') return false
  const { totalDocs } = await req.payload.count({
    collection: 'products',
    where: { id: { equals: product } },
    overrideAccess: false,
    user: req.user,
    req,
  })
  return totalDocs > 0
}

/** The plugin's choice of size and width reads the product of a variant, and fails where there is none. */
export async function VariantOptions(props: SelectFieldServerProps) {
  const { req, data } = props
  if (await isThere(req, (data as { product?: unknown }).product))
    return <VariantOptionsSelector {...props} />
  return (
    <p className="m-muted">
      Sizes are made on their product: open it and press Add sizes. One whose product lies in the bin can be
      changed when the product is back.
    </p>
  )
}
