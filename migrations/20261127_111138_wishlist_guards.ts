import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One list for a customer, each shoe once on it; whose list it is is always known. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE wishlists
      ADD CONSTRAINT wishlists_owner CHECK ((customer_id IS NULL) <> (secret_hash IS NULL)),
      DROP CONSTRAINT wishlists_customer_id_customers_id_fk,
      ADD CONSTRAINT wishlists_customer_id_gone FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
    DROP INDEX wishlists_customer_idx;
    CREATE UNIQUE INDEX wishlists_one_per_customer ON wishlists (customer_id);
    CREATE UNIQUE INDEX wishlists_items_once ON wishlists_items (_parent_id, product_id);
    CREATE INDEX wishlists_of_guests ON wishlists (updated_at) WHERE customer_id IS NULL;
    ALTER TABLE wishlists_items
      DROP CONSTRAINT wishlists_items_product_id_products_id_fk,
      ADD CONSTRAINT wishlists_items_product_id_gone FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX wishlists_one_per_customer, wishlists_items_once, wishlists_of_guests;
    ALTER TABLE wishlists DROP CONSTRAINT wishlists_owner, DROP CONSTRAINT wishlists_customer_id_gone,
      ADD CONSTRAINT wishlists_customer_id_customers_id_fk FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE SET NULL;
    CREATE INDEX wishlists_customer_idx ON wishlists (customer_id);
    ALTER TABLE wishlists_items DROP CONSTRAINT wishlists_items_product_id_gone,
      ADD CONSTRAINT wishlists_items_product_id_products_id_fk FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE SET NULL;
  `)
}
