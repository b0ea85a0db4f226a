import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What was issued stays as it is, but for the name and address of its buyer once tax law no longer asks for them. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER invoices_append_only ON invoices;
    CREATE TRIGGER invoices_append_only BEFORE DELETE OR TRUNCATE ON invoices
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
    CREATE FUNCTION molini_invoice_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE forgotten jsonb := jsonb_set(OLD.content, '{buyer}',
        jsonb_build_object('name', '—', 'address', '[]'::jsonb, 'country', OLD.content->'buyer'->'country'));
      BEGIN
        IF to_jsonb(NEW) - 'content' - 'updated_at' = to_jsonb(OLD) - 'content' - 'updated_at' AND NEW.content = forgotten
          AND OLD.issued_at < date_trunc('year', now()) - interval '10 years' THEN RETURN NEW;
        END IF;
        RAISE EXCEPTION 'invoices is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
    CREATE TRIGGER invoices_kept BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION molini_invoice_kept();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER invoices_kept ON invoices;
    DROP FUNCTION molini_invoice_kept();
    DROP TRIGGER invoices_append_only ON invoices;
    CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
  `)
}
