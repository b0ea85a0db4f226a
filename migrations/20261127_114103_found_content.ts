import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "messages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"number" varchar,
  	"text" varchar NOT NULL,
  	"market" varchar NOT NULL,
  	"is_answered" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "subscribers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"email" varchar NOT NULL,
  	"market" varchar NOT NULL,
  	"status" varchar DEFAULT 'asked' NOT NULL,
  	"asked_at" timestamp(3) with time zone,
  	"confirmed_at" timestamp(3) with time zone,
  	"left_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pages_blocks_lookbook_spots" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"product_id" uuid,
  	"x" numeric,
  	"y" numeric
  );
  
  CREATE TABLE "pages_blocks_lookbook" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"picture_id" uuid,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_lookbook_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "pages_blocks_brand_strip" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"category_id" uuid,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_brand_strip_locales" (
  	"heading" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "pages_blocks_video" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"picture_id" uuid,
  	"source" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_video_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "pages_blocks_quote" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_quote_locales" (
  	"text" varchar,
  	"author" varchar,
  	"role" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "pages_blocks_newsletter" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_newsletter_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "pages_blocks_size_teaser" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"link_href" varchar,
  	"scale_id" uuid,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_size_teaser_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"link_label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "pages_blocks_stores" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_stores_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_pages_v_blocks_lookbook_spots" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"product_id" uuid,
  	"x" numeric,
  	"y" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_lookbook" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"picture_id" uuid,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_lookbook_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v_blocks_brand_strip" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"category_id" uuid,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_brand_strip_locales" (
  	"heading" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v_blocks_video" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"picture_id" uuid,
  	"source" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_video_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v_blocks_quote" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_quote_locales" (
  	"text" varchar,
  	"author" varchar,
  	"role" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v_blocks_newsletter" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_newsletter_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v_blocks_size_teaser" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"link_href" varchar,
  	"scale_id" uuid,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_size_teaser_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"link_label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v_blocks_stores" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_stores_locales" (
  	"heading" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "consents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"choice" varchar NOT NULL,
  	"edition" numeric NOT NULL,
  	"market" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "pages_rels" ADD COLUMN "brands_id" uuid;
  ALTER TABLE "_pages_v_rels" ADD COLUMN "brands_id" uuid;
  ALTER TABLE "shop_settings" ADD COLUMN "return_days" numeric DEFAULT 14;
  ALTER TABLE "shop_settings" ADD COLUMN "privacy_analytics" boolean DEFAULT false;
  ALTER TABLE "shop_settings" ADD COLUMN "privacy_script" varchar;
  ALTER TABLE "shop_settings" ADD COLUMN "privacy_edition" numeric DEFAULT 1;
  ALTER TABLE "shop_settings" ADD COLUMN "offline" boolean DEFAULT true;
  ALTER TABLE "pages_blocks_lookbook_spots" ADD CONSTRAINT "pages_blocks_lookbook_spots_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_lookbook_spots" ADD CONSTRAINT "pages_blocks_lookbook_spots_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_lookbook"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_lookbook" ADD CONSTRAINT "pages_blocks_lookbook_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_lookbook" ADD CONSTRAINT "pages_blocks_lookbook_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_lookbook_locales" ADD CONSTRAINT "pages_blocks_lookbook_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_lookbook"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_brand_strip" ADD CONSTRAINT "pages_blocks_brand_strip_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_brand_strip" ADD CONSTRAINT "pages_blocks_brand_strip_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_brand_strip_locales" ADD CONSTRAINT "pages_blocks_brand_strip_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_brand_strip"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_video" ADD CONSTRAINT "pages_blocks_video_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_video" ADD CONSTRAINT "pages_blocks_video_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_video_locales" ADD CONSTRAINT "pages_blocks_video_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_video"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_quote" ADD CONSTRAINT "pages_blocks_quote_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_quote_locales" ADD CONSTRAINT "pages_blocks_quote_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_quote"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_newsletter" ADD CONSTRAINT "pages_blocks_newsletter_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_newsletter_locales" ADD CONSTRAINT "pages_blocks_newsletter_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_newsletter"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_size_teaser" ADD CONSTRAINT "pages_blocks_size_teaser_scale_id_variant_types_id_fk" FOREIGN KEY ("scale_id") REFERENCES "public"."variant_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_size_teaser" ADD CONSTRAINT "pages_blocks_size_teaser_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_size_teaser_locales" ADD CONSTRAINT "pages_blocks_size_teaser_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_size_teaser"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_stores" ADD CONSTRAINT "pages_blocks_stores_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_stores_locales" ADD CONSTRAINT "pages_blocks_stores_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_stores"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_lookbook_spots" ADD CONSTRAINT "_pages_v_blocks_lookbook_spots_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_lookbook_spots" ADD CONSTRAINT "_pages_v_blocks_lookbook_spots_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_lookbook"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_lookbook" ADD CONSTRAINT "_pages_v_blocks_lookbook_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_lookbook" ADD CONSTRAINT "_pages_v_blocks_lookbook_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_lookbook_locales" ADD CONSTRAINT "_pages_v_blocks_lookbook_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_lookbook"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_brand_strip" ADD CONSTRAINT "_pages_v_blocks_brand_strip_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_brand_strip" ADD CONSTRAINT "_pages_v_blocks_brand_strip_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_brand_strip_locales" ADD CONSTRAINT "_pages_v_blocks_brand_strip_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_brand_strip"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_video" ADD CONSTRAINT "_pages_v_blocks_video_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_video" ADD CONSTRAINT "_pages_v_blocks_video_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_video_locales" ADD CONSTRAINT "_pages_v_blocks_video_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_video"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_quote" ADD CONSTRAINT "_pages_v_blocks_quote_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_quote_locales" ADD CONSTRAINT "_pages_v_blocks_quote_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_quote"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_newsletter" ADD CONSTRAINT "_pages_v_blocks_newsletter_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_newsletter_locales" ADD CONSTRAINT "_pages_v_blocks_newsletter_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_newsletter"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_size_teaser" ADD CONSTRAINT "_pages_v_blocks_size_teaser_scale_id_variant_types_id_fk" FOREIGN KEY ("scale_id") REFERENCES "public"."variant_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_size_teaser" ADD CONSTRAINT "_pages_v_blocks_size_teaser_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_size_teaser_locales" ADD CONSTRAINT "_pages_v_blocks_size_teaser_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_size_teaser"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_stores" ADD CONSTRAINT "_pages_v_blocks_stores_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_stores_locales" ADD CONSTRAINT "_pages_v_blocks_stores_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_stores"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "messages_updated_at_idx" ON "messages" USING btree ("updated_at");
  CREATE INDEX "messages_created_at_idx" ON "messages" USING btree ("created_at");
  CREATE UNIQUE INDEX "subscribers_email_idx" ON "subscribers" USING btree ("email");
  CREATE INDEX "subscribers_status_idx" ON "subscribers" USING btree ("status");
  CREATE INDEX "subscribers_updated_at_idx" ON "subscribers" USING btree ("updated_at");
  CREATE INDEX "subscribers_created_at_idx" ON "subscribers" USING btree ("created_at");
  CREATE INDEX "pages_blocks_lookbook_spots_order_idx" ON "pages_blocks_lookbook_spots" USING btree ("_order");
  CREATE INDEX "pages_blocks_lookbook_spots_parent_id_idx" ON "pages_blocks_lookbook_spots" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_lookbook_spots_product_idx" ON "pages_blocks_lookbook_spots" USING btree ("product_id");
  CREATE INDEX "pages_blocks_lookbook_order_idx" ON "pages_blocks_lookbook" USING btree ("_order");
  CREATE INDEX "pages_blocks_lookbook_parent_id_idx" ON "pages_blocks_lookbook" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_lookbook_path_idx" ON "pages_blocks_lookbook" USING btree ("_path");
  CREATE INDEX "pages_blocks_lookbook_picture_idx" ON "pages_blocks_lookbook" USING btree ("picture_id");
  CREATE UNIQUE INDEX "pages_blocks_lookbook_locales_locale_parent_id_unique" ON "pages_blocks_lookbook_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "pages_blocks_brand_strip_order_idx" ON "pages_blocks_brand_strip" USING btree ("_order");
  CREATE INDEX "pages_blocks_brand_strip_parent_id_idx" ON "pages_blocks_brand_strip" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_brand_strip_path_idx" ON "pages_blocks_brand_strip" USING btree ("_path");
  CREATE INDEX "pages_blocks_brand_strip_category_idx" ON "pages_blocks_brand_strip" USING btree ("category_id");
  CREATE UNIQUE INDEX "pages_blocks_brand_strip_locales_locale_parent_id_unique" ON "pages_blocks_brand_strip_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "pages_blocks_video_order_idx" ON "pages_blocks_video" USING btree ("_order");
  CREATE INDEX "pages_blocks_video_parent_id_idx" ON "pages_blocks_video" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_video_path_idx" ON "pages_blocks_video" USING btree ("_path");
  CREATE INDEX "pages_blocks_video_picture_idx" ON "pages_blocks_video" USING btree ("picture_id");
  CREATE UNIQUE INDEX "pages_blocks_video_locales_locale_parent_id_unique" ON "pages_blocks_video_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "pages_blocks_quote_order_idx" ON "pages_blocks_quote" USING btree ("_order");
  CREATE INDEX "pages_blocks_quote_parent_id_idx" ON "pages_blocks_quote" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_quote_path_idx" ON "pages_blocks_quote" USING btree ("_path");
  CREATE UNIQUE INDEX "pages_blocks_quote_locales_locale_parent_id_unique" ON "pages_blocks_quote_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "pages_blocks_newsletter_order_idx" ON "pages_blocks_newsletter" USING btree ("_order");
  CREATE INDEX "pages_blocks_newsletter_parent_id_idx" ON "pages_blocks_newsletter" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_newsletter_path_idx" ON "pages_blocks_newsletter" USING btree ("_path");
  CREATE UNIQUE INDEX "pages_blocks_newsletter_locales_locale_parent_id_unique" ON "pages_blocks_newsletter_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "pages_blocks_size_teaser_order_idx" ON "pages_blocks_size_teaser" USING btree ("_order");
  CREATE INDEX "pages_blocks_size_teaser_parent_id_idx" ON "pages_blocks_size_teaser" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_size_teaser_path_idx" ON "pages_blocks_size_teaser" USING btree ("_path");
  CREATE INDEX "pages_blocks_size_teaser_scale_idx" ON "pages_blocks_size_teaser" USING btree ("scale_id");
  CREATE UNIQUE INDEX "pages_blocks_size_teaser_locales_locale_parent_id_unique" ON "pages_blocks_size_teaser_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "pages_blocks_stores_order_idx" ON "pages_blocks_stores" USING btree ("_order");
  CREATE INDEX "pages_blocks_stores_parent_id_idx" ON "pages_blocks_stores" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_stores_path_idx" ON "pages_blocks_stores" USING btree ("_path");
  CREATE UNIQUE INDEX "pages_blocks_stores_locales_locale_parent_id_unique" ON "pages_blocks_stores_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_blocks_lookbook_spots_order_idx" ON "_pages_v_blocks_lookbook_spots" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_lookbook_spots_parent_id_idx" ON "_pages_v_blocks_lookbook_spots" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_lookbook_spots_product_idx" ON "_pages_v_blocks_lookbook_spots" USING btree ("product_id");
  CREATE INDEX "_pages_v_blocks_lookbook_order_idx" ON "_pages_v_blocks_lookbook" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_lookbook_parent_id_idx" ON "_pages_v_blocks_lookbook" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_lookbook_path_idx" ON "_pages_v_blocks_lookbook" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_lookbook_picture_idx" ON "_pages_v_blocks_lookbook" USING btree ("picture_id");
  CREATE UNIQUE INDEX "_pages_v_blocks_lookbook_locales_locale_parent_id_unique" ON "_pages_v_blocks_lookbook_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_blocks_brand_strip_order_idx" ON "_pages_v_blocks_brand_strip" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_brand_strip_parent_id_idx" ON "_pages_v_blocks_brand_strip" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_brand_strip_path_idx" ON "_pages_v_blocks_brand_strip" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_brand_strip_category_idx" ON "_pages_v_blocks_brand_strip" USING btree ("category_id");
  CREATE UNIQUE INDEX "_pages_v_blocks_brand_strip_locales_locale_parent_id_unique" ON "_pages_v_blocks_brand_strip_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_blocks_video_order_idx" ON "_pages_v_blocks_video" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_video_parent_id_idx" ON "_pages_v_blocks_video" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_video_path_idx" ON "_pages_v_blocks_video" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_video_picture_idx" ON "_pages_v_blocks_video" USING btree ("picture_id");
  CREATE UNIQUE INDEX "_pages_v_blocks_video_locales_locale_parent_id_unique" ON "_pages_v_blocks_video_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_blocks_quote_order_idx" ON "_pages_v_blocks_quote" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_quote_parent_id_idx" ON "_pages_v_blocks_quote" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_quote_path_idx" ON "_pages_v_blocks_quote" USING btree ("_path");
  CREATE UNIQUE INDEX "_pages_v_blocks_quote_locales_locale_parent_id_unique" ON "_pages_v_blocks_quote_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_blocks_newsletter_order_idx" ON "_pages_v_blocks_newsletter" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_newsletter_parent_id_idx" ON "_pages_v_blocks_newsletter" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_newsletter_path_idx" ON "_pages_v_blocks_newsletter" USING btree ("_path");
  CREATE UNIQUE INDEX "_pages_v_blocks_newsletter_locales_locale_parent_id_unique" ON "_pages_v_blocks_newsletter_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_blocks_size_teaser_order_idx" ON "_pages_v_blocks_size_teaser" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_size_teaser_parent_id_idx" ON "_pages_v_blocks_size_teaser" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_size_teaser_path_idx" ON "_pages_v_blocks_size_teaser" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_size_teaser_scale_idx" ON "_pages_v_blocks_size_teaser" USING btree ("scale_id");
  CREATE UNIQUE INDEX "_pages_v_blocks_size_teaser_locales_locale_parent_id_unique" ON "_pages_v_blocks_size_teaser_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_pages_v_blocks_stores_order_idx" ON "_pages_v_blocks_stores" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_stores_parent_id_idx" ON "_pages_v_blocks_stores" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_stores_path_idx" ON "_pages_v_blocks_stores" USING btree ("_path");
  CREATE UNIQUE INDEX "_pages_v_blocks_stores_locales_locale_parent_id_unique" ON "_pages_v_blocks_stores_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "consents_choice_idx" ON "consents" USING btree ("choice");
  CREATE INDEX "consents_updated_at_idx" ON "consents" USING btree ("updated_at");
  CREATE INDEX "consents_created_at_idx" ON "consents" USING btree ("created_at");
  ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_brands_fk" FOREIGN KEY ("brands_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_brands_fk" FOREIGN KEY ("brands_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "pages_rels_brands_id_idx" ON "pages_rels" USING btree ("brands_id");
  CREATE INDEX "_pages_v_rels_brands_id_idx" ON "_pages_v_rels" USING btree ("brands_id");
  ALTER TABLE subscribers
    ADD CONSTRAINT subscribers_status CHECK (status IN ('asked', 'confirmed', 'left')
      AND (status <> 'confirmed' OR confirmed_at IS NOT NULL) AND (status = 'left') = (left_at IS NOT NULL)),
    ADD CONSTRAINT subscribers_email CHECK (email = lower(email));
  ALTER TABLE consents
    ADD CONSTRAINT consents_choice CHECK (choice IN ('given', 'refused')),
    ADD CONSTRAINT consents_edition CHECK (edition >= 1 AND edition = trunc(edition));
  CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consents
    FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "messages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "subscribers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_lookbook_spots" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_lookbook" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_lookbook_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_brand_strip" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_brand_strip_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_video" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_video_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_quote" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_quote_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_newsletter" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_newsletter_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_size_teaser" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_size_teaser_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_stores" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_stores_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_lookbook_spots" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_lookbook" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_lookbook_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_brand_strip" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_brand_strip_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_video" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_video_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_quote" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_quote_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_newsletter" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_newsletter_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_size_teaser" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_size_teaser_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_stores" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_stores_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "consents" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "messages" CASCADE;
  DROP TABLE "subscribers" CASCADE;
  DROP TABLE "pages_blocks_lookbook_spots" CASCADE;
  DROP TABLE "pages_blocks_lookbook" CASCADE;
  DROP TABLE "pages_blocks_lookbook_locales" CASCADE;
  DROP TABLE "pages_blocks_brand_strip" CASCADE;
  DROP TABLE "pages_blocks_brand_strip_locales" CASCADE;
  DROP TABLE "pages_blocks_video" CASCADE;
  DROP TABLE "pages_blocks_video_locales" CASCADE;
  DROP TABLE "pages_blocks_quote" CASCADE;
  DROP TABLE "pages_blocks_quote_locales" CASCADE;
  DROP TABLE "pages_blocks_newsletter" CASCADE;
  DROP TABLE "pages_blocks_newsletter_locales" CASCADE;
  DROP TABLE "pages_blocks_size_teaser" CASCADE;
  DROP TABLE "pages_blocks_size_teaser_locales" CASCADE;
  DROP TABLE "pages_blocks_stores" CASCADE;
  DROP TABLE "pages_blocks_stores_locales" CASCADE;
  DROP TABLE "_pages_v_blocks_lookbook_spots" CASCADE;
  DROP TABLE "_pages_v_blocks_lookbook" CASCADE;
  DROP TABLE "_pages_v_blocks_lookbook_locales" CASCADE;
  DROP TABLE "_pages_v_blocks_brand_strip" CASCADE;
  DROP TABLE "_pages_v_blocks_brand_strip_locales" CASCADE;
  DROP TABLE "_pages_v_blocks_video" CASCADE;
  DROP TABLE "_pages_v_blocks_video_locales" CASCADE;
  DROP TABLE "_pages_v_blocks_quote" CASCADE;
  DROP TABLE "_pages_v_blocks_quote_locales" CASCADE;
  DROP TABLE "_pages_v_blocks_newsletter" CASCADE;
  DROP TABLE "_pages_v_blocks_newsletter_locales" CASCADE;
  DROP TABLE "_pages_v_blocks_size_teaser" CASCADE;
  DROP TABLE "_pages_v_blocks_size_teaser_locales" CASCADE;
  DROP TABLE "_pages_v_blocks_stores" CASCADE;
  DROP TABLE "_pages_v_blocks_stores_locales" CASCADE;
  DROP TABLE "consents" CASCADE;
  ALTER TABLE "pages_rels" DROP CONSTRAINT IF EXISTS "pages_rels_brands_fk";
  
  ALTER TABLE "_pages_v_rels" DROP CONSTRAINT IF EXISTS "_pages_v_rels_brands_fk";
  
  DROP INDEX "pages_rels_brands_id_idx";
  DROP INDEX "_pages_v_rels_brands_id_idx";
  ALTER TABLE "pages_rels" DROP COLUMN "brands_id";
  ALTER TABLE "_pages_v_rels" DROP COLUMN "brands_id";
  ALTER TABLE "shop_settings" DROP COLUMN "return_days";
  ALTER TABLE "shop_settings" DROP COLUMN "privacy_analytics";
  ALTER TABLE "shop_settings" DROP COLUMN "privacy_script";
  ALTER TABLE "shop_settings" DROP COLUMN "privacy_edition";
  ALTER TABLE "shop_settings" DROP COLUMN "offline";`)
}
