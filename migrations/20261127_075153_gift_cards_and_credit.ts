import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "credits" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"last4" varchar,
  	"code_hash" varchar,
  	"kind" varchar NOT NULL,
  	"status" varchar DEFAULT 'active' NOT NULL,
  	"currency" varchar NOT NULL,
  	"balance" numeric DEFAULT 0 NOT NULL,
  	"customer_id" uuid,
  	"recipient" varchar,
  	"message" varchar,
  	"locale" varchar DEFAULT 'en' NOT NULL,
  	"expires_at" timestamp(3) with time zone,
  	"edition" numeric DEFAULT 1 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "credit_entries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"credit_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"amount" numeric NOT NULL,
  	"order_id" uuid,
  	"reason" varchar,
  	"actor" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders" ADD COLUMN "held" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "payments" ADD COLUMN "credit_id" uuid;
  ALTER TABLE "refunds" ADD COLUMN "credit_id" uuid;
  ALTER TABLE "carts" ADD COLUMN "credits" jsonb;
  ALTER TABLE "credits" ADD CONSTRAINT "credits_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "credits_code_hash_idx" ON "credits" USING btree ("code_hash");
  CREATE INDEX "credits_kind_idx" ON "credits" USING btree ("kind");
  CREATE INDEX "credits_status_idx" ON "credits" USING btree ("status");
  CREATE INDEX "credits_customer_idx" ON "credits" USING btree ("customer_id");
  CREATE INDEX "credits_expires_at_idx" ON "credits" USING btree ("expires_at");
  CREATE INDEX "credits_updated_at_idx" ON "credits" USING btree ("updated_at");
  CREATE INDEX "credits_created_at_idx" ON "credits" USING btree ("created_at");
  CREATE INDEX "credit_entries_credit_idx" ON "credit_entries" USING btree ("credit_id");
  CREATE INDEX "credit_entries_kind_idx" ON "credit_entries" USING btree ("kind");
  CREATE INDEX "credit_entries_order_idx" ON "credit_entries" USING btree ("order_id");
  CREATE INDEX "credit_entries_updated_at_idx" ON "credit_entries" USING btree ("updated_at");
  CREATE INDEX "credit_entries_created_at_idx" ON "credit_entries" USING btree ("created_at");
  ALTER TABLE "payments" ADD CONSTRAINT "payments_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "payments_credit_idx" ON "payments" USING btree ("credit_id");
  CREATE INDEX "refunds_credit_idx" ON "refunds" USING btree ("credit_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "credits" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "credit_entries" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "credits" CASCADE;
  DROP TABLE "credit_entries" CASCADE;
  ALTER TABLE "payments" DROP CONSTRAINT IF EXISTS "payments_credit_id_credits_id_fk";
  
  ALTER TABLE "refunds" DROP CONSTRAINT IF EXISTS "refunds_credit_id_credits_id_fk";
  
  DROP INDEX "payments_credit_idx";
  DROP INDEX "refunds_credit_idx";
  ALTER TABLE "orders" DROP COLUMN "held";
  ALTER TABLE "payments" DROP COLUMN "credit_id";
  ALTER TABLE "refunds" DROP COLUMN "credit_id";
  ALTER TABLE "carts" DROP COLUMN "credits";`)
}
