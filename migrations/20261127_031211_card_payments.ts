import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_shop_settings_payment_capture" AS ENUM('automatic', 'manual');
  ALTER TABLE "orders" ADD COLUMN "dispute" varchar;
  ALTER TABLE "payments" ADD COLUMN "attempt" numeric DEFAULT 1 NOT NULL;
  ALTER TABLE "shop_settings" ADD COLUMN "payment_capture" "enum_shop_settings_payment_capture" DEFAULT 'automatic' NOT NULL;

  -- The n-th try of an order is one payment at the provider.
  CREATE UNIQUE INDEX payments_attempt ON payments (order_id, attempt);
  ALTER TABLE payments ADD CONSTRAINT payments_attempt_whole CHECK (attempt = trunc(attempt) AND attempt > 0);
  ALTER TABLE orders ADD CONSTRAINT orders_dispute CHECK (dispute IN ('open', 'won', 'lost'));
  CREATE INDEX orders_disputed ON orders (dispute) WHERE dispute IS NOT NULL;
  -- Payments whose end a lost event might have told.
  CREATE INDEX payments_to_check ON payments (updated_at) WHERE reference IS NOT NULL AND status IN ('pending', 'authorised', 'failed');
  -- An event that is stored and could not be handled is tried again.
  ALTER TABLE payment_events ADD COLUMN tries integer DEFAULT 0 NOT NULL, ADD COLUMN next_try_at timestamptz DEFAULT now() NOT NULL;
  CREATE INDEX payment_events_due ON payment_events (next_try_at) WHERE handled_at IS NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
  ALTER TABLE payment_events DROP COLUMN tries, DROP COLUMN next_try_at;
  DROP INDEX payments_attempt, orders_disputed, payments_to_check;
  ALTER TABLE payments DROP CONSTRAINT payments_attempt_whole;
  ALTER TABLE orders DROP CONSTRAINT orders_dispute;
   ALTER TABLE "orders" DROP COLUMN "dispute";
  ALTER TABLE "payments" DROP COLUMN "attempt";
  ALTER TABLE "shop_settings" DROP COLUMN "payment_capture";
  DROP TYPE "public"."enum_shop_settings_payment_capture";`)
}
