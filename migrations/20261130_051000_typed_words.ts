import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What was typed into a refused form and is too large for a cookie: sealed, under keys that browsers alone have. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE typed_words (
      hash text PRIMARY KEY,
      sealed text NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT typed_words_size CHECK (length(sealed) <= 24000)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE typed_words;`)
}
