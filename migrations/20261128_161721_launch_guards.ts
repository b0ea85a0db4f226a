import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** One person may buy a number of pairs, never none. What has launched so far is told already: the next that do are those after now. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE products ADD CONSTRAINT products_per_person CHECK (per_person BETWEEN 1 AND 20 AND per_person = trunc(per_person));
    INSERT INTO shop_marks (name, value) VALUES ('launches', jsonb_build_object('begun', now())) ON CONFLICT (name) DO NOTHING;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DELETE FROM shop_marks WHERE name = 'launches';
    ALTER TABLE products DROP CONSTRAINT products_per_person;
  `)
}
