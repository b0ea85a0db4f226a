import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "returns_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"order_line" varchar NOT NULL,
  	"variant_id" uuid NOT NULL,
  	"quantity" numeric NOT NULL,
  	"reason" varchar NOT NULL,
  	"exchange_variant_id" uuid,
  	"restocked" numeric DEFAULT 0 NOT NULL,
  	"written_off" numeric DEFAULT 0 NOT NULL
  );
  
  CREATE TABLE "returns_timeline" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"status" varchar NOT NULL,
  	"actor" varchar,
  	"note" varchar
  );
  
  CREATE TABLE "returns" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar NOT NULL,
  	"order_id" uuid NOT NULL,
  	"status" varchar NOT NULL,
  	"resolution" varchar NOT NULL,
  	"origin" varchar NOT NULL,
  	"withdrawal_id" uuid,
  	"exchange_order_id" uuid,
  	"refund_id" uuid,
  	"note" varchar,
  	"refusal" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "withdrawals_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"order_line" varchar NOT NULL,
  	"quantity" numeric NOT NULL
  );
  
  CREATE TABLE "withdrawals" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar NOT NULL,
  	"order_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"stated_at" timestamp(3) with time zone NOT NULL,
  	"deadline" timestamp(3) with time zone,
  	"is_late" boolean DEFAULT false NOT NULL,
  	"is_whole" boolean DEFAULT false NOT NULL,
  	"outcome" varchar NOT NULL,
  	"return_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "refunds_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"order_line" varchar NOT NULL,
  	"quantity" numeric NOT NULL,
  	"amount" numeric NOT NULL,
  	"tax" numeric NOT NULL
  );
  
  CREATE TABLE "refunds" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"order_id" uuid NOT NULL,
  	"payment_id" uuid NOT NULL,
  	"request" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"status" varchar NOT NULL,
  	"currency" varchar NOT NULL,
  	"amount" numeric NOT NULL,
  	"shipping" numeric DEFAULT 0 NOT NULL,
  	"shipping_tax" numeric DEFAULT 0 NOT NULL,
  	"reason" varchar,
  	"actor" varchar,
  	"reference" varchar,
  	"done_at" timestamp(3) with time zone,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"error" varchar,
  	"next_attempt_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders" ADD COLUMN "owed" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "orders" ADD COLUMN "credited" numeric DEFAULT 0 NOT NULL;
  ALTER TABLE "orders" ADD COLUMN "delivered_at" timestamp(3) with time zone;
  ALTER TABLE "orders" ADD COLUMN "exchange_of_id" uuid;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_exchange_variant_id_variants_id_fk" FOREIGN KEY ("exchange_variant_id") REFERENCES "public"."variants"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns_lines" ADD CONSTRAINT "returns_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "returns_timeline" ADD CONSTRAINT "returns_timeline_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_withdrawal_id_withdrawals_id_fk" FOREIGN KEY ("withdrawal_id") REFERENCES "public"."withdrawals"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_exchange_order_id_orders_id_fk" FOREIGN KEY ("exchange_order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "returns" ADD CONSTRAINT "returns_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "withdrawals_lines" ADD CONSTRAINT "withdrawals_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."withdrawals"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "refunds_lines" ADD CONSTRAINT "refunds_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."refunds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "returns_lines_order_idx" ON "returns_lines" USING btree ("_order");
  CREATE INDEX "returns_lines_parent_id_idx" ON "returns_lines" USING btree ("_parent_id");
  CREATE INDEX "returns_lines_variant_idx" ON "returns_lines" USING btree ("variant_id");
  CREATE INDEX "returns_lines_exchange_variant_idx" ON "returns_lines" USING btree ("exchange_variant_id");
  CREATE INDEX "returns_timeline_order_idx" ON "returns_timeline" USING btree ("_order");
  CREATE INDEX "returns_timeline_parent_id_idx" ON "returns_timeline" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "returns_number_idx" ON "returns" USING btree ("number");
  CREATE INDEX "returns_order_idx" ON "returns" USING btree ("order_id");
  CREATE INDEX "returns_status_idx" ON "returns" USING btree ("status");
  CREATE INDEX "returns_resolution_idx" ON "returns" USING btree ("resolution");
  CREATE INDEX "returns_withdrawal_idx" ON "returns" USING btree ("withdrawal_id");
  CREATE INDEX "returns_exchange_order_idx" ON "returns" USING btree ("exchange_order_id");
  CREATE INDEX "returns_refund_idx" ON "returns" USING btree ("refund_id");
  CREATE INDEX "returns_updated_at_idx" ON "returns" USING btree ("updated_at");
  CREATE INDEX "returns_created_at_idx" ON "returns" USING btree ("created_at");
  CREATE INDEX "withdrawals_lines_order_idx" ON "withdrawals_lines" USING btree ("_order");
  CREATE INDEX "withdrawals_lines_parent_id_idx" ON "withdrawals_lines" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "withdrawals_number_idx" ON "withdrawals" USING btree ("number");
  CREATE INDEX "withdrawals_order_idx" ON "withdrawals" USING btree ("order_id");
  CREATE INDEX "withdrawals_return_idx" ON "withdrawals" USING btree ("return_id");
  CREATE INDEX "withdrawals_updated_at_idx" ON "withdrawals" USING btree ("updated_at");
  CREATE INDEX "withdrawals_created_at_idx" ON "withdrawals" USING btree ("created_at");
  CREATE INDEX "refunds_lines_order_idx" ON "refunds_lines" USING btree ("_order");
  CREATE INDEX "refunds_lines_parent_id_idx" ON "refunds_lines" USING btree ("_parent_id");
  CREATE INDEX "refunds_order_idx" ON "refunds" USING btree ("order_id");
  CREATE INDEX "refunds_payment_idx" ON "refunds" USING btree ("payment_id");
  CREATE INDEX "refunds_request_idx" ON "refunds" USING btree ("request");
  CREATE INDEX "refunds_kind_idx" ON "refunds" USING btree ("kind");
  CREATE INDEX "refunds_status_idx" ON "refunds" USING btree ("status");
  CREATE INDEX "refunds_updated_at_idx" ON "refunds" USING btree ("updated_at");
  CREATE INDEX "refunds_created_at_idx" ON "refunds" USING btree ("created_at");
  ALTER TABLE "orders" ADD CONSTRAINT "orders_exchange_of_id_returns_id_fk" FOREIGN KEY ("exchange_of_id") REFERENCES "public"."returns"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "orders_exchange_of_idx" ON "orders" USING btree ("exchange_of_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "returns_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "returns_timeline" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "returns" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "withdrawals_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "withdrawals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "refunds_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "refunds" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "returns_lines" CASCADE;
  DROP TABLE "returns_timeline" CASCADE;
  DROP TABLE "returns" CASCADE;
  DROP TABLE "withdrawals_lines" CASCADE;
  DROP TABLE "withdrawals" CASCADE;
  DROP TABLE "refunds_lines" CASCADE;
  DROP TABLE "refunds" CASCADE;
  ALTER TABLE "orders" DROP CONSTRAINT IF EXISTS "orders_exchange_of_id_returns_id_fk";
  
  DROP INDEX "orders_exchange_of_idx";
  ALTER TABLE "orders" DROP COLUMN "owed";
  ALTER TABLE "orders" DROP COLUMN "credited";
  ALTER TABLE "orders" DROP COLUMN "delivered_at";
  ALTER TABLE "orders" DROP COLUMN "exchange_of_id";`)
}
