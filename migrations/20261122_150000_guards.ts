import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What Payload's schema cannot say: checks, partial unique indexes, ledger foreign keys, append-only
 * triggers, and the tables that only services use. `guards.int.test.ts` shows that each bites.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE SEQUENCE order_numbers START 100001;

    ALTER TABLE stock_levels
      ADD CONSTRAINT stock_levels_counts CHECK (0 <= reserved AND reserved <= on_hand),
      ADD CONSTRAINT stock_levels_whole CHECK (on_hand = trunc(on_hand) AND reserved = trunc(reserved));
    CREATE UNIQUE INDEX stock_levels_place ON stock_levels (variant_id, location_id);
    ALTER TABLE stock_levels SET (fillfactor = 70);

    ALTER TABLE stock_movements
      ADD CONSTRAINT stock_movements_whole CHECK (quantity = trunc(quantity) AND quantity <> 0),
      ADD CONSTRAINT stock_movements_kind CHECK (kind IN ('delivery', 'sale', 'return', 'correction', 'transfer'));

    ALTER TABLE reservations
      ADD CONSTRAINT reservations_whole CHECK (quantity = trunc(quantity) AND quantity > 0),
      ADD CONSTRAINT reservations_cause CHECK (num_nonnulls(order_id, cart_id) = 1);
    CREATE UNIQUE INDEX reservations_once ON reservations (coalesce(order_id, cart_id), variant_id, location_id);

    CREATE UNIQUE INDEX locations_one_default ON locations (is_default) WHERE is_default;

    ALTER TABLE carts
      ADD CONSTRAINT carts_status CHECK (status IN ('open', 'bought', 'merged')),
      ADD CONSTRAINT carts_market CHECK (market IN ('eu', 'it', 'de', 'uk', 'us')),
      ADD CONSTRAINT carts_currency CHECK (currency IN ('EUR', 'GBP', 'USD'));
    ALTER TABLE carts_lines ADD CONSTRAINT carts_lines_quantity CHECK (quantity = trunc(quantity) AND quantity BETWEEN 1 AND 20);
    CREATE UNIQUE INDEX carts_lines_once ON carts_lines (_parent_id, variant_id);

    ALTER TABLE orders
      ADD CONSTRAINT orders_payment_status CHECK (payment_status IN
        ('pending', 'authorised', 'partially-paid', 'paid', 'partially-refunded', 'refunded', 'failed', 'expired')),
      ADD CONSTRAINT orders_fulfilment_status CHECK (fulfilment_status IN
        ('unfulfilled', 'partially-fulfilled', 'fulfilled', 'delivered', 'cancelled')),
      ADD CONSTRAINT orders_currency CHECK (currency IN ('EUR', 'GBP', 'USD')),
      ADD CONSTRAINT orders_whole CHECK (subtotal = trunc(subtotal) AND discount = trunc(discount) AND shipping = trunc(shipping)
        AND shipping_tax = trunc(shipping_tax) AND tax = trunc(tax) AND total = trunc(total)
        AND captured = trunc(captured) AND refunded = trunc(refunded)),
      ADD CONSTRAINT orders_sign CHECK (least(subtotal, discount, shipping, shipping_tax, tax, total, captured, refunded) >= 0),
      ADD CONSTRAINT orders_sum CHECK (total = subtotal - discount + shipping + CASE WHEN tax_included THEN 0 ELSE tax END),
      ADD CONSTRAINT orders_refund CHECK (refunded <= captured);
    CREATE UNIQUE INDEX orders_one_per_cart ON orders (cart_id);

    ALTER TABLE orders_lines
      ADD CONSTRAINT orders_lines_whole CHECK (quantity = trunc(quantity) AND unit_price = trunc(unit_price)
        AND discount = trunc(discount) AND tax = trunc(tax) AND total = trunc(total) AND shipped = trunc(shipped)),
      ADD CONSTRAINT orders_lines_shipped CHECK (0 <= shipped AND shipped <= quantity AND quantity > 0),
      ADD CONSTRAINT orders_lines_sum CHECK (total = unit_price * quantity - discount AND least(unit_price, discount, tax, total) >= 0);

    ALTER TABLE payments
      ADD CONSTRAINT payments_status CHECK (status IN
        ('pending', 'authorised', 'partially-captured', 'captured', 'partially-refunded', 'refunded', 'failed', 'cancelled', 'expired')),
      ADD CONSTRAINT payments_whole CHECK (amount = trunc(amount) AND captured = trunc(captured) AND refunded = trunc(refunded)),
      ADD CONSTRAINT payments_sums CHECK (0 <= refunded AND refunded <= captured AND captured <= amount);
    CREATE UNIQUE INDEX payments_one_open ON payments (order_id) WHERE status IN ('pending', 'authorised');

    ALTER TABLE emails ADD CONSTRAINT emails_status CHECK (status IN ('queued', 'sent', 'captured', 'dead'));
    CREATE UNIQUE INDEX emails_once ON emails (template, entity, recipient);
    CREATE INDEX emails_due ON emails (next_attempt_at) WHERE status = 'queued';

    ALTER TABLE price_records
      ADD CONSTRAINT price_records_whole CHECK (amount = trunc(amount) AND amount >= 0),
      ADD CONSTRAINT price_records_currency CHECK (currency IN ('EUR', 'GBP', 'USD'));
    CREATE INDEX price_records_latest ON price_records (variant_id, currency, effective_from DESC, created_at DESC);

    CREATE UNIQUE INDEX variants_once ON variants
      (product_id, size_id, coalesce(width_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE deleted_at IS NULL;
    ALTER TABLE variants ADD CONSTRAINT variants_money CHECK (
      coalesce(price_in_e_u_r, 0) = trunc(coalesce(price_in_e_u_r, 0)) AND coalesce(price_in_e_u_r, 0) >= 0 AND
      coalesce(price_in_g_b_p, 0) = trunc(coalesce(price_in_g_b_p, 0)) AND coalesce(price_in_g_b_p, 0) >= 0 AND
      coalesce(price_in_u_s_d, 0) = trunc(coalesce(price_in_u_s_d, 0)) AND coalesce(price_in_u_s_d, 0) >= 0);
    ALTER TABLE products ADD CONSTRAINT products_money CHECK (
      coalesce(price_in_e_u_r, 0) = trunc(coalesce(price_in_e_u_r, 0)) AND coalesce(price_in_e_u_r, 0) >= 0 AND
      coalesce(price_in_g_b_p, 0) = trunc(coalesce(price_in_g_b_p, 0)) AND coalesce(price_in_g_b_p, 0) >= 0 AND
      coalesce(price_in_u_s_d, 0) = trunc(coalesce(price_in_u_s_d, 0)) AND coalesce(price_in_u_s_d, 0) >= 0);

    ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_points CHECK (basis_points = trunc(basis_points) AND basis_points BETWEEN 0 AND 10000);
    CREATE UNIQUE INDEX tax_rates_once ON tax_rates (country, coalesce(region, ''), tax_class, valid_from);
    ALTER TABLE shipping_methods_rates ADD CONSTRAINT shipping_methods_rates_money CHECK (
      price = trunc(price) AND price >= 0 AND coalesce(free_from, 0) >= 0);
  `)
  await db.execute(sql`
    CREATE FUNCTION molini_restrict(child regclass, col name, parent regclass) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE found name;
    BEGIN
      SELECT c.conname INTO found FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.conrelid = child AND c.contype = 'f' AND a.attname = col;
      IF found IS NOT NULL THEN EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', child, found); END IF;
      EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %s (id) ON DELETE RESTRICT',
        child, child::text || '_' || col || '_kept', col, parent);
    END $$;
    SELECT molini_restrict('stock_levels', 'variant_id', 'variants'), molini_restrict('stock_levels', 'location_id', 'locations'),
      molini_restrict('stock_movements', 'variant_id', 'variants'), molini_restrict('stock_movements', 'location_id', 'locations'),
      molini_restrict('reservations', 'variant_id', 'variants'), molini_restrict('reservations', 'location_id', 'locations'),
      molini_restrict('reservations', 'order_id', 'orders'),
      molini_restrict('price_records', 'variant_id', 'variants'), molini_restrict('variants', 'product_id', 'products'),
      molini_restrict('orders_lines', 'variant_id', 'variants'), molini_restrict('orders_lines', 'product_id', 'products'),
      molini_restrict('payments', 'order_id', 'orders'), molini_restrict('shipments', 'order_id', 'orders'),
      molini_restrict('shipments_lines', 'variant_id', 'variants');
    DROP FUNCTION molini_restrict(regclass, name, regclass);
  `)
  await db.execute(sql`
    CREATE FUNCTION molini_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER stock_movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_movements
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
    CREATE TRIGGER price_records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_records
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
    CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
    CREATE TRIGGER orders_kept BEFORE DELETE OR TRUNCATE ON orders FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
    CREATE TRIGGER payments_kept BEFORE DELETE OR TRUNCATE ON payments FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();

    -- On hand moves by a movement and in no other way, so the ledger always sums to it.
    CREATE FUNCTION molini_apply_movement() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE stock_levels SET on_hand = on_hand + NEW.quantity, updated_at = now()
        WHERE variant_id = NEW.variant_id AND location_id = NEW.location_id;
      IF NOT FOUND THEN
        INSERT INTO stock_levels (variant_id, location_id, on_hand) VALUES (NEW.variant_id, NEW.location_id, NEW.quantity)
          ON CONFLICT (variant_id, location_id) DO UPDATE SET on_hand = stock_levels.on_hand + NEW.quantity, updated_at = now();
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER stock_movements_apply AFTER INSERT ON stock_movements FOR EACH ROW EXECUTE FUNCTION molini_apply_movement();
    CREATE FUNCTION molini_on_hand_by_movement() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'on hand changes by a stock movement only' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER stock_levels_by_movement BEFORE UPDATE OF on_hand ON stock_levels
      FOR EACH ROW WHEN (OLD.on_hand IS DISTINCT FROM NEW.on_hand) EXECUTE FUNCTION molini_on_hand_by_movement();
    CREATE TRIGGER stock_levels_start_empty BEFORE INSERT ON stock_levels
      FOR EACH ROW WHEN (NEW.on_hand <> 0) EXECUTE FUNCTION molini_on_hand_by_movement();

    -- Every effective change of a price of something for sale is a record (Directive (EU) 2019/2161).
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

    -- The chain: one writer at a time, each row sealed with the hash of the one before.
    CREATE FUNCTION molini_audit_hash(e audit_entries) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT encode(sha256(convert_to(jsonb_build_array(e.seq, extract(epoch FROM e.at), e.actor_id, e.actor, e.action, e.entity,
        e.entity_id, e.before, e.after, e.reason, e.ip, e.previous_hash)::text, 'UTF8')), 'hex')
    $$;
    CREATE FUNCTION molini_seal_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE last audit_entries;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('molini.audit'));
      SELECT * INTO last FROM audit_entries ORDER BY seq DESC LIMIT 1;
      NEW.seq := coalesce(last.seq, 0) + 1;
      NEW.previous_hash := coalesce(last.hash, repeat('0', 64));
      NEW.hash := molini_audit_hash(NEW);
      RETURN NEW;
    END $$;
    CREATE TRIGGER audit_entries_seal BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION molini_seal_audit();
  `)
  await db.execute(sql`
    -- First answers under an idempotency key; scope is the cart or the staff verb on its document.
    CREATE TABLE idempotency_keys (
      scope text NOT NULL, key text NOT NULL, request_hash text NOT NULL, status integer, response jsonb,
      created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (scope, key));
    CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
    -- The inbox of provider events.
    CREATE TABLE payment_events (
      provider text NOT NULL, event_id text NOT NULL, type text NOT NULL, payload jsonb NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now(), handled_at timestamptz, error text, PRIMARY KEY (provider, event_id));
    -- Personal values in the audit chain are encrypted with these; erasure drops the row and the chain still verifies.
    CREATE TABLE audit_subject_keys (subject text PRIMARY KEY, wrapped_key bytea NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE rate_limits (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
    CREATE TABLE shop_marks (name text PRIMARY KEY, value jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now());
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE shop_marks, rate_limits, audit_subject_keys, payment_events, idempotency_keys;
    DROP TRIGGER audit_entries_seal ON audit_entries;
    DROP FUNCTION molini_seal_audit(), molini_audit_hash(audit_entries);
    DROP TRIGGER variants_price_changed ON variants;
    DROP TRIGGER products_price_changed ON products;
    DROP FUNCTION molini_price_changed(), molini_record_prices(uuid, uuid);
    DROP TRIGGER stock_levels_start_empty ON stock_levels;
    DROP TRIGGER stock_levels_by_movement ON stock_levels;
    DROP TRIGGER stock_movements_apply ON stock_movements;
    DROP FUNCTION molini_on_hand_by_movement(), molini_apply_movement();
    DROP TRIGGER payments_kept ON payments;
    DROP TRIGGER orders_kept ON orders;
    DROP TRIGGER audit_entries_append_only ON audit_entries;
    DROP TRIGGER price_records_append_only ON price_records;
    DROP TRIGGER stock_movements_append_only ON stock_movements;
    DROP FUNCTION molini_append_only();
    DROP SEQUENCE order_numbers;
    DROP INDEX stock_levels_place, reservations_once, locations_one_default, carts_lines_once, orders_one_per_cart,
      payments_one_open, emails_once, emails_due, price_records_latest, variants_once, tax_rates_once;
    ALTER TABLE stock_levels DROP CONSTRAINT stock_levels_counts, DROP CONSTRAINT stock_levels_whole;
    ALTER TABLE stock_movements DROP CONSTRAINT stock_movements_whole, DROP CONSTRAINT stock_movements_kind;
    ALTER TABLE reservations DROP CONSTRAINT reservations_whole, DROP CONSTRAINT reservations_cause;
    ALTER TABLE carts DROP CONSTRAINT carts_status, DROP CONSTRAINT carts_market, DROP CONSTRAINT carts_currency;
    ALTER TABLE carts_lines DROP CONSTRAINT carts_lines_quantity;
    ALTER TABLE orders DROP CONSTRAINT orders_payment_status, DROP CONSTRAINT orders_fulfilment_status, DROP CONSTRAINT orders_currency,
      DROP CONSTRAINT orders_whole, DROP CONSTRAINT orders_sign, DROP CONSTRAINT orders_sum, DROP CONSTRAINT orders_refund;
    ALTER TABLE orders_lines DROP CONSTRAINT orders_lines_whole, DROP CONSTRAINT orders_lines_shipped, DROP CONSTRAINT orders_lines_sum;
    ALTER TABLE payments DROP CONSTRAINT payments_status, DROP CONSTRAINT payments_whole, DROP CONSTRAINT payments_sums;
    ALTER TABLE emails DROP CONSTRAINT emails_status;
    ALTER TABLE price_records DROP CONSTRAINT price_records_whole, DROP CONSTRAINT price_records_currency;
    ALTER TABLE variants DROP CONSTRAINT variants_money;
    ALTER TABLE products DROP CONSTRAINT products_money;
    ALTER TABLE tax_rates DROP CONSTRAINT tax_rates_points;
    ALTER TABLE shipping_methods_rates DROP CONSTRAINT shipping_methods_rates_money;
  `)
}
