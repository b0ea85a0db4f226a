import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "invoices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"year" numeric NOT NULL,
  	"serial" numeric NOT NULL,
  	"order_id" uuid NOT NULL,
  	"invoice_id" uuid,
  	"source" varchar NOT NULL,
  	"issued_at" timestamp(3) with time zone NOT NULL,
  	"locale" varchar NOT NULL,
  	"currency" varchar NOT NULL,
  	"net" numeric NOT NULL,
  	"tax" numeric NOT NULL,
  	"total" numeric NOT NULL,
  	"content" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "shop_settings" ADD COLUMN "legal_tax_number" varchar;
  ALTER TABLE "shop_settings" ADD COLUMN "legal_register" varchar;
  ALTER TABLE "shop_settings" ADD COLUMN "legal_return_address" varchar;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "invoices_number_idx" ON "invoices" USING btree ("number");
  CREATE INDEX "invoices_kind_idx" ON "invoices" USING btree ("kind");
  CREATE INDEX "invoices_order_idx" ON "invoices" USING btree ("order_id");
  CREATE INDEX "invoices_invoice_idx" ON "invoices" USING btree ("invoice_id");
  CREATE INDEX "invoices_updated_at_idx" ON "invoices" USING btree ("updated_at");
  CREATE INDEX "invoices_created_at_idx" ON "invoices" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "invoices" CASCADE;
  ALTER TABLE "shop_settings" DROP COLUMN "legal_tax_number";
  ALTER TABLE "shop_settings" DROP COLUMN "legal_register";
  ALTER TABLE "shop_settings" DROP COLUMN "legal_return_address";`)
}
