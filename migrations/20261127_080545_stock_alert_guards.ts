import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Whoever waits for a size waits once, whoever writes it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE stock_alerts
      ADD CONSTRAINT stock_alerts_status CHECK (status IN ('waiting', 'sent') AND (status = 'sent') = (sent_at IS NOT NULL)),
      DROP CONSTRAINT stock_alerts_variant_id_variants_id_fk,
      ADD CONSTRAINT stock_alerts_variant_id_gone FOREIGN KEY (variant_id) REFERENCES variants (id) ON DELETE CASCADE;
    CREATE UNIQUE INDEX stock_alerts_once ON stock_alerts (variant_id, email) WHERE status = 'waiting';
    CREATE INDEX stock_alerts_waiting ON stock_alerts (variant_id, created_at, id) WHERE status = 'waiting';
    CREATE INDEX stock_alerts_sent ON stock_alerts (variant_id, sent_at) WHERE status = 'sent';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX stock_alerts_once, stock_alerts_waiting, stock_alerts_sent;
    ALTER TABLE stock_alerts DROP CONSTRAINT stock_alerts_status, DROP CONSTRAINT stock_alerts_variant_id_gone,
      ADD CONSTRAINT stock_alerts_variant_id_variants_id_fk FOREIGN KEY (variant_id) REFERENCES variants (id) ON DELETE SET NULL;
  `)
}
