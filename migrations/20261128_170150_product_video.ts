import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "products" ADD COLUMN "video_id" uuid;
  ALTER TABLE "_products_v" ADD COLUMN "version_video_id" uuid;
  ALTER TABLE "media" ADD COLUMN "poster_id" uuid;
  ALTER TABLE "media_locales" ADD COLUMN "captions" varchar;
  ALTER TABLE "products" ADD CONSTRAINT "products_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_products_v" ADD CONSTRAINT "_products_v_version_video_id_media_id_fk" FOREIGN KEY ("version_video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_poster_id_media_id_fk" FOREIGN KEY ("poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "products_video_idx" ON "products" USING btree ("video_id");
  CREATE INDEX "_products_v_version_version_video_idx" ON "_products_v" USING btree ("version_video_id");
  CREATE INDEX "media_poster_idx" ON "media" USING btree ("poster_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "products" DROP CONSTRAINT IF EXISTS "products_video_id_media_id_fk";
  
  ALTER TABLE "_products_v" DROP CONSTRAINT IF EXISTS "_products_v_version_video_id_media_id_fk";
  
  ALTER TABLE "media" DROP CONSTRAINT IF EXISTS "media_poster_id_media_id_fk";
  
  DROP INDEX "products_video_idx";
  DROP INDEX "_products_v_version_version_video_idx";
  DROP INDEX "media_poster_idx";
  ALTER TABLE "products" DROP COLUMN "video_id";
  ALTER TABLE "_products_v" DROP COLUMN "version_video_id";
  ALTER TABLE "media" DROP COLUMN "poster_id";
  ALTER TABLE "media_locales" DROP COLUMN "captions";`)
}
