import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" ADD COLUMN "google_allowed" boolean DEFAULT false;
  ALTER TABLE "users" ADD COLUMN "google_sub" varchar;
  CREATE UNIQUE INDEX "users_google_sub_idx" ON "users" USING btree ("google_sub");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "users_google_sub_idx";
  ALTER TABLE "users" DROP COLUMN "google_allowed";
  ALTER TABLE "users" DROP COLUMN "google_sub";`)
}
