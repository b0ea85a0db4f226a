import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * A pair is held for an order, or one for somebody who has waited, until a time, and then perhaps for a bag. Nobody waits for a
 * size while a pair of it is held for them, and no alert has two.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE stock_alerts
      DROP CONSTRAINT stock_alerts_status,
      ADD CONSTRAINT stock_alerts_status CHECK (status IN ('waiting', 'held', 'sent')
        AND (status = 'waiting') = (sent_at IS NULL) AND (status <> 'held' OR held_until IS NOT NULL));
    DROP INDEX stock_alerts_once, stock_alerts_of_address;
    CREATE UNIQUE INDEX stock_alerts_once ON stock_alerts (variant_id, email) WHERE status IN ('waiting', 'held');
    CREATE INDEX stock_alerts_of_address ON stock_alerts (email) WHERE status IN ('waiting', 'held');
    ALTER TABLE reservations
      DROP CONSTRAINT reservations_cause,
      DROP CONSTRAINT reservations_alert_id_stock_alerts_id_fk,
      ADD CONSTRAINT reservations_cause CHECK (num_nonnulls(order_id, alert_id) = 1 AND (cart_id IS NULL OR alert_id IS NOT NULL)
        AND (alert_id IS NULL OR (quantity = 1 AND expires_at IS NOT NULL))),
      ADD CONSTRAINT reservations_alert_id_kept FOREIGN KEY (alert_id) REFERENCES stock_alerts (id) ON DELETE RESTRICT;
    DROP INDEX reservations_once, reservations_alert_idx;
    CREATE UNIQUE INDEX reservations_once ON reservations (order_id, variant_id, location_id) WHERE order_id IS NOT NULL;
    CREATE UNIQUE INDEX reservations_alert_once ON reservations (alert_id) WHERE alert_id IS NOT NULL;
    CREATE INDEX reservations_hold_due ON reservations (expires_at) WHERE alert_id IS NOT NULL;
  `)
}

/** Holds end with the columns that say whose they are: their pairs are for everybody. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    UPDATE stock_levels s SET reserved = s.reserved - h.pairs
      FROM (SELECT variant_id, location_id, sum(quantity) AS pairs FROM reservations WHERE alert_id IS NOT NULL GROUP BY 1, 2) h
      WHERE s.variant_id = h.variant_id AND s.location_id = h.location_id;
    DELETE FROM reservations WHERE alert_id IS NOT NULL;
    UPDATE stock_alerts SET status = 'sent' WHERE status = 'held';
    DROP INDEX reservations_once, reservations_alert_once, reservations_hold_due, stock_alerts_once, stock_alerts_of_address;
    CREATE UNIQUE INDEX reservations_once ON reservations (coalesce(order_id, cart_id), variant_id, location_id);
    CREATE INDEX reservations_alert_idx ON reservations (alert_id);
    ALTER TABLE reservations
      DROP CONSTRAINT reservations_cause,
      DROP CONSTRAINT reservations_alert_id_kept,
      ADD CONSTRAINT reservations_cause CHECK (num_nonnulls(order_id, cart_id) = 1),
      ADD CONSTRAINT reservations_alert_id_stock_alerts_id_fk FOREIGN KEY (alert_id) REFERENCES stock_alerts (id) ON DELETE SET NULL;
    ALTER TABLE stock_alerts
      DROP CONSTRAINT stock_alerts_status,
      ADD CONSTRAINT stock_alerts_status CHECK (status IN ('waiting', 'sent') AND (status = 'sent') = (sent_at IS NOT NULL));
    CREATE UNIQUE INDEX stock_alerts_once ON stock_alerts (variant_id, email) WHERE status = 'waiting';
    CREATE INDEX stock_alerts_of_address ON stock_alerts (email) WHERE status = 'waiting';
  `)
}
