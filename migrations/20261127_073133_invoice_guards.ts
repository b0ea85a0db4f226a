import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Invoices are numbered without a gap, add up, and stay as they were issued, whoever writes them. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE invoice_counters (
      kind text NOT NULL, year integer NOT NULL, last integer NOT NULL, last_at timestamptz NOT NULL, PRIMARY KEY (kind, year));

    ALTER TABLE invoices
      ADD CONSTRAINT invoices_kind CHECK (kind IN ('invoice', 'credit-note')),
      ADD CONSTRAINT invoices_currency CHECK (currency IN ('EUR', 'GBP', 'USD')),
      ADD CONSTRAINT invoices_number CHECK (serial >= 1 AND serial = trunc(serial) AND year = trunc(year)
        AND number = CASE kind WHEN 'invoice' THEN '' ELSE 'CN-' END || year || '-' || lpad(serial::text, greatest(6, length(serial::text)), '0')),
      ADD CONSTRAINT invoices_sum CHECK (net = trunc(net) AND tax = trunc(tax) AND least(net, tax) >= 0 AND net + tax = total AND total > 0),
      ADD CONSTRAINT invoices_credit CHECK ((kind = 'credit-note') = (invoice_id IS NOT NULL)),
      DROP CONSTRAINT invoices_order_id_orders_id_fk,
      DROP CONSTRAINT invoices_invoice_id_invoices_id_fk,
      ADD CONSTRAINT invoices_order_id_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT,
      ADD CONSTRAINT invoices_invoice_id_kept FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE RESTRICT;
    CREATE UNIQUE INDEX invoices_one_per_order ON invoices (order_id) WHERE kind = 'invoice';
    CREATE UNIQUE INDEX invoices_one_per_cause ON invoices (source);
    CREATE INDEX invoices_series ON invoices (kind, year, serial);
    CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();

    CREATE FUNCTION molini_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.serial > 1 AND NOT EXISTS (
          SELECT 1 FROM invoices WHERE kind = NEW.kind AND year = NEW.year AND serial = NEW.serial - 1) THEN
          RAISE EXCEPTION 'invoice % would leave a gap', NEW.number;
        END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER invoices_no_gap BEFORE INSERT ON invoices FOR EACH ROW EXECUTE FUNCTION molini_no_gap();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER invoices_no_gap ON invoices;
    DROP FUNCTION molini_no_gap();
    DROP TRIGGER invoices_append_only ON invoices;
    DROP INDEX invoices_one_per_order, invoices_one_per_cause, invoices_series;
    ALTER TABLE invoices DROP CONSTRAINT invoices_kind, DROP CONSTRAINT invoices_currency, DROP CONSTRAINT invoices_number,
      DROP CONSTRAINT invoices_sum, DROP CONSTRAINT invoices_credit,
      DROP CONSTRAINT invoices_order_id_kept, DROP CONSTRAINT invoices_invoice_id_kept,
      ADD CONSTRAINT invoices_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL,
      ADD CONSTRAINT invoices_invoice_id_invoices_id_fk FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE SET NULL;
    DROP TABLE invoice_counters;
  `)
}
