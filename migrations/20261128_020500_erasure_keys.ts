import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The link that closes an account is a key like the other mailed ones; its detail is the address it was mailed to. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE account_keys DROP CONSTRAINT account_keys_kind, ADD CONSTRAINT account_keys_kind
      CHECK (kind IN ('sign-in', 'email-change', 'second-step', 'erasure') AND (kind IN ('email-change', 'erasure')) = (detail IS NOT NULL));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DELETE FROM account_keys WHERE kind = 'erasure';
    ALTER TABLE account_keys DROP CONSTRAINT account_keys_kind, ADD CONSTRAINT account_keys_kind
      CHECK (kind IN ('sign-in', 'email-change', 'second-step') AND (kind = 'email-change') = (detail IS NOT NULL));
  `)
}
