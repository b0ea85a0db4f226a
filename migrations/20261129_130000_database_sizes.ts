import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** How large the database and its greatest tables were, once a day, so that growth can be seen and told. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE database_sizes (
      day date PRIMARY KEY, bytes bigint NOT NULL CONSTRAINT database_sizes_some CHECK (bytes > 0),
      tables jsonb NOT NULL CONSTRAINT database_sizes_tables CHECK (jsonb_typeof(tables) = 'object'));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE database_sizes`)
}
