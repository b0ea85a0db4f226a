import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "orders_taxes" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"rate" numeric NOT NULL,
  	"base" numeric NOT NULL,
  	"tax" numeric NOT NULL,
  	"shipping" numeric NOT NULL,
  	"shipping_tax" numeric NOT NULL
  );
  
  CREATE TABLE "locations_locales" (
  	"hours" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "shipping_zones_areas" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"country" varchar NOT NULL,
  	"postal_codes" varchar NOT NULL
  );
  
  ALTER TABLE "shipping_methods" ALTER COLUMN "zone_id" DROP NOT NULL;
  ALTER TABLE "orders" ADD COLUMN "company" varchar;
  ALTER TABLE "orders" ADD COLUMN "vat_number" varchar;
  ALTER TABLE "orders" ADD COLUMN "reverse_charge" boolean DEFAULT false;
  ALTER TABLE "orders" ADD COLUMN "pickup_name" varchar;
  ALTER TABLE "orders" ADD COLUMN "pickup_line1" varchar;
  ALTER TABLE "orders" ADD COLUMN "pickup_postal_code" varchar;
  ALTER TABLE "orders" ADD COLUMN "pickup_city" varchar;
  ALTER TABLE "orders" ADD COLUMN "pickup_country" varchar;
  ALTER TABLE "orders" ADD COLUMN "pickup_hours" varchar;
  ALTER TABLE "products" ADD COLUMN "tax_class" varchar;
  ALTER TABLE "_products_v" ADD COLUMN "version_tax_class" varchar;
  ALTER TABLE "styles" ADD COLUMN "tax_class" varchar DEFAULT 'standard';
  ALTER TABLE "_styles_v" ADD COLUMN "version_tax_class" varchar DEFAULT 'standard';
  ALTER TABLE "locations" ADD COLUMN "line1" varchar;
  ALTER TABLE "locations" ADD COLUMN "postal_code" varchar;
  ALTER TABLE "locations" ADD COLUMN "city" varchar;
  ALTER TABLE "locations" ADD COLUMN "country" varchar;
  ALTER TABLE "shipping_methods" ADD COLUMN "kind" varchar DEFAULT 'delivery' NOT NULL;
  ALTER TABLE "shipping_methods" ADD COLUMN "location_id" uuid;
  ALTER TABLE "shop_settings" ADD COLUMN "delivery_country" varchar DEFAULT 'IT' NOT NULL;
  ALTER TABLE "shop_settings" ADD COLUMN "delivery_cut_off" varchar DEFAULT '14:00' NOT NULL;
  ALTER TABLE "orders_taxes" ADD CONSTRAINT "orders_taxes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "locations_locales" ADD CONSTRAINT "locations_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "shipping_zones_areas" ADD CONSTRAINT "shipping_zones_areas_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."shipping_zones"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "orders_taxes_order_idx" ON "orders_taxes" USING btree ("_order");
  CREATE INDEX "orders_taxes_parent_id_idx" ON "orders_taxes" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "locations_locales_locale_parent_id_unique" ON "locations_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "shipping_zones_areas_order_idx" ON "shipping_zones_areas" USING btree ("_order");
  CREATE INDEX "shipping_zones_areas_parent_id_idx" ON "shipping_zones_areas" USING btree ("_parent_id");
  ALTER TABLE "shipping_methods" ADD CONSTRAINT "shipping_methods_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "shipping_methods_location_idx" ON "shipping_methods" USING btree ("location_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders_taxes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "locations_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "shipping_zones_areas" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "orders_taxes" CASCADE;
  DROP TABLE "locations_locales" CASCADE;
  DROP TABLE "shipping_zones_areas" CASCADE;
  ALTER TABLE "shipping_methods" DROP CONSTRAINT IF EXISTS "shipping_methods_location_id_locations_id_fk";
  
  DROP INDEX "shipping_methods_location_idx";
  -- A method for collecting has no zone, and the older code knows no other: it keeps its orders, and is not offered.
  UPDATE shipping_methods SET active = false, zone_id = (SELECT id FROM shipping_zones ORDER BY created_at, id LIMIT 1) WHERE zone_id IS NULL;
  ALTER TABLE "shipping_methods" ALTER COLUMN "zone_id" SET NOT NULL;
  ALTER TABLE "orders" DROP COLUMN "company";
  ALTER TABLE "orders" DROP COLUMN "vat_number";
  ALTER TABLE "orders" DROP COLUMN "reverse_charge";
  ALTER TABLE "orders" DROP COLUMN "pickup_name";
  ALTER TABLE "orders" DROP COLUMN "pickup_line1";
  ALTER TABLE "orders" DROP COLUMN "pickup_postal_code";
  ALTER TABLE "orders" DROP COLUMN "pickup_city";
  ALTER TABLE "orders" DROP COLUMN "pickup_country";
  ALTER TABLE "orders" DROP COLUMN "pickup_hours";
  ALTER TABLE "products" DROP COLUMN "tax_class";
  ALTER TABLE "_products_v" DROP COLUMN "version_tax_class";
  ALTER TABLE "styles" DROP COLUMN "tax_class";
  ALTER TABLE "_styles_v" DROP COLUMN "version_tax_class";
  ALTER TABLE "locations" DROP COLUMN "line1";
  ALTER TABLE "locations" DROP COLUMN "postal_code";
  ALTER TABLE "locations" DROP COLUMN "city";
  ALTER TABLE "locations" DROP COLUMN "country";
  ALTER TABLE "shipping_methods" DROP COLUMN "kind";
  ALTER TABLE "shipping_methods" DROP COLUMN "location_id";
  ALTER TABLE "shop_settings" DROP COLUMN "delivery_country";
  ALTER TABLE "shop_settings" DROP COLUMN "delivery_cut_off";`)
}
