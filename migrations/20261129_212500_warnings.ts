import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "styles_locales" ADD COLUMN "warnings" varchar;
  ALTER TABLE "_styles_v_locales" ADD COLUMN "version_warnings" varchar;
  ALTER TABLE "brands_locales" ADD COLUMN "warnings" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "styles_locales" DROP COLUMN "warnings";
  ALTER TABLE "_styles_v_locales" DROP COLUMN "version_warnings";
  ALTER TABLE "brands_locales" DROP COLUMN "warnings";`)
}
