import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_promotions_applies" AS ENUM('automatic', 'code');
  CREATE TYPE "public"."enum_promotions_combines" AS ENUM('with-others', 'alone');
  CREATE TYPE "public"."enum_promotions_effect" AS ENUM('percent', 'amount', 'free-shipping', 'buy-get', 'gift');
  CREATE TABLE "promotions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"active" boolean DEFAULT true,
  	"applies" "enum_promotions_applies" DEFAULT 'code' NOT NULL,
  	"combines" "enum_promotions_combines" DEFAULT 'with-others' NOT NULL,
  	"priority" numeric DEFAULT 100 NOT NULL,
  	"effect" "enum_promotions_effect" DEFAULT 'percent' NOT NULL,
  	"percent" numeric,
  	"amount_eur" numeric,
  	"amount_gbp" numeric,
  	"amount_usd" numeric,
  	"buy" numeric,
  	"get" numeric,
  	"get_percent" numeric DEFAULT 100,
  	"gift_id" uuid,
  	"gift_quantity" numeric DEFAULT 1,
  	"min_value_eur" numeric,
  	"min_value_gbp" numeric,
  	"min_value_usd" numeric,
  	"min_quantity" numeric,
  	"first_order" boolean DEFAULT false,
  	"starts_at" timestamp(3) with time zone,
  	"ends_at" timestamp(3) with time zone,
  	"max_uses" numeric,
  	"max_per_customer" numeric,
  	"budget_eur" numeric,
  	"budget_gbp" numeric,
  	"budget_usd" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "promotions_locales" (
  	"name" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "promotions_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "promotions_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"products_id" uuid,
  	"categories_id" uuid,
  	"brands_id" uuid,
  	"customer_groups_id" uuid
  );
  
  CREATE TABLE "promotion_codes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"code" varchar NOT NULL,
  	"promotion_id" uuid NOT NULL,
  	"max_uses" numeric,
  	"batch" varchar,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "redemptions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"promotion_id" uuid NOT NULL,
  	"order_id" uuid NOT NULL,
  	"code_id" uuid,
  	"uses" numeric NOT NULL,
  	"amount" numeric NOT NULL,
  	"currency" varchar NOT NULL,
  	"turn" numeric DEFAULT 1 NOT NULL,
  	"customer_key" varchar,
  	"email_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "customers_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"customer_groups_id" uuid
  );
  
  CREATE TABLE "customer_groups" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders_lines" ADD COLUMN "gifts" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "orders" ADD COLUMN "code" varchar;
  ALTER TABLE "orders" ADD COLUMN "promotions" jsonb;
  ALTER TABLE "orders" ADD COLUMN "explanation" jsonb;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "promotions_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "promotion_codes_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "customer_groups_id" uuid;
  ALTER TABLE "promotions" ADD CONSTRAINT "promotions_gift_id_variants_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "promotions_locales" ADD CONSTRAINT "promotions_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."promotions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "promotions_texts" ADD CONSTRAINT "promotions_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."promotions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "promotions_rels" ADD CONSTRAINT "promotions_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."promotions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "promotions_rels" ADD CONSTRAINT "promotions_rels_products_fk" FOREIGN KEY ("products_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "promotions_rels" ADD CONSTRAINT "promotions_rels_categories_fk" FOREIGN KEY ("categories_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "promotions_rels" ADD CONSTRAINT "promotions_rels_brands_fk" FOREIGN KEY ("brands_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "promotions_rels" ADD CONSTRAINT "promotions_rels_customer_groups_fk" FOREIGN KEY ("customer_groups_id") REFERENCES "public"."customer_groups"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "promotion_codes" ADD CONSTRAINT "promotion_codes_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_code_id_promotion_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."promotion_codes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers_rels" ADD CONSTRAINT "customers_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "customers_rels" ADD CONSTRAINT "customers_rels_customer_groups_fk" FOREIGN KEY ("customer_groups_id") REFERENCES "public"."customer_groups"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "promotions_gift_idx" ON "promotions" USING btree ("gift_id");
  CREATE INDEX "promotions_updated_at_idx" ON "promotions" USING btree ("updated_at");
  CREATE INDEX "promotions_created_at_idx" ON "promotions" USING btree ("created_at");
  CREATE UNIQUE INDEX "promotions_locales_locale_parent_id_unique" ON "promotions_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "promotions_texts_order_parent" ON "promotions_texts" USING btree ("order","parent_id");
  CREATE INDEX "promotions_rels_order_idx" ON "promotions_rels" USING btree ("order");
  CREATE INDEX "promotions_rels_parent_idx" ON "promotions_rels" USING btree ("parent_id");
  CREATE INDEX "promotions_rels_path_idx" ON "promotions_rels" USING btree ("path");
  CREATE INDEX "promotions_rels_products_id_idx" ON "promotions_rels" USING btree ("products_id");
  CREATE INDEX "promotions_rels_categories_id_idx" ON "promotions_rels" USING btree ("categories_id");
  CREATE INDEX "promotions_rels_brands_id_idx" ON "promotions_rels" USING btree ("brands_id");
  CREATE INDEX "promotions_rels_customer_groups_id_idx" ON "promotions_rels" USING btree ("customer_groups_id");
  CREATE UNIQUE INDEX "promotion_codes_code_idx" ON "promotion_codes" USING btree ("code");
  CREATE INDEX "promotion_codes_promotion_idx" ON "promotion_codes" USING btree ("promotion_id");
  CREATE INDEX "promotion_codes_batch_idx" ON "promotion_codes" USING btree ("batch");
  CREATE INDEX "promotion_codes_updated_at_idx" ON "promotion_codes" USING btree ("updated_at");
  CREATE INDEX "promotion_codes_created_at_idx" ON "promotion_codes" USING btree ("created_at");
  CREATE INDEX "redemptions_promotion_idx" ON "redemptions" USING btree ("promotion_id");
  CREATE INDEX "redemptions_order_idx" ON "redemptions" USING btree ("order_id");
  CREATE INDEX "redemptions_code_idx" ON "redemptions" USING btree ("code_id");
  CREATE INDEX "redemptions_updated_at_idx" ON "redemptions" USING btree ("updated_at");
  CREATE INDEX "redemptions_created_at_idx" ON "redemptions" USING btree ("created_at");
  CREATE INDEX "customers_rels_order_idx" ON "customers_rels" USING btree ("order");
  CREATE INDEX "customers_rels_parent_idx" ON "customers_rels" USING btree ("parent_id");
  CREATE INDEX "customers_rels_path_idx" ON "customers_rels" USING btree ("path");
  CREATE INDEX "customers_rels_customer_groups_id_idx" ON "customers_rels" USING btree ("customer_groups_id");
  CREATE UNIQUE INDEX "customer_groups_name_idx" ON "customer_groups" USING btree ("name");
  CREATE INDEX "customer_groups_updated_at_idx" ON "customer_groups" USING btree ("updated_at");
  CREATE INDEX "customer_groups_created_at_idx" ON "customer_groups" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_promotions_fk" FOREIGN KEY ("promotions_id") REFERENCES "public"."promotions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_promotion_codes_fk" FOREIGN KEY ("promotion_codes_id") REFERENCES "public"."promotion_codes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_customer_groups_fk" FOREIGN KEY ("customer_groups_id") REFERENCES "public"."customer_groups"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_promotions_id_idx" ON "payload_locked_documents_rels" USING btree ("promotions_id");
  CREATE INDEX "payload_locked_documents_rels_promotion_codes_id_idx" ON "payload_locked_documents_rels" USING btree ("promotion_codes_id");
  CREATE INDEX "payload_locked_documents_rels_customer_groups_id_idx" ON "payload_locked_documents_rels" USING btree ("customer_groups_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "promotions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "promotions_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "promotions_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "promotions_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "promotion_codes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "redemptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "customers_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "customer_groups" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "promotions" CASCADE;
  DROP TABLE "promotions_locales" CASCADE;
  DROP TABLE "promotions_texts" CASCADE;
  DROP TABLE "promotions_rels" CASCADE;
  DROP TABLE "promotion_codes" CASCADE;
  DROP TABLE "redemptions" CASCADE;
  DROP TABLE "customers_rels" CASCADE;
  DROP TABLE "customer_groups" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_promotions_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_promotion_codes_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_customer_groups_fk";
  
  DROP INDEX "payload_locked_documents_rels_promotions_id_idx";
  DROP INDEX "payload_locked_documents_rels_promotion_codes_id_idx";
  DROP INDEX "payload_locked_documents_rels_customer_groups_id_idx";
  ALTER TABLE "orders_lines" DROP COLUMN "gifts";
  ALTER TABLE "orders" DROP COLUMN "code";
  ALTER TABLE "orders" DROP COLUMN "promotions";
  ALTER TABLE "orders" DROP COLUMN "explanation";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "promotions_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "promotion_codes_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "customer_groups_id";
  DROP TYPE "public"."enum_promotions_applies";
  DROP TYPE "public"."enum_promotions_combines";
  DROP TYPE "public"."enum_promotions_effect";`)
}
