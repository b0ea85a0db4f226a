import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_products_surface" AS ENUM('smooth', 'grain', 'suede', 'nubuck', 'patent', 'canvas', 'mesh');
  CREATE TYPE "public"."enum__products_v_version_surface" AS ENUM('smooth', 'grain', 'suede', 'nubuck', 'patent', 'canvas', 'mesh');
  CREATE TYPE "public"."enum_styles_kind" AS ENUM('shoe', 'care');
  CREATE TYPE "public"."enum_styles_surface" AS ENUM('smooth', 'grain', 'suede', 'nubuck', 'patent', 'canvas', 'mesh');
  CREATE TYPE "public"."enum__styles_v_version_kind" AS ENUM('shoe', 'care');
  CREATE TYPE "public"."enum__styles_v_version_surface" AS ENUM('smooth', 'grain', 'suede', 'nubuck', 'patent', 'canvas', 'mesh');
  CREATE TYPE "public"."enum_care_plans_surfaces" AS ENUM('smooth', 'grain', 'suede', 'nubuck', 'patent', 'canvas', 'mesh');
  CREATE TYPE "public"."enum_care_plans_materials" AS ENUM('leather', 'coated-leather', 'textile', 'other');
  CREATE TABLE "care_plans_surfaces" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_care_plans_surfaces",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "care_plans_materials" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_care_plans_materials",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "care_plans_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "care_plans_steps_locales" (
  	"text" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "care_plans" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"order" numeric DEFAULT 0,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "care_plans_locales" (
  	"title" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "care_plans_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"styles_id" uuid
  );
  
  ALTER TABLE "products" ADD COLUMN "surface" "enum_products_surface";
  ALTER TABLE "_products_v" ADD COLUMN "version_surface" "enum__products_v_version_surface";
  ALTER TABLE "styles" ADD COLUMN "kind" "enum_styles_kind" DEFAULT 'shoe';
  ALTER TABLE "styles" ADD COLUMN "surface" "enum_styles_surface";
  ALTER TABLE "_styles_v" ADD COLUMN "version_kind" "enum__styles_v_version_kind" DEFAULT 'shoe';
  ALTER TABLE "_styles_v" ADD COLUMN "version_surface" "enum__styles_v_version_surface";
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "care_plans_id" uuid;
  ALTER TABLE "care_plans_surfaces" ADD CONSTRAINT "care_plans_surfaces_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."care_plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "care_plans_materials" ADD CONSTRAINT "care_plans_materials_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."care_plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "care_plans_steps" ADD CONSTRAINT "care_plans_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."care_plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "care_plans_steps_locales" ADD CONSTRAINT "care_plans_steps_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."care_plans_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "care_plans_locales" ADD CONSTRAINT "care_plans_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."care_plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "care_plans_rels" ADD CONSTRAINT "care_plans_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."care_plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "care_plans_rels" ADD CONSTRAINT "care_plans_rels_styles_fk" FOREIGN KEY ("styles_id") REFERENCES "public"."styles"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "care_plans_surfaces_order_idx" ON "care_plans_surfaces" USING btree ("order");
  CREATE INDEX "care_plans_surfaces_parent_idx" ON "care_plans_surfaces" USING btree ("parent_id");
  CREATE INDEX "care_plans_materials_order_idx" ON "care_plans_materials" USING btree ("order");
  CREATE INDEX "care_plans_materials_parent_idx" ON "care_plans_materials" USING btree ("parent_id");
  CREATE INDEX "care_plans_steps_order_idx" ON "care_plans_steps" USING btree ("_order");
  CREATE INDEX "care_plans_steps_parent_id_idx" ON "care_plans_steps" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "care_plans_steps_locales_locale_parent_id_unique" ON "care_plans_steps_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "care_plans_updated_at_idx" ON "care_plans" USING btree ("updated_at");
  CREATE INDEX "care_plans_created_at_idx" ON "care_plans" USING btree ("created_at");
  CREATE UNIQUE INDEX "care_plans_locales_locale_parent_id_unique" ON "care_plans_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "care_plans_rels_order_idx" ON "care_plans_rels" USING btree ("order");
  CREATE INDEX "care_plans_rels_parent_idx" ON "care_plans_rels" USING btree ("parent_id");
  CREATE INDEX "care_plans_rels_path_idx" ON "care_plans_rels" USING btree ("path");
  CREATE INDEX "care_plans_rels_styles_id_idx" ON "care_plans_rels" USING btree ("styles_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_care_plans_fk" FOREIGN KEY ("care_plans_id") REFERENCES "public"."care_plans"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_care_plans_id_idx" ON "payload_locked_documents_rels" USING btree ("care_plans_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "care_plans_surfaces" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "care_plans_materials" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "care_plans_steps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "care_plans_steps_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "care_plans" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "care_plans_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "care_plans_rels" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "care_plans_surfaces" CASCADE;
  DROP TABLE "care_plans_materials" CASCADE;
  DROP TABLE "care_plans_steps" CASCADE;
  DROP TABLE "care_plans_steps_locales" CASCADE;
  DROP TABLE "care_plans" CASCADE;
  DROP TABLE "care_plans_locales" CASCADE;
  DROP TABLE "care_plans_rels" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_care_plans_fk";
  
  DROP INDEX "payload_locked_documents_rels_care_plans_id_idx";
  ALTER TABLE "products" DROP COLUMN "surface";
  ALTER TABLE "_products_v" DROP COLUMN "version_surface";
  ALTER TABLE "styles" DROP COLUMN "kind";
  ALTER TABLE "styles" DROP COLUMN "surface";
  ALTER TABLE "_styles_v" DROP COLUMN "version_kind";
  ALTER TABLE "_styles_v" DROP COLUMN "version_surface";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "care_plans_id";
  DROP TYPE "public"."enum_products_surface";
  DROP TYPE "public"."enum__products_v_version_surface";
  DROP TYPE "public"."enum_styles_kind";
  DROP TYPE "public"."enum_styles_surface";
  DROP TYPE "public"."enum__styles_v_version_kind";
  DROP TYPE "public"."enum__styles_v_version_surface";
  DROP TYPE "public"."enum_care_plans_surfaces";
  DROP TYPE "public"."enum_care_plans_materials";`)
}
