import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "mail_suppressions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"recipient" varchar NOT NULL,
  	"reason" varchar NOT NULL,
  	"since" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE UNIQUE INDEX "mail_suppressions_recipient_idx" ON "mail_suppressions" USING btree ("recipient");
  CREATE INDEX "mail_suppressions_reason_idx" ON "mail_suppressions" USING btree ("reason");
  CREATE INDEX "mail_suppressions_updated_at_idx" ON "mail_suppressions" USING btree ("updated_at");
  CREATE INDEX "mail_suppressions_created_at_idx" ON "mail_suppressions" USING btree ("created_at");

  ALTER TABLE mail_suppressions
    ADD CONSTRAINT mail_suppressions_reason CHECK (reason IN ('unsubscribed', 'blocked', 'spam', 'hard-bounce')),
    ADD CONSTRAINT mail_suppressions_lower CHECK (recipient = lower(recipient));

  -- What the mail service says became of a mail, each thing once; it goes with its mail.
  CREATE TABLE mail_notices (
    key text PRIMARY KEY,
    email_id uuid NOT NULL REFERENCES emails (id) ON DELETE CASCADE,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    reason text,
    CONSTRAINT mail_notices_kind CHECK (kind IN
      ('delivered', 'deferred', 'opened', 'soft-bounce', 'unsubscribed', 'blocked', 'spam', 'hard-bounce'))
  );
  CREATE INDEX mail_notices_mail ON mail_notices (email_id, at);

  ALTER TABLE emails DROP CONSTRAINT emails_status,
    ADD CONSTRAINT emails_status CHECK (status IN ('queued', 'sent', 'captured', 'dead', 'suppressed'));`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   UPDATE emails SET status = 'dead' WHERE status = 'suppressed';
   ALTER TABLE emails DROP CONSTRAINT emails_status,
     ADD CONSTRAINT emails_status CHECK (status IN ('queued', 'sent', 'captured', 'dead'));
   DROP TABLE mail_notices;
   DROP TABLE "mail_suppressions" CASCADE;`)
}
