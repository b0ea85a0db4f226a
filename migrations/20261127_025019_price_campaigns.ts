import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_price_campaigns_segments" AS ENUM('men', 'women', 'unisex', 'kids');
  CREATE TYPE "public"."enum_price_campaigns_kind" AS ENUM('percent', 'amount', 'fixed');
  CREATE TABLE "price_campaigns_segments" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_price_campaigns_segments",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "price_campaigns" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"starts_at" timestamp(3) with time zone NOT NULL,
  	"ends_at" timestamp(3) with time zone,
  	"kind" "enum_price_campaigns_kind" DEFAULT 'percent' NOT NULL,
  	"percent" numeric,
  	"amounts_eur" numeric,
  	"amounts_gbp" numeric,
  	"amounts_usd" numeric,
  	"active" boolean DEFAULT false,
  	"priority" numeric DEFAULT 0,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_campaigns_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"brands_id" uuid,
  	"categories_id" uuid,
  	"products_id" uuid
  );
  
  ALTER TABLE "price_records" ADD COLUMN "regular" numeric;
  ALTER TABLE "price_records" ADD COLUMN "campaign_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "price_campaigns_id" uuid;
  ALTER TABLE "price_campaigns_segments" ADD CONSTRAINT "price_campaigns_segments_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."price_campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_campaigns_rels" ADD CONSTRAINT "price_campaigns_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."price_campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_campaigns_rels" ADD CONSTRAINT "price_campaigns_rels_brands_fk" FOREIGN KEY ("brands_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_campaigns_rels" ADD CONSTRAINT "price_campaigns_rels_categories_fk" FOREIGN KEY ("categories_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "price_campaigns_rels" ADD CONSTRAINT "price_campaigns_rels_products_fk" FOREIGN KEY ("products_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "price_campaigns_segments_order_idx" ON "price_campaigns_segments" USING btree ("order");
  CREATE INDEX "price_campaigns_segments_parent_idx" ON "price_campaigns_segments" USING btree ("parent_id");
  CREATE INDEX "price_campaigns_starts_at_idx" ON "price_campaigns" USING btree ("starts_at");
  CREATE INDEX "price_campaigns_ends_at_idx" ON "price_campaigns" USING btree ("ends_at");
  CREATE INDEX "price_campaigns_active_idx" ON "price_campaigns" USING btree ("active");
  CREATE INDEX "price_campaigns_updated_at_idx" ON "price_campaigns" USING btree ("updated_at");
  CREATE INDEX "price_campaigns_created_at_idx" ON "price_campaigns" USING btree ("created_at");
  CREATE INDEX "price_campaigns_rels_order_idx" ON "price_campaigns_rels" USING btree ("order");
  CREATE INDEX "price_campaigns_rels_parent_idx" ON "price_campaigns_rels" USING btree ("parent_id");
  CREATE INDEX "price_campaigns_rels_path_idx" ON "price_campaigns_rels" USING btree ("path");
  CREATE INDEX "price_campaigns_rels_brands_id_idx" ON "price_campaigns_rels" USING btree ("brands_id");
  CREATE INDEX "price_campaigns_rels_categories_id_idx" ON "price_campaigns_rels" USING btree ("categories_id");
  CREATE INDEX "price_campaigns_rels_products_id_idx" ON "price_campaigns_rels" USING btree ("products_id");
  ALTER TABLE "price_records" ADD CONSTRAINT "price_records_campaign_id_price_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."price_campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_price_campaigns_fk" FOREIGN KEY ("price_campaigns_id") REFERENCES "public"."price_campaigns"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "price_records_campaign_idx" ON "price_records" USING btree ("campaign_id");
  CREATE INDEX "payload_locked_documents_rels_price_campaigns_id_idx" ON "payload_locked_documents_rels" USING btree ("price_campaigns_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "price_campaigns_segments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_campaigns" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "price_campaigns_rels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "price_campaigns_segments" CASCADE;
  DROP TABLE "price_campaigns" CASCADE;
  DROP TABLE "price_campaigns_rels" CASCADE;
  ALTER TABLE "price_records" DROP CONSTRAINT IF EXISTS "price_records_campaign_id_price_campaigns_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_price_campaigns_fk";
  
  DROP INDEX "price_records_campaign_idx";
  DROP INDEX "payload_locked_documents_rels_price_campaigns_id_idx";
  ALTER TABLE "price_records" DROP COLUMN "regular";
  ALTER TABLE "price_records" DROP COLUMN "campaign_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "price_campaigns_id";
  DROP TYPE "public"."enum_price_campaigns_segments";
  DROP TYPE "public"."enum_price_campaigns_kind";`)
}
