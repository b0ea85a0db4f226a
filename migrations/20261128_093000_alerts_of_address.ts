import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What an address waits for is listed in its account, and stopped by one click. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`CREATE INDEX stock_alerts_of_address ON stock_alerts (email) WHERE status = 'waiting'`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP INDEX stock_alerts_of_address`)
}
