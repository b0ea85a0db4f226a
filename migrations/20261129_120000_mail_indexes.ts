import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Mails are kept for ever: what left lately, what an address was sent and what is about an order are found without reading all
 * of them. Nobody looks for a message id, whose index every mail paid for three times.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX emails_message_id_idx;
    CREATE INDEX emails_sent ON emails (sent_at) WHERE sent_at IS NOT NULL;
    CREATE INDEX emails_of_address ON emails (lower(recipient));
    CREATE INDEX emails_about ON emails (split_part(entity, ':', 1));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX emails_sent, emails_of_address, emails_about;
    CREATE INDEX emails_message_id_idx ON emails (message_id);
  `)
}
