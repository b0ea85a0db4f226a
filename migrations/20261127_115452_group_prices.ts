import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "price_campaigns_rels" ADD COLUMN "customer_groups_id" uuid;
  ALTER TABLE "price_campaigns_rels" ADD CONSTRAINT "price_campaigns_rels_customer_groups_fk" FOREIGN KEY ("customer_groups_id") REFERENCES "public"."customer_groups"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "price_campaigns_rels_customer_groups_id_idx" ON "price_campaigns_rels" USING btree ("customer_groups_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "price_campaigns_rels" DROP CONSTRAINT IF EXISTS "price_campaigns_rels_customer_groups_fk";
  
  DROP INDEX "price_campaigns_rels_customer_groups_id_idx";
  ALTER TABLE "price_campaigns_rels" DROP COLUMN "customer_groups_id";`)
}
