import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What went wrong in the shop itself, each kind of it once, for whoever runs it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE faults (
      mark text PRIMARY KEY, place text NOT NULL, words text NOT NULL, times integer NOT NULL,
      first_at timestamptz NOT NULL DEFAULT now(), last_at timestamptz NOT NULL DEFAULT now());
    CREATE INDEX faults_age ON faults (last_at);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE faults`)
}
