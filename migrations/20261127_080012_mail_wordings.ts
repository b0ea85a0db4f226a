import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "mail_wordings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"mail" varchar NOT NULL,
  	"locale" varchar NOT NULL,
  	"subject" varchar,
  	"heading" varchar,
  	"body" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "mail_wordings_id" uuid;
  CREATE INDEX "mail_wordings_updated_at_idx" ON "mail_wordings" USING btree ("updated_at");
  CREATE INDEX "mail_wordings_created_at_idx" ON "mail_wordings" USING btree ("created_at");
  CREATE UNIQUE INDEX "mail_locale_idx" ON "mail_wordings" USING btree ("mail","locale");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_mail_wordings_fk" FOREIGN KEY ("mail_wordings_id") REFERENCES "public"."mail_wordings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_mail_wordings_id_idx" ON "payload_locked_documents_rels" USING btree ("mail_wordings_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "mail_wordings" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "mail_wordings" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_mail_wordings_fk";
  
  DROP INDEX "payload_locked_documents_rels_mail_wordings_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "mail_wordings_id";`)
}
