import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_products_launchedat_tz" AS ENUM('Europe/Rome', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'UTC');
  CREATE TYPE "public"."enum__products_v_version_launchedat_tz" AS ENUM('Europe/Rome', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'UTC');
  ALTER TABLE "products" ADD COLUMN "launchedat_tz" "enum_products_launchedat_tz" DEFAULT 'Europe/Rome';
  ALTER TABLE "products" ADD COLUMN "per_person" numeric;
  ALTER TABLE "_products_v" ADD COLUMN "version_launchedat_tz" "enum__products_v_version_launchedat_tz" DEFAULT 'Europe/Rome';
  ALTER TABLE "_products_v" ADD COLUMN "version_per_person" numeric;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "products" DROP COLUMN "launchedat_tz";
  ALTER TABLE "products" DROP COLUMN "per_person";
  ALTER TABLE "_products_v" DROP COLUMN "version_launchedat_tz";
  ALTER TABLE "_products_v" DROP COLUMN "version_per_person";
  DROP TYPE "public"."enum_products_launchedat_tz";
  DROP TYPE "public"."enum__products_v_version_launchedat_tz";`)
}
