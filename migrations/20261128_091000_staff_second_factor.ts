import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_shop_settings_staff_second_factor_for" AS ENUM('owner', 'merchandiser', 'order-desk', 'analyst');
  CREATE TABLE "shop_settings_staff_second_factor_for" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_shop_settings_staff_second_factor_for",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  ALTER TABLE "shop_settings_staff_second_factor_for" ADD CONSTRAINT "shop_settings_staff_second_factor_for_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."shop_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "shop_settings_staff_second_factor_for_order_idx" ON "shop_settings_staff_second_factor_for" USING btree ("order");
  CREATE INDEX "shop_settings_staff_second_factor_for_parent_idx" ON "shop_settings_staff_second_factor_for" USING btree ("parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "shop_settings_staff_second_factor_for" CASCADE;
  DROP TYPE "public"."enum_shop_settings_staff_second_factor_for";`)
}
