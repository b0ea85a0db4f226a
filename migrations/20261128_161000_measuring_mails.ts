import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Who wants to be told when a child should be measured again, and of which measurement that has been said. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE measuring_mails (
      customer_id uuid PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
      market text NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT now()
    );
    ALTER TABLE child_feet ADD COLUMN reminded_of date;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE child_feet DROP COLUMN reminded_of;
    DROP TABLE measuring_mails;
  `)
}
