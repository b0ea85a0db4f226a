import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What gift cards and credit may never be, whoever writes them: above all, a balance is the sum of its entries and never below zero. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE credits
      ADD CONSTRAINT credits_kind CHECK (kind IN ('gift-card', 'store-credit')),
      ADD CONSTRAINT credits_status CHECK (status IN ('active', 'void', 'expired')),
      ADD CONSTRAINT credits_currency CHECK (currency IN ('EUR', 'GBP', 'USD')),
      ADD CONSTRAINT credits_balance CHECK (balance >= 0 AND balance = trunc(balance)),
      ADD CONSTRAINT credits_edition CHECK (edition >= 1 AND edition = trunc(edition)),
      ADD CONSTRAINT credits_owner CHECK ((kind = 'store-credit') = (customer_id IS NOT NULL)
        AND (kind = 'gift-card') = (code_hash IS NOT NULL) AND (code_hash IS NULL) = (last4 IS NULL)),
      DROP CONSTRAINT credits_customer_id_customers_id_fk,
      ADD CONSTRAINT credits_customer_id_kept FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT;
    CREATE UNIQUE INDEX credits_one_per_customer ON credits (customer_id, currency);
    CREATE TRIGGER credits_kept BEFORE DELETE OR TRUNCATE ON credits FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();

    ALTER TABLE credit_entries
      ADD CONSTRAINT credit_entries_sign CHECK (amount = trunc(amount) AND CASE
        WHEN kind IN ('issue', 'grant', 'refund', 'give-back') THEN amount > 0
        WHEN kind IN ('spend', 'take', 'void', 'expire') THEN amount < 0 ELSE false END),
      ADD CONSTRAINT credit_entries_cause CHECK (kind NOT IN ('spend', 'give-back', 'refund') OR order_id IS NOT NULL),
      DROP CONSTRAINT credit_entries_credit_id_credits_id_fk,
      DROP CONSTRAINT credit_entries_order_id_orders_id_fk,
      ADD CONSTRAINT credit_entries_credit_id_kept FOREIGN KEY (credit_id) REFERENCES credits (id) ON DELETE RESTRICT,
      ADD CONSTRAINT credit_entries_order_id_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT;
    CREATE TRIGGER credit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credit_entries
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();

    ALTER TABLE orders ADD CONSTRAINT orders_held CHECK (held >= 0 AND held = trunc(held));
    ALTER TABLE payments
      ADD CONSTRAINT payments_credit CHECK (credit_id IS NULL OR provider IN ('gift-card', 'store-credit')),
      DROP CONSTRAINT payments_credit_id_credits_id_fk,
      ADD CONSTRAINT payments_credit_id_kept FOREIGN KEY (credit_id) REFERENCES credits (id) ON DELETE RESTRICT;
    ALTER TABLE refunds
      DROP CONSTRAINT refunds_credit_id_credits_id_fk,
      ADD CONSTRAINT refunds_credit_id_kept FOREIGN KEY (credit_id) REFERENCES credits (id) ON DELETE RESTRICT;
    DROP INDEX payments_credit_idx, payments_one_open;
    CREATE INDEX payments_credit ON payments (credit_id) WHERE credit_id IS NOT NULL;
    CREATE UNIQUE INDEX payments_one_open ON payments (order_id) WHERE status IN ('pending', 'authorised') AND credit_id IS NULL;
  `)
  await db.execute(sql`
    -- A balance moves by an entry and in no other way, so the ledger always sums to it.
    -- Money that comes back to a card past its date is good for another 90 days.
    CREATE FUNCTION molini_apply_credit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.kind IN ('refund', 'give-back') THEN
        UPDATE credits SET balance = balance + NEW.amount, updated_at = now(),
          status = CASE status WHEN 'expired' THEN 'active' ELSE status END,
          expires_at = CASE WHEN expires_at <= now() THEN now() + interval '90 days' ELSE expires_at END
          WHERE id = NEW.credit_id;
      ELSE
        UPDATE credits SET balance = balance + NEW.amount, updated_at = now() WHERE id = NEW.credit_id;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER credit_entries_apply AFTER INSERT ON credit_entries FOR EACH ROW EXECUTE FUNCTION molini_apply_credit_entry();
    CREATE FUNCTION molini_balance_by_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'a balance changes by a credit entry only' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER credits_by_entry BEFORE UPDATE OF balance ON credits
      FOR EACH ROW WHEN (OLD.balance IS DISTINCT FROM NEW.balance) EXECUTE FUNCTION molini_balance_by_entry();
    CREATE TRIGGER credits_start_empty BEFORE INSERT ON credits
      FOR EACH ROW WHEN (NEW.balance <> 0) EXECUTE FUNCTION molini_balance_by_entry();
    CREATE FUNCTION molini_credit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'kind, currency and owner of a credit do not change' USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER credits_stay BEFORE UPDATE ON credits FOR EACH ROW
      WHEN ((OLD.kind, OLD.currency, OLD.customer_id) IS DISTINCT FROM (NEW.kind, NEW.currency, NEW.customer_id))
      EXECUTE FUNCTION molini_credit_stays();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER credits_stay ON credits;
    DROP TRIGGER credits_start_empty ON credits;
    DROP TRIGGER credits_by_entry ON credits;
    DROP TRIGGER credit_entries_apply ON credit_entries;
    DROP TRIGGER credit_entries_append_only ON credit_entries;
    DROP TRIGGER credits_kept ON credits;
    DROP FUNCTION molini_credit_stays(), molini_balance_by_entry(), molini_apply_credit_entry();
    DROP INDEX payments_credit, payments_one_open;
    CREATE INDEX payments_credit_idx ON payments (credit_id);
    CREATE UNIQUE INDEX payments_one_open ON payments (order_id) WHERE status IN ('pending', 'authorised');
    ALTER TABLE refunds DROP CONSTRAINT refunds_credit_id_kept,
      ADD CONSTRAINT refunds_credit_id_credits_id_fk FOREIGN KEY (credit_id) REFERENCES credits (id) ON DELETE SET NULL;
    ALTER TABLE payments DROP CONSTRAINT payments_credit, DROP CONSTRAINT payments_credit_id_kept,
      ADD CONSTRAINT payments_credit_id_credits_id_fk FOREIGN KEY (credit_id) REFERENCES credits (id) ON DELETE SET NULL;
    ALTER TABLE orders DROP CONSTRAINT orders_held;
    ALTER TABLE credit_entries DROP CONSTRAINT credit_entries_sign, DROP CONSTRAINT credit_entries_cause,
      DROP CONSTRAINT credit_entries_credit_id_kept, DROP CONSTRAINT credit_entries_order_id_kept,
      ADD CONSTRAINT credit_entries_credit_id_credits_id_fk FOREIGN KEY (credit_id) REFERENCES credits (id) ON DELETE SET NULL,
      ADD CONSTRAINT credit_entries_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL;
    DROP INDEX credits_one_per_customer;
    ALTER TABLE credits DROP CONSTRAINT credits_kind, DROP CONSTRAINT credits_status, DROP CONSTRAINT credits_currency,
      DROP CONSTRAINT credits_balance, DROP CONSTRAINT credits_edition, DROP CONSTRAINT credits_owner, DROP CONSTRAINT credits_customer_id_kept,
      ADD CONSTRAINT credits_customer_id_customers_id_fk FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE SET NULL;
  `)
}
