import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders_lines" ADD COLUMN "labels" jsonb;
  ALTER TABLE "orders" ADD COLUMN "size_system" varchar CONSTRAINT "orders_size_system" CHECK ("size_system" IN ('uk', 'us', 'cm'));
  ALTER TABLE "customers" ADD COLUMN "size_system" varchar CONSTRAINT "customers_size_system" CHECK ("size_system" IN ('eu', 'uk', 'us', 'cm'));`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders_lines" DROP COLUMN "labels";
  ALTER TABLE "orders" DROP COLUMN "size_system";
  ALTER TABLE "customers" DROP COLUMN "size_system";`)
}
