import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** A review whose author is forgotten lets go of its order. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE reviews
      DROP CONSTRAINT reviews_bought,
      ADD CONSTRAINT reviews_bought CHECK (origin = 'order' OR (origin = 'demo' AND order_id IS NULL));
  `)
}

/** Fails while there are reviews whose author was forgotten: what they were written about is not known any more. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE reviews
      DROP CONSTRAINT reviews_bought,
      ADD CONSTRAINT reviews_bought CHECK (origin IN ('order', 'demo') AND (origin = 'order') = (order_id IS NOT NULL));
  `)
}
