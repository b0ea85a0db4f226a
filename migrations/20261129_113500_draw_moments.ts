import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Which moment everybody in a draw has been told, so that they hear of another one. `moment_since` stands as long as that is to be
 * looked at: since when the job has known the moment. Whoever is in already was told the one that it has now.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE draws ADD COLUMN moment timestamptz, ADD COLUMN moment_since timestamptz,
      ADD CONSTRAINT draws_moment CHECK (moment IS NOT NULL OR moment_since IS NULL);
    ALTER TABLE draw_entries ADD COLUMN told_moment timestamptz;
    UPDATE draw_entries e SET told_moment = p.launched_at FROM products p WHERE p.id = e.product_id AND e.status = 'confirmed';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE draw_entries DROP COLUMN told_moment;
    ALTER TABLE draws DROP COLUMN moment, DROP COLUMN moment_since;
  `)
}
