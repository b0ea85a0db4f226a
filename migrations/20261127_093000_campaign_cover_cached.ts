import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Whether a campaign is about a product, as it has been decided since 20261127_025020. */
const covers = sql.raw(`NOT EXISTS (SELECT FROM price_campaigns_rels r WHERE r.parent_id = campaign AND r.path = 'leftOut' AND r.products_id = product)
        AND (EXISTS (SELECT FROM price_campaigns_rels r WHERE r.parent_id = campaign AND r.path = 'products' AND r.products_id = product)
          OR EXISTS (
            SELECT FROM products p JOIN styles s ON s.id = p.style_id
            CROSS JOIN LATERAL (SELECT
              EXISTS (SELECT FROM price_campaigns_rels r WHERE r.parent_id = campaign AND r.path = 'brands') AS brands,
              EXISTS (SELECT FROM price_campaigns_rels r WHERE r.parent_id = campaign AND r.path = 'categories') AS categories,
              EXISTS (SELECT FROM price_campaigns_segments g WHERE g.parent_id = campaign) AS segments) names
            WHERE p.id = product AND (names.brands OR names.categories OR names.segments)
              AND (NOT names.brands OR EXISTS (
                SELECT FROM price_campaigns_rels r WHERE r.parent_id = campaign AND r.path = 'brands' AND r.brands_id = s.brand_id))
              AND (NOT names.segments OR EXISTS (
                SELECT FROM price_campaigns_segments g WHERE g.parent_id = campaign AND g.value::text = s.segment::text))
              AND (NOT names.categories OR EXISTS (
                WITH RECURSIVE above AS (
                  SELECT r.categories_id AS id FROM styles_rels r WHERE r.parent_id = s.id AND r.path = 'categories'
                  UNION SELECT c.parent_id FROM above JOIN categories c ON c.id = above.id WHERE c.parent_id IS NOT NULL)
                SELECT FROM above JOIN price_campaigns_rels r ON r.categories_id = above.id
                WHERE r.parent_id = campaign AND r.path = 'categories'))))`)
const signature = sql.raw('molini_campaign_covers(campaign uuid, product uuid) RETURNS boolean')

/** Postgres plans the body of a function in SQL for each query anew; one in PL/pgSQL it plans once per connection. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`CREATE OR REPLACE FUNCTION ${signature} LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN ${covers}; END $$`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`CREATE OR REPLACE FUNCTION ${signature} LANGUAGE sql STABLE AS $$ SELECT ${covers} $$`)
}
