import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { placementRefusal, trashRefusal } from '#domain/category-tree'
import { leaveRedirects } from './leave-redirect'
import { rowsOf, runnerOf } from './transaction'

interface Wanted {
  /** Missing for a new category. */
  id?: string
  slug: string
  parent: string | null
}

/** More levels than the rules allow, so that a tree from elsewhere still ends. */
const farEnough = 8

/** What lies below a category, itself included, with its level; what is in the trash counts, since it can come back. */
const below = (id: string | undefined) => sql`
  down AS (
    SELECT c.id, 1 AS level FROM categories c WHERE c.id = ${id ?? null}::uuid
    UNION ALL
    SELECT c.id, down.level + 1 FROM categories c JOIN down ON c.parent_id = down.id WHERE down.level < ${farEnough})`

interface Place {
  above: string[] | null
  height: number
  isBelowItself: boolean
  isParentInBin: boolean
}

/**
 * The path of a category at its place, or why it may not stand there. The tree is locked until the transaction
 * that `req` is in ends: two moves at once could otherwise close a circle.
 */
export async function placeCategory(
  req: PayloadRequest,
  { id, slug, parent }: Wanted,
): Promise<{ path: string } | { refusal: string }> {
  const runner = await runnerOf(req)
  await runner.execute(sql`SELECT pg_advisory_xact_lock(hashtext('molini.categories'))`)
  const [place] = await rowsOf<Place>(
    runner,
    sql`
    WITH RECURSIVE up AS (
      SELECT c.id, c.parent_id, c.slug, c.deleted_at, 1 AS level FROM categories c WHERE c.id = ${parent}::uuid
      UNION ALL
      SELECT c.id, c.parent_id, c.slug, c.deleted_at, up.level + 1
      FROM categories c JOIN up ON c.id = up.parent_id WHERE up.level < ${farEnough}), ${below(id)}
    SELECT (SELECT json_agg(up.slug ORDER BY up.level DESC) FROM up) AS above,
      coalesce((SELECT max(level) FROM down), 1)::float8 AS height,
      EXISTS (SELECT 1 FROM up WHERE up.id = ${id ?? null}::uuid) AS "isBelowItself",
      EXISTS (SELECT 1 FROM up WHERE up.deleted_at IS NOT NULL) AS "isParentInBin"`,
  )
  const above = place?.above ?? []
  const refusal = place && placementRefusal({ ...place, above: above.length })
  return refusal ? { refusal } : { path: [...above, slug].join('/') }
}

/**
 * After a category has moved: the paths below it follow, and every address that was in use leads to the new one. One
 * statement for any number of descendants, in the transaction that `req` is in.
 */
export async function moveBelow(req: PayloadRequest, id: string, oldPath: string): Promise<void> {
  const runner = await runnerOf(req)
  const moved = await rowsOf<{ from: string; to: string }>(
    runner,
    sql`
    WITH RECURSIVE tree AS (
      SELECT c.id, c.path AS to, ${oldPath}::text AS "from", 1 AS level, c.deleted_at FROM categories c WHERE c.id = ${id}::uuid
      UNION ALL
      SELECT c.id, tree.to || '/' || c.slug, tree."from" || '/' || c.slug, tree.level + 1, c.deleted_at
      FROM categories c JOIN tree ON c.parent_id = tree.id WHERE tree.level < ${farEnough}),
    followed AS (UPDATE categories c SET path = tree.to, updated_at = now() FROM tree WHERE c.id = tree.id AND c.path IS DISTINCT FROM tree.to)
    SELECT '/c/' || "from" AS "from", '/c/' || "to" AS "to" FROM tree WHERE deleted_at IS NULL AND "from" <> "to" ORDER BY level`,
  )
  await leaveRedirects(req, moved)
}

/** Why a category may not leave the shop yet, in words; undefined when nothing lies in it. */
export async function whyKept(req: PayloadRequest, id: string): Promise<string | undefined> {
  const [counts] = await rowsOf<{ children: number; styles: number }>(
    await runnerOf(req),
    sql`
    SELECT (SELECT count(*) FROM categories WHERE parent_id = ${id}::uuid AND deleted_at IS NULL)::float8 AS children,
      (SELECT count(DISTINCT s.id) FROM styles_rels r JOIN styles s ON s.id = r.parent_id
        WHERE r.path = 'categories' AND r.categories_id = ${id}::uuid AND s.deleted_at IS NULL)::float8 AS styles`,
  )
  return counts && trashRefusal(counts.children, counts.styles)
}
