import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One voice for each shoe of an order; sums and pictures beside the reviews. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE reviews
      ADD CONSTRAINT reviews_status CHECK (status IN ('pending', 'approved', 'rejected') AND (status = 'pending' OR decided_at IS NOT NULL)),
      ADD CONSTRAINT reviews_rating CHECK (rating IN (1, 2, 3, 4, 5)),
      ADD CONSTRAINT reviews_fit CHECK (fit IN ('small', 'true', 'large')),
      ADD CONSTRAINT reviews_foot CHECK (foot_mm BETWEEN 100 AND 340 AND foot_mm = trunc(foot_mm)),
      ADD CONSTRAINT reviews_bought CHECK (origin IN ('order', 'demo') AND (origin = 'order') = (order_id IS NOT NULL)),
      DROP CONSTRAINT reviews_product_id_products_id_fk,
      DROP CONSTRAINT reviews_order_id_orders_id_fk,
      ADD CONSTRAINT reviews_product_id_gone FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
      ADD CONSTRAINT reviews_order_id_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT;
    CREATE UNIQUE INDEX reviews_once ON reviews (order_id, product_id);
    CREATE INDEX reviews_shown ON reviews (product_id, decided_at) WHERE status = 'approved';

    -- Pictures lie here, not among the shop's own: nobody sees one before it is approved, and they go with their review.
    CREATE TABLE review_photos (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      review_id uuid NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
      place int NOT NULL,
      width int NOT NULL,
      height int NOT NULL,
      bytes bytea NOT NULL,
      CONSTRAINT review_photos_shape CHECK (place BETWEEN 0 AND 2 AND width > 0 AND height > 0),
      CONSTRAINT review_photos_once UNIQUE (review_id, place)
    );
    ALTER TABLE review_photos ALTER COLUMN bytes SET STORAGE EXTERNAL;

    CREATE TABLE review_summaries (
      style_id uuid PRIMARY KEY REFERENCES styles (id) ON DELETE CASCADE,
      stars_1 int NOT NULL DEFAULT 0,
      stars_2 int NOT NULL DEFAULT 0,
      stars_3 int NOT NULL DEFAULT 0,
      stars_4 int NOT NULL DEFAULT 0,
      stars_5 int NOT NULL DEFAULT 0,
      fit_small int NOT NULL DEFAULT 0,
      fit_true int NOT NULL DEFAULT 0,
      fit_large int NOT NULL DEFAULT 0,
      back_small int NOT NULL DEFAULT 0,
      back_large int NOT NULL DEFAULT 0,
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT review_summaries_counts CHECK (least(stars_1, stars_2, stars_3, stars_4, stars_5, fit_small, fit_true, fit_large, back_small, back_large) >= 0)
    );

    -- Cards show the stars, so a process that keeps cards must hear of them.
    CREATE TRIGGER review_summaries_listed_insert AFTER INSERT ON review_summaries REFERENCING NEW TABLE AS made
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_products('SELECT p.id FROM $rows r JOIN products p ON p.style_id = r.style_id');
    CREATE TRIGGER review_summaries_listed_update AFTER UPDATE ON review_summaries REFERENCING OLD TABLE AS gone NEW TABLE AS made
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_products('SELECT p.id FROM $rows r JOIN products p ON p.style_id = r.style_id');

    CREATE TABLE review_invitations (
      order_id uuid PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,
      at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX orders_delivered ON orders (delivered_at) WHERE fulfilment_status = 'delivered';

    -- Who wants no more mails of a kind, as a digest under the secret: no address is kept.
    CREATE TABLE mail_stops (
      kind text NOT NULL,
      digest text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (kind, digest)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE mail_stops, review_invitations, review_summaries, review_photos;
    DROP INDEX orders_delivered, reviews_once, reviews_shown;
    ALTER TABLE reviews
      DROP CONSTRAINT reviews_status, DROP CONSTRAINT reviews_rating, DROP CONSTRAINT reviews_fit, DROP CONSTRAINT reviews_foot,
      DROP CONSTRAINT reviews_bought, DROP CONSTRAINT reviews_product_id_gone, DROP CONSTRAINT reviews_order_id_kept,
      ADD CONSTRAINT reviews_product_id_products_id_fk FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE SET NULL,
      ADD CONSTRAINT reviews_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL;
  `)
}
