import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "orders_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "order_notes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"order_id" uuid NOT NULL,
  	"text" varchar NOT NULL,
  	"actor" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders" ADD COLUMN "assignee_id" uuid;
  ALTER TABLE "orders_texts" ADD CONSTRAINT "orders_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "order_notes" ADD CONSTRAINT "order_notes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "orders_texts_order_parent" ON "orders_texts" USING btree ("order","parent_id");
  CREATE INDEX "order_notes_order_idx" ON "order_notes" USING btree ("order_id");
  CREATE INDEX "order_notes_updated_at_idx" ON "order_notes" USING btree ("updated_at");
  CREATE INDEX "order_notes_created_at_idx" ON "order_notes" USING btree ("created_at");
  ALTER TABLE "orders" ADD CONSTRAINT "orders_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "orders_assignee_idx" ON "orders" USING btree ("assignee_id");`)
  await db.execute(sql`
    CREATE INDEX orders_texts_parent ON orders_texts (parent_id, path);
    ALTER TABLE order_notes
      DROP CONSTRAINT order_notes_order_id_orders_id_fk,
      ADD CONSTRAINT order_notes_order_id_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT;
    CREATE TRIGGER order_notes_kept BEFORE DELETE OR TRUNCATE ON order_notes
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "order_notes" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "orders_texts" CASCADE;
  DROP TABLE "order_notes" CASCADE;
  ALTER TABLE "orders" DROP CONSTRAINT IF EXISTS "orders_assignee_id_users_id_fk";
  
  DROP INDEX "orders_assignee_idx";
  ALTER TABLE "orders" DROP COLUMN "assignee_id";`)
}
