import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "draw_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"product_id" uuid NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"email" varchar NOT NULL,
  	"market" varchar NOT NULL,
  	"status" varchar DEFAULT 'asked' NOT NULL,
  	"confirmed_at" timestamp(3) with time zone,
  	"place" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "products" ADD COLUMN "launch_by" varchar DEFAULT 'first';
  ALTER TABLE "products" ADD COLUMN "draw_hours" numeric DEFAULT 24;
  ALTER TABLE "_products_v" ADD COLUMN "version_launch_by" varchar DEFAULT 'first';
  ALTER TABLE "_products_v" ADD COLUMN "version_draw_hours" numeric DEFAULT 24;
  ALTER TABLE "stock_alerts" ADD COLUMN "place" numeric;
  ALTER TABLE "stock_alerts" ADD COLUMN "hold_minutes" numeric;
  ALTER TABLE "draw_entries" ADD CONSTRAINT "draw_entries_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "draw_entries" ADD CONSTRAINT "draw_entries_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "draw_entries_product_idx" ON "draw_entries" USING btree ("product_id");
  CREATE INDEX "draw_entries_variant_idx" ON "draw_entries" USING btree ("variant_id");
  CREATE INDEX "draw_entries_status_idx" ON "draw_entries" USING btree ("status");
  CREATE INDEX "draw_entries_updated_at_idx" ON "draw_entries" USING btree ("updated_at");
  CREATE INDEX "draw_entries_created_at_idx" ON "draw_entries" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "draw_entries" CASCADE;
  ALTER TABLE "products" DROP COLUMN "launch_by";
  ALTER TABLE "products" DROP COLUMN "draw_hours";
  ALTER TABLE "_products_v" DROP COLUMN "version_launch_by";
  ALTER TABLE "_products_v" DROP COLUMN "version_draw_hours";
  ALTER TABLE "stock_alerts" DROP COLUMN "place";
  ALTER TABLE "stock_alerts" DROP COLUMN "hold_minutes";`)
}
