import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Prices with campaigns: what their columns may hold, whom a campaign covers, and the reductions that listings read.
 * Price records were written by triggers; a reduction is decided outside the database, so the triggers now mark the
 * products whose price may have changed, and `refreshPrices` writes the records in the same transaction.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE price_campaigns
      ADD CONSTRAINT price_campaigns_window CHECK (ends_at > starts_at),
      ADD CONSTRAINT price_campaigns_percent CHECK (percent = trunc(percent) AND percent BETWEEN 1 AND 99),
      ADD CONSTRAINT price_campaigns_amounts CHECK (
        coalesce(amounts_eur, 0) = trunc(coalesce(amounts_eur, 0)) AND coalesce(amounts_gbp, 0) = trunc(coalesce(amounts_gbp, 0))
        AND coalesce(amounts_usd, 0) = trunc(coalesce(amounts_usd, 0))
        AND least(coalesce(amounts_eur, 0), coalesce(amounts_gbp, 0), coalesce(amounts_usd, 0)) >= 0);
    ALTER TABLE price_records
      ADD CONSTRAINT price_records_reduced CHECK (regular = trunc(regular) AND regular > amount),
      DROP CONSTRAINT price_records_campaign_id_price_campaigns_id_fk,
      ADD CONSTRAINT price_records_campaign_kept FOREIGN KEY (campaign_id) REFERENCES price_campaigns (id) ON DELETE RESTRICT;
    DROP INDEX price_records_campaign_idx;
    CREATE INDEX price_records_campaign_idx ON price_records (campaign_id) WHERE campaign_id IS NOT NULL;

    -- A variant and currency without a row costs its regular price.
    CREATE TABLE reduced_prices (
      variant_id uuid NOT NULL REFERENCES variants (id) ON DELETE CASCADE,
      currency text NOT NULL CONSTRAINT reduced_prices_currency CHECK (currency IN ('EUR', 'GBP', 'USD')),
      price numeric NOT NULL, regular numeric NOT NULL, lowest30 numeric,
      campaign_id uuid NOT NULL REFERENCES price_campaigns (id) ON DELETE RESTRICT,
      since timestamptz(3) NOT NULL, until timestamptz(3),
      PRIMARY KEY (variant_id, currency),
      CONSTRAINT reduced_prices_lower CHECK (price = trunc(price) AND 0 < price AND price < regular));
    CREATE INDEX reduced_prices_campaign ON reduced_prices (campaign_id);

    -- Products whose price may have changed, as often as it did: without a key nobody waits for anybody here.
    CREATE TABLE price_dues (product_id uuid NOT NULL);
    INSERT INTO shop_marks (name, value) VALUES ('prices', jsonb_build_object('settled', now())) ON CONFLICT (name) DO NOTHING;

    -- Left out beats named; named beats everything else; brands, categories (with all below) and segments narrow each other.
    CREATE FUNCTION molini_campaign_covers(campaign uuid, product uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT NOT EXISTS (SELECT FROM price_campaigns_rels r WHERE r.parent_id = campaign AND r.path = 'leftOut' AND r.products_id = product)
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
                WHERE r.parent_id = campaign AND r.path = 'categories'))))
    $$;
    -- The starts and ends that have passed since prices were last settled.
    CREATE FUNCTION molini_price_boundaries() RETURNS TABLE (at timestamptz, campaign_id uuid) LANGUAGE sql STABLE AS $$
      SELECT t.at, c.id FROM price_campaigns c CROSS JOIN LATERAL (VALUES (c.starts_at), (c.ends_at)) AS t (at)
      WHERE c.active AND t.at <= clock_timestamp()
        AND t.at > coalesce((SELECT (value ->> 'settled')::timestamptz FROM shop_marks WHERE name = 'prices'), now())
    $$;

    DROP TRIGGER products_price_changed ON products;
    DROP TRIGGER variants_price_changed ON variants;
    DROP FUNCTION molini_price_changed(), molini_record_prices(uuid, uuid);
    CREATE FUNCTION molini_price_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_TABLE_NAME = 'products' THEN INSERT INTO price_dues (product_id) VALUES (NEW.id);
      ELSE INSERT INTO price_dues (product_id) VALUES (NEW.product_id);
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER products_price_changed AFTER UPDATE ON products FOR EACH ROW WHEN (
      (OLD.price_in_e_u_r_enabled, OLD.price_in_e_u_r, OLD.price_in_g_b_p_enabled, OLD.price_in_g_b_p, OLD.price_in_u_s_d_enabled,
        OLD.price_in_u_s_d, OLD._status, OLD.deleted_at, OLD.style_id) IS DISTINCT FROM
      (NEW.price_in_e_u_r_enabled, NEW.price_in_e_u_r, NEW.price_in_g_b_p_enabled, NEW.price_in_g_b_p, NEW.price_in_u_s_d_enabled,
        NEW.price_in_u_s_d, NEW._status, NEW.deleted_at, NEW.style_id)) EXECUTE FUNCTION molini_price_changed();
    CREATE TRIGGER variants_price_changed AFTER INSERT OR UPDATE ON variants FOR EACH ROW
      WHEN (NEW.product_id IS NOT NULL) EXECUTE FUNCTION molini_price_changed();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER variants_price_changed ON variants;
    DROP TRIGGER products_price_changed ON products;
    DROP FUNCTION molini_price_changed();
    DROP FUNCTION molini_price_boundaries();
    DROP FUNCTION molini_campaign_covers(uuid, uuid);
    DROP TABLE price_dues, reduced_prices;
    DELETE FROM shop_marks WHERE name = 'prices';
    DROP INDEX price_records_campaign_idx;
    CREATE INDEX price_records_campaign_idx ON price_records (campaign_id);
    ALTER TABLE price_records DROP CONSTRAINT price_records_reduced, DROP CONSTRAINT price_records_campaign_kept,
      ADD CONSTRAINT price_records_campaign_id_price_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES price_campaigns (id) ON DELETE SET NULL;
    ALTER TABLE price_campaigns DROP CONSTRAINT price_campaigns_window, DROP CONSTRAINT price_campaigns_percent,
      DROP CONSTRAINT price_campaigns_amounts;

    CREATE FUNCTION molini_record_prices(only_product uuid, only_variant uuid) RETURNS void LANGUAGE sql AS $$
      INSERT INTO price_records (variant_id, currency, amount, effective_from)
      SELECT v.id, c.currency, c.amount, now()
      FROM variants v JOIN products p ON p.id = v.product_id
      CROSS JOIN LATERAL (VALUES
        ('EUR', CASE WHEN v.price_in_e_u_r_enabled THEN v.price_in_e_u_r WHEN p.price_in_e_u_r_enabled THEN p.price_in_e_u_r END),
        ('GBP', CASE WHEN v.price_in_g_b_p_enabled THEN v.price_in_g_b_p WHEN p.price_in_g_b_p_enabled THEN p.price_in_g_b_p END),
        ('USD', CASE WHEN v.price_in_u_s_d_enabled THEN v.price_in_u_s_d WHEN p.price_in_u_s_d_enabled THEN p.price_in_u_s_d END)
      ) AS c (currency, amount)
      WHERE (only_product IS NULL OR p.id = only_product) AND (only_variant IS NULL OR v.id = only_variant)
        AND p._status = 'published' AND p.deleted_at IS NULL AND v.deleted_at IS NULL AND c.amount IS NOT NULL
        AND c.amount IS DISTINCT FROM (
          SELECT r.amount FROM price_records r WHERE r.variant_id = v.id AND r.currency = c.currency
          ORDER BY r.effective_from DESC, r.created_at DESC LIMIT 1)
    $$;
    CREATE FUNCTION molini_price_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_TABLE_NAME = 'products' THEN PERFORM molini_record_prices(NEW.id, NULL);
      ELSE PERFORM molini_record_prices(NEW.product_id, NEW.id);
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER products_price_changed AFTER INSERT OR UPDATE ON products FOR EACH ROW EXECUTE FUNCTION molini_price_changed();
    CREATE TRIGGER variants_price_changed AFTER INSERT OR UPDATE ON variants FOR EACH ROW EXECUTE FUNCTION molini_price_changed();
  `)
}
