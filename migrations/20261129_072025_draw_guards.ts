import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * A product that is launched by a draw has one, with a seed that nobody is shown before it was made; each mailbox is in it once,
 * and each place is somebody's alone. What was drawn stays as it was drawn.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE draws (
      product_id uuid PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
      -- Two random uuids are 244 bits of chance.
      seed text NOT NULL DEFAULT encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex'),
      fingerprint text NOT NULL GENERATED ALWAYS AS (encode(sha256(seed::bytea), 'hex')) STORED,
      entries integer,
      drawn_at timestamptz,
      -- Its pages have been told.
      told boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT draws_seed CHECK (seed ~ '^[0-9a-f]{64}$'),
      CONSTRAINT draws_made CHECK ((drawn_at IS NULL) = (entries IS NULL) AND entries >= 0 AND (drawn_at IS NOT NULL OR NOT told))
    );
    CREATE INDEX draws_due ON draws (product_id) WHERE NOT told;

    ALTER TABLE draw_entries
      ADD CONSTRAINT draw_entries_status CHECK (status IN ('asked', 'confirmed', 'drawn')
        AND (status = 'asked') = (confirmed_at IS NULL) AND (status = 'drawn') = (place IS NOT NULL)),
      DROP CONSTRAINT draw_entries_product_id_products_id_fk,
      DROP CONSTRAINT draw_entries_variant_id_variants_id_fk,
      ADD CONSTRAINT draw_entries_product_gone FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
      ADD CONSTRAINT draw_entries_variant_gone FOREIGN KEY (variant_id) REFERENCES variants (id) ON DELETE CASCADE;
    -- Anybody may name an address; whose it is is known once it was confirmed.
    CREATE UNIQUE INDEX draw_entries_once ON draw_entries (product_id, email);
    CREATE UNIQUE INDEX draw_entries_one_per_person ON draw_entries (product_id, molini_email_key(email)) WHERE status <> 'asked';
    CREATE UNIQUE INDEX draw_entries_place ON draw_entries (product_id, place) WHERE place IS NOT NULL;
    CREATE INDEX draw_entries_of_address ON draw_entries (email);

    ALTER TABLE stock_alerts ADD CONSTRAINT stock_alerts_drawn CHECK ((place IS NULL) = (hold_minutes IS NULL) AND place >= 1 AND hold_minutes >= 1);
    DROP INDEX stock_alerts_waiting;
    CREATE INDEX stock_alerts_waiting ON stock_alerts (variant_id, place, created_at, id) WHERE status = 'waiting';

    CREATE FUNCTION molini_draw_of_product() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND (NEW.launch_by, NEW.launched_at) IS DISTINCT FROM (OLD.launch_by, OLD.launched_at)
          AND EXISTS (SELECT FROM draws WHERE product_id = NEW.id AND drawn_at IS NOT NULL) THEN
        RAISE EXCEPTION 'The draw of this product has been made' USING ERRCODE = 'check_violation', CONSTRAINT = 'draws_kept';
      END IF;
      IF NEW.launch_by = 'draw' AND NEW.launched_at IS NOT NULL AND NEW.deleted_at IS NULL THEN
        INSERT INTO draws (product_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER products_draw AFTER INSERT OR UPDATE ON products FOR EACH ROW EXECUTE FUNCTION molini_draw_of_product();
  `)
}

/** Places in a queue end with the columns that hold them: who was drawn waits on like everybody else, in the order of the draw. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER products_draw ON products;
    DROP FUNCTION molini_draw_of_product();
    UPDATE stock_alerts a SET created_at = a.created_at + make_interval(secs => (a.place / 1000)::float8) WHERE a.place IS NOT NULL;
    ALTER TABLE stock_alerts DROP CONSTRAINT stock_alerts_drawn;
    DROP INDEX stock_alerts_waiting;
    CREATE INDEX stock_alerts_waiting ON stock_alerts (variant_id, created_at, id) WHERE status = 'waiting';
    DROP INDEX draw_entries_once, draw_entries_one_per_person, draw_entries_place, draw_entries_of_address;
    ALTER TABLE draw_entries
      DROP CONSTRAINT draw_entries_status, DROP CONSTRAINT draw_entries_product_gone, DROP CONSTRAINT draw_entries_variant_gone,
      ADD CONSTRAINT draw_entries_product_id_products_id_fk FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE SET NULL,
      ADD CONSTRAINT draw_entries_variant_id_variants_id_fk FOREIGN KEY (variant_id) REFERENCES variants (id) ON DELETE SET NULL;
    DROP TABLE draws;
  `)
}
