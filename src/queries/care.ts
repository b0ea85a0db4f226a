import { cached } from '#cache'
import { carePlanFor, type CareRule } from '#domain/care'
import { markets, type Market, type MarketId } from '#domain/markets'
import type { ProductView } from '#domain/views'
import { rowsNamed, sql, words, type Sql } from './sql'

export interface CarePlan extends CareRule {
  title: string
  steps: string[]
  /** Styles. */
  goods: string[]
}

/** The care plan of a shoe; undefined for what is no shoe and where no plan is for it. */
export async function getCarePlan(market: MarketId, product: ProductView): Promise<CarePlan | undefined> {
  if (product.kind) return undefined
  const { surface, materials } = product
  return carePlanFor(await getPlans(market), { ...(surface && { surface }), upper: materials.upper })
}

/** All plans in the order of the shop: there are a handful. */
const getPlans = (market: MarketId): Promise<CarePlan[]> =>
  cached(['care-plans', market], ['products'], () =>
    rowsNamed<CarePlan>('care-plans', plansSql(markets[market])),
  )

const values = (table: 'care_plans_materials' | 'care_plans_surfaces'): Sql => sql`(
  SELECT coalesce(json_agg(x.value ORDER BY x."order"), '[]') FROM ${sql.identifier(table)} x
  WHERE x.parent_id = c.id AND x.value IS NOT NULL)`

const plansSql = ({ locale }: Market): Sql => sql`
  SELECT coalesce(${words('care_plans', 'title', sql`c.id`, locale)}, '') AS title,
    ${values('care_plans_surfaces')} AS surfaces, ${values('care_plans_materials')} AS materials,
    (SELECT coalesce(json_agg(step.text ORDER BY step.place) FILTER (WHERE step.text IS NOT NULL), '[]') FROM (
      SELECT st._order AS place, ${words('care_plans_steps', 'text', sql`st.id`, locale)} AS text
      FROM care_plans_steps st WHERE st._parent_id = c.id) step) AS steps,
    (SELECT coalesce(json_agg(r.styles_id ORDER BY r."order"), '[]') FROM care_plans_rels r
      WHERE r.parent_id = c.id AND r.path = 'goods' AND r.styles_id IS NOT NULL) AS goods
  FROM care_plans c ORDER BY c."order" NULLS LAST, c.created_at, c.id`
