import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Every order writes a dozen rows, and every index on them is written too. These are read by nobody: the
 * position in an array is only ever sorted within its parent, some repeat the first column of another index,
 * and what changes with every write of a cart or a level keeps the update from staying on its page.
 */
const unread: readonly [name: string, definition: string][] = [
  ['orders_cart_idx', 'orders (cart_id)'],
  ['orders_updated_at_idx', 'orders (updated_at)'],
  ['orders_created_at_idx', 'orders (created_at)'],
  ['orders_lines_order_idx', 'orders_lines (_order)'],
  ['orders_timeline_order_idx', 'orders_timeline (_order)'],
  ['payments_updated_at_idx', 'payments (updated_at)'],
  ['reservations_location_idx', 'reservations (location_id)'],
  ['reservations_expires_at_idx', 'reservations (expires_at)'],
  ['reservations_updated_at_idx', 'reservations (updated_at)'],
  ['reservations_created_at_idx', 'reservations (created_at)'],
  ['emails_next_attempt_at_idx', 'emails (next_attempt_at)'],
  ['emails_updated_at_idx', 'emails (updated_at)'],
  ['stock_levels_variant_idx', 'stock_levels (variant_id)'],
  ['stock_levels_updated_at_idx', 'stock_levels (updated_at)'],
  ['stock_movements_updated_at_idx', 'stock_movements (updated_at)'],
  ['carts_status_idx', 'carts (status)'],
  ['carts_order_idx', 'carts (order_id)'],
  ['carts_updated_at_idx', 'carts (updated_at)'],
  ['carts_lines_order_idx', 'carts_lines (_order)'],
  ['carts_lines_parent_id_idx', 'carts_lines (_parent_id)'],
  ['shipments_lines_order_idx', 'shipments_lines (_order)'],
  ['audit_entries_updated_at_idx', 'audit_entries (updated_at)'],
  ['audit_entries_created_at_idx', 'audit_entries (created_at)'],
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`DROP INDEX IF EXISTS ${unread.map(([name]) => name).join(', ')}`))
  await db.execute(sql`
    ALTER TABLE carts SET (fillfactor = 80);
    ALTER TABLE carts_lines SET (fillfactor = 80);
    -- What is still owed to a provider is looked for by a job.
    CREATE INDEX payments_due ON payments (id) WHERE data ? 'refundDue' OR data ? 'cancelDue';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX payments_due;
    ALTER TABLE carts RESET (fillfactor);
    ALTER TABLE carts_lines RESET (fillfactor);
  `)
  for (const [name, definition] of unread) await db.execute(sql.raw(`CREATE INDEX IF NOT EXISTS ${name} ON ${definition}`))
}
