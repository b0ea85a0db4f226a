import type { PayloadRequest } from 'payload'
import { invalidate } from '#cache'
import { run, type Statement } from './statement'
import { connectionOf } from './transaction'

const slugs: Statement = {
  name: 'stale-slugs',
  text: 'SELECT slug FROM products WHERE id = ANY ($1::uuid[])',
}

/** More colours than any style has; a bound all the same. */
const atMost = 500

/**
 * Drops the cached pages of every colour of these styles, and all listings: a page shows its siblings too.
 * Reads in the transaction that `req` is in.
 */
export async function dropStyles(req: PayloadRequest, styleIds: readonly string[]): Promise<void> {
  invalidate('catalogue')
  const ids = styleIds.filter(Boolean)
  if (ids.length === 0) return
  const { docs } = await req.payload.find({
    collection: 'products',
    where: { style: { in: ids } },
    select: { slug: true },
    depth: 0,
    joins: false,
    limit: atMost,
    pagination: false,
    overrideAccess: true,
    req,
  })
  for (const { slug } of docs) if (slug) invalidate(`product:${slug}`)
}

/** Drops the pages of products whose price has changed; beyond a few it is cheaper to drop all. Other colours show no price. */
export async function dropProducts(req: PayloadRequest, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  invalidate('catalogue')
  if (productIds.length > atMost) return invalidate('products')
  const rows = await run<{ slug: string | null }>((await connectionOf(req)) ?? req, slugs, [productIds])
  for (const { slug } of rows) if (slug) invalidate(`product:${slug}`)
}

/** As `dropStyles`, by one of their products. */
export async function dropProduct(req: PayloadRequest, productId: string): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'products',
    where: { id: { equals: productId } },
    select: { style: true },
    depth: 0,
    joins: false,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  // A draft may lack what is required of a published one.
  const styles = docs.map(({ style }: { style?: string | { id: string } | null }) =>
    typeof style === 'string' ? style : (style?.id ?? ''),
  )
  await dropStyles(req, styles)
}
