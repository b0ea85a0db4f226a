import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reservations" ADD COLUMN "alert_id" uuid;
  ALTER TABLE "stock_alerts" ADD COLUMN "held_until" timestamp(3) with time zone;
  ALTER TABLE "shop_settings" ADD COLUMN "holds_waiting_minutes" numeric DEFAULT 120;
  ALTER TABLE "reservations" ADD CONSTRAINT "reservations_alert_id_stock_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."stock_alerts"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "reservations_alert_idx" ON "reservations" USING btree ("alert_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "reservations" DROP CONSTRAINT "reservations_alert_id_stock_alerts_id_fk";
  
  DROP INDEX "reservations_alert_idx";
  ALTER TABLE "reservations" DROP COLUMN "alert_id";
  ALTER TABLE "stock_alerts" DROP COLUMN "held_until";
  ALTER TABLE "shop_settings" DROP COLUMN "holds_waiting_minutes";`)
}
