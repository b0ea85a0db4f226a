import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "styles_rels" ADD COLUMN "styles_id" uuid;
  ALTER TABLE "_styles_v_rels" ADD COLUMN "styles_id" uuid;
  ALTER TABLE "styles_rels" ADD CONSTRAINT "styles_rels_styles_fk" FOREIGN KEY ("styles_id") REFERENCES "public"."styles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_styles_v_rels" ADD CONSTRAINT "_styles_v_rels_styles_fk" FOREIGN KEY ("styles_id") REFERENCES "public"."styles"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "styles_rels_styles_id_idx" ON "styles_rels" USING btree ("styles_id");
  CREATE INDEX "_styles_v_rels_styles_id_idx" ON "_styles_v_rels" USING btree ("styles_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "styles_rels" DROP CONSTRAINT IF EXISTS "styles_rels_styles_fk";
  
  ALTER TABLE "_styles_v_rels" DROP CONSTRAINT IF EXISTS "_styles_v_rels_styles_fk";
  
  DROP INDEX "styles_rels_styles_id_idx";
  DROP INDEX "_styles_v_rels_styles_id_idx";
  ALTER TABLE "styles_rels" DROP COLUMN "styles_id";
  ALTER TABLE "_styles_v_rels" DROP COLUMN "styles_id";`)
}
