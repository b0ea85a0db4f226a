import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What Payload's schema cannot say about promotions: checks, the append-only ledger of redemptions, and the limits, which
 * the database counts itself under lock, so that no code path can redeem beyond them. `guards.int.test.ts` shows that each bites.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE promotions
      ADD CONSTRAINT promotions_shares CHECK (
        (percent IS NULL OR (percent > 0 AND percent <= 100 AND percent * 100 = trunc(percent * 100))) AND
        (get_percent IS NULL OR (get_percent > 0 AND get_percent <= 100 AND get_percent * 100 = trunc(get_percent * 100)))),
      ADD CONSTRAINT promotions_money CHECK (
        coalesce(least(amount_eur, amount_gbp, amount_usd, min_value_eur, min_value_gbp, min_value_usd, budget_eur, budget_gbp, budget_usd), 0) >= 0
        AND (amount_eur % 1, amount_gbp % 1, amount_usd % 1) IS NOT DISTINCT FROM (amount_eur * 0, amount_gbp * 0, amount_usd * 0)
        AND (min_value_eur % 1, min_value_gbp % 1, min_value_usd % 1) IS NOT DISTINCT FROM (min_value_eur * 0, min_value_gbp * 0, min_value_usd * 0)
        AND (budget_eur % 1, budget_gbp % 1, budget_usd % 1) IS NOT DISTINCT FROM (budget_eur * 0, budget_gbp * 0, budget_usd * 0)),
      ADD CONSTRAINT promotions_counts CHECK (
        coalesce(least(max_uses, max_per_customer, min_quantity, gift_quantity, buy, get), 1) >= 1 AND
        (max_uses % 1, max_per_customer % 1, min_quantity % 1, gift_quantity % 1, buy % 1, get % 1, priority % 1)
        IS NOT DISTINCT FROM (max_uses * 0, max_per_customer * 0, min_quantity * 0, gift_quantity * 0, buy * 0, get * 0, priority * 0)),
      ADD CONSTRAINT promotions_window CHECK (ends_at > starts_at),
      ADD CONSTRAINT promotions_effect CHECK (CASE effect::text
        WHEN 'percent' THEN percent IS NOT NULL
        WHEN 'amount' THEN num_nonnulls(amount_eur, amount_gbp, amount_usd) > 0
        WHEN 'buy-get' THEN num_nulls(buy, get, get_percent) = 0
        WHEN 'gift' THEN num_nulls(gift_id, gift_quantity) = 0
        ELSE true END);
    ALTER TABLE promotion_codes
      ADD CONSTRAINT promotion_codes_form CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{2,39}$'),
      ADD CONSTRAINT promotion_codes_uses CHECK (max_uses >= 1 AND max_uses = trunc(max_uses));
    ALTER TABLE redemptions
      ADD CONSTRAINT redemptions_sign CHECK (uses IN (1, -1) AND amount * uses >= 0 AND amount = trunc(amount)),
      ADD CONSTRAINT redemptions_turn CHECK (turn >= 1 AND turn = trunc(turn)),
      ADD CONSTRAINT redemptions_currency CHECK (currency IN ('EUR', 'GBP', 'USD'));
    CREATE UNIQUE INDEX redemptions_once ON redemptions (order_id, promotion_id, turn, uses);
    CREATE INDEX redemptions_of_email ON redemptions (promotion_id, email_key);
    CREATE INDEX redemptions_of_customer ON redemptions (promotion_id, customer_key) WHERE customer_key IS NOT NULL;
    DROP INDEX redemptions_promotion_idx, redemptions_order_idx, redemptions_updated_at_idx;
    ALTER TABLE orders_lines ADD CONSTRAINT orders_lines_gifts CHECK (0 <= gifts AND gifts <= quantity AND gifts = trunc(gifts));
  `)
  await db.execute(sql`
    -- A list that lost its last row would let a promotion apply to everything.
    ALTER TABLE promotions_rels
      DROP CONSTRAINT promotions_rels_products_fk, DROP CONSTRAINT promotions_rels_categories_fk,
      DROP CONSTRAINT promotions_rels_brands_fk, DROP CONSTRAINT promotions_rels_customer_groups_fk,
      ADD CONSTRAINT promotions_rels_products_kept FOREIGN KEY (products_id) REFERENCES products (id) ON DELETE RESTRICT,
      ADD CONSTRAINT promotions_rels_categories_kept FOREIGN KEY (categories_id) REFERENCES categories (id) ON DELETE RESTRICT,
      ADD CONSTRAINT promotions_rels_brands_kept FOREIGN KEY (brands_id) REFERENCES brands (id) ON DELETE RESTRICT,
      ADD CONSTRAINT promotions_rels_groups_kept FOREIGN KEY (customer_groups_id) REFERENCES customer_groups (id) ON DELETE RESTRICT;
    ALTER TABLE promotions DROP CONSTRAINT promotions_gift_id_variants_id_fk,
      ADD CONSTRAINT promotions_gift_kept FOREIGN KEY (gift_id) REFERENCES variants (id) ON DELETE RESTRICT;
    ALTER TABLE promotion_codes DROP CONSTRAINT promotion_codes_promotion_id_promotions_id_fk,
      ADD CONSTRAINT promotion_codes_promotion_kept FOREIGN KEY (promotion_id) REFERENCES promotions (id) ON DELETE RESTRICT;
    ALTER TABLE redemptions
      DROP CONSTRAINT redemptions_promotion_id_promotions_id_fk, DROP CONSTRAINT redemptions_order_id_orders_id_fk,
      DROP CONSTRAINT redemptions_code_id_promotion_codes_id_fk,
      ADD CONSTRAINT redemptions_promotion_kept FOREIGN KEY (promotion_id) REFERENCES promotions (id) ON DELETE RESTRICT,
      ADD CONSTRAINT redemptions_order_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT,
      ADD CONSTRAINT redemptions_code_kept FOREIGN KEY (code_id) REFERENCES promotion_codes (id) ON DELETE RESTRICT;
    CREATE TRIGGER redemptions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON redemptions
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();

    -- Who somebody is for a limit: the mailbox, whatever its tag, hashed, since a count needs no address.
    CREATE FUNCTION molini_email_key(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT encode(sha256(convert_to(CASE WHEN domain IN ('gmail.com', 'googlemail.com')
          THEN replace(mailbox, '.', '') || '@gmail.com' ELSE mailbox || '@' || domain END, 'UTF8')), 'hex')
      FROM (SELECT split_part(split_part(lower(trim(email)), '@', 1), '+', 1) AS mailbox, split_part(lower(trim(email)), '@', 2) AS domain) parts
    $$;
    CREATE INDEX orders_email_key ON orders (molini_email_key(email));

    -- What limited promotions have used. Only the ledger moves it, and rows exist only where there is something to keep to.
    CREATE TABLE promotion_usage (
      promotion_id uuid PRIMARY KEY REFERENCES promotions (id) ON DELETE CASCADE, uses numeric NOT NULL DEFAULT 0,
      spent_eur numeric NOT NULL DEFAULT 0, spent_gbp numeric NOT NULL DEFAULT 0, spent_usd numeric NOT NULL DEFAULT 0,
      CONSTRAINT promotion_usage_sign CHECK (least(uses, spent_eur, spent_gbp, spent_usd) >= 0)) WITH (fillfactor = 50);

    CREATE FUNCTION molini_keep_usage() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF num_nonnulls(NEW.max_uses, NEW.budget_eur, NEW.budget_gbp, NEW.budget_usd) = 0
        OR EXISTS (SELECT 1 FROM promotion_usage WHERE promotion_id = NEW.id) THEN RETURN NULL; END IF;
      -- Waits for those who redeem at this moment, and makes the others wait until the count stands.
      LOCK TABLE redemptions IN SHARE ROW EXCLUSIVE MODE;
      INSERT INTO promotion_usage (promotion_id, uses, spent_eur, spent_gbp, spent_usd)
      SELECT NEW.id, coalesce(sum(uses), 0), coalesce(sum(amount) FILTER (WHERE currency = 'EUR'), 0),
        coalesce(sum(amount) FILTER (WHERE currency = 'GBP'), 0), coalesce(sum(amount) FILTER (WHERE currency = 'USD'), 0)
      FROM redemptions WHERE promotion_id = NEW.id
      ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
    CREATE TRIGGER promotions_keep_usage AFTER INSERT OR UPDATE ON promotions FOR EACH ROW EXECUTE FUNCTION molini_keep_usage();

    -- A use that goes beyond a limit is a serialization failure: whoever tries again reads that the promotion is used up.
    -- An order that comes back after its time (turn 2 and later) keeps what it was sold for.
    CREATE FUNCTION molini_count_redemption() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      p record; used promotion_usage; mine numeric; of_code numeric; code_limit numeric;
    BEGIN
      SELECT max_uses, max_per_customer, CASE NEW.currency WHEN 'EUR' THEN budget_eur WHEN 'GBP' THEN budget_gbp ELSE budget_usd END AS budget
        INTO p FROM promotions WHERE id = NEW.promotion_id;
      UPDATE promotion_usage SET uses = uses + NEW.uses,
          spent_eur = spent_eur + CASE NEW.currency WHEN 'EUR' THEN NEW.amount ELSE 0 END,
          spent_gbp = spent_gbp + CASE NEW.currency WHEN 'GBP' THEN NEW.amount ELSE 0 END,
          spent_usd = spent_usd + CASE NEW.currency WHEN 'USD' THEN NEW.amount ELSE 0 END
        WHERE promotion_id = NEW.promotion_id RETURNING * INTO used;
      IF NEW.uses < 0 OR NEW.turn > 1 THEN RETURN NULL; END IF;
      IF used.uses > p.max_uses OR (CASE NEW.currency WHEN 'EUR' THEN used.spent_eur WHEN 'GBP' THEN used.spent_gbp ELSE used.spent_usd END) > p.budget THEN
        RAISE EXCEPTION 'promotion % is used up', NEW.promotion_id USING ERRCODE = 'serialization_failure';
      END IF;
      IF NEW.code_id IS NOT NULL THEN
        SELECT max_uses INTO code_limit FROM promotion_codes WHERE id = NEW.code_id;
        IF code_limit IS NOT NULL THEN
          PERFORM pg_advisory_xact_lock(hashtextextended(NEW.code_id::text, 1));
          SELECT sum(uses) INTO of_code FROM redemptions WHERE code_id = NEW.code_id;
          IF of_code > code_limit THEN
            RAISE EXCEPTION 'code % is used up', NEW.code_id USING ERRCODE = 'serialization_failure';
          END IF;
        END IF;
      END IF;
      IF p.max_per_customer IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.promotion_id::text || who, 2)) FROM (
          SELECT who FROM unnest(ARRAY[NEW.customer_key, NEW.email_key]) AS w (who) WHERE who IS NOT NULL ORDER BY who) keys;
        SELECT sum(uses) INTO mine FROM redemptions
          WHERE promotion_id = NEW.promotion_id AND (email_key = NEW.email_key OR customer_key = NEW.customer_key);
        IF mine > p.max_per_customer THEN
          RAISE EXCEPTION 'promotion % is used by this customer', NEW.promotion_id USING ERRCODE = 'serialization_failure';
        END IF;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER redemptions_count AFTER INSERT ON redemptions FOR EACH ROW EXECUTE FUNCTION molini_count_redemption();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER redemptions_count ON redemptions;
    DROP TRIGGER promotions_keep_usage ON promotions;
    DROP FUNCTION molini_count_redemption(), molini_keep_usage();
    DROP TABLE promotion_usage;
    DROP INDEX orders_email_key;
    DROP FUNCTION molini_email_key(text);
    DROP TRIGGER redemptions_append_only ON redemptions;
    ALTER TABLE redemptions
      DROP CONSTRAINT redemptions_promotion_kept, DROP CONSTRAINT redemptions_order_kept, DROP CONSTRAINT redemptions_code_kept,
      DROP CONSTRAINT redemptions_sign, DROP CONSTRAINT redemptions_turn, DROP CONSTRAINT redemptions_currency,
      ADD CONSTRAINT redemptions_promotion_id_promotions_id_fk FOREIGN KEY (promotion_id) REFERENCES promotions (id) ON DELETE SET NULL,
      ADD CONSTRAINT redemptions_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL,
      ADD CONSTRAINT redemptions_code_id_promotion_codes_id_fk FOREIGN KEY (code_id) REFERENCES promotion_codes (id) ON DELETE SET NULL;
    DROP INDEX redemptions_once, redemptions_of_email, redemptions_of_customer;
    CREATE INDEX redemptions_promotion_idx ON redemptions (promotion_id);
    CREATE INDEX redemptions_order_idx ON redemptions (order_id);
    CREATE INDEX redemptions_updated_at_idx ON redemptions (updated_at);
    ALTER TABLE promotion_codes DROP CONSTRAINT promotion_codes_promotion_kept, DROP CONSTRAINT promotion_codes_form,
      DROP CONSTRAINT promotion_codes_uses,
      ADD CONSTRAINT promotion_codes_promotion_id_promotions_id_fk FOREIGN KEY (promotion_id) REFERENCES promotions (id) ON DELETE SET NULL;
    ALTER TABLE promotions_rels
      DROP CONSTRAINT promotions_rels_products_kept, DROP CONSTRAINT promotions_rels_categories_kept,
      DROP CONSTRAINT promotions_rels_brands_kept, DROP CONSTRAINT promotions_rels_groups_kept,
      ADD CONSTRAINT promotions_rels_products_fk FOREIGN KEY (products_id) REFERENCES products (id) ON DELETE CASCADE,
      ADD CONSTRAINT promotions_rels_categories_fk FOREIGN KEY (categories_id) REFERENCES categories (id) ON DELETE CASCADE,
      ADD CONSTRAINT promotions_rels_brands_fk FOREIGN KEY (brands_id) REFERENCES brands (id) ON DELETE CASCADE,
      ADD CONSTRAINT promotions_rels_customer_groups_fk FOREIGN KEY (customer_groups_id) REFERENCES customer_groups (id) ON DELETE CASCADE;
    ALTER TABLE promotions DROP CONSTRAINT promotions_gift_kept, DROP CONSTRAINT promotions_shares, DROP CONSTRAINT promotions_money,
      DROP CONSTRAINT promotions_counts, DROP CONSTRAINT promotions_window, DROP CONSTRAINT promotions_effect,
      ADD CONSTRAINT promotions_gift_id_variants_id_fk FOREIGN KEY (gift_id) REFERENCES variants (id) ON DELETE SET NULL;
    ALTER TABLE orders_lines DROP CONSTRAINT orders_lines_gifts;
  `)
}
