import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What refunds, returns and withdrawals may never be, whoever writes them; and the rows of what went back so far. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE SEQUENCE return_numbers START 100001;
    CREATE SEQUENCE withdrawal_numbers START 100001;

    ALTER TABLE orders
      ADD CONSTRAINT orders_refund_owed CHECK (owed >= 0 AND owed = trunc(owed) AND refunded + owed <= captured),
      ADD CONSTRAINT orders_credited CHECK (credited >= 0 AND credited = trunc(credited) AND credited <= refunded + owed);
    CREATE UNIQUE INDEX orders_one_per_exchange ON orders (exchange_of_id);

    ALTER TABLE refunds
      ADD CONSTRAINT refunds_status CHECK (status IN ('owed', 'done', 'dropped')),
      ADD CONSTRAINT refunds_kind CHECK (kind IN ('refund', 'cancel', 'edit', 'return', 'exchange', 'withdrawal', 'late', 'provider')),
      ADD CONSTRAINT refunds_currency CHECK (currency IN ('EUR', 'GBP', 'USD')),
      ADD CONSTRAINT refunds_money CHECK (amount > 0 AND amount = trunc(amount) AND shipping = trunc(shipping)
        AND shipping_tax = trunc(shipping_tax) AND 0 <= shipping_tax AND shipping_tax <= shipping),
      ADD CONSTRAINT refunds_done CHECK ((status = 'done') = (done_at IS NOT NULL)),
      DROP CONSTRAINT refunds_order_id_orders_id_fk,
      DROP CONSTRAINT refunds_payment_id_payments_id_fk,
      ADD CONSTRAINT refunds_order_id_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT,
      ADD CONSTRAINT refunds_payment_id_kept FOREIGN KEY (payment_id) REFERENCES payments (id) ON DELETE RESTRICT;
    ALTER TABLE refunds_lines ADD CONSTRAINT refunds_lines_money CHECK (quantity > 0 AND quantity = trunc(quantity)
      AND amount = trunc(amount) AND tax = trunc(tax) AND 0 <= tax AND tax <= amount);
    CREATE UNIQUE INDEX refunds_lines_once ON refunds_lines (_parent_id, order_line);
    CREATE INDEX refunds_due ON refunds (next_attempt_at) WHERE status = 'owed';
    CREATE TRIGGER refunds_kept BEFORE DELETE OR TRUNCATE ON refunds FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();

    ALTER TABLE returns
      ADD CONSTRAINT returns_status CHECK (status IN
        ('requested', 'approved', 'received', 'inspected', 'completed', 'rejected', 'cancelled')),
      ADD CONSTRAINT returns_resolution CHECK (resolution IN ('refund', 'exchange')),
      ADD CONSTRAINT returns_origin CHECK (origin IN ('customer', 'staff', 'withdrawal')),
      DROP CONSTRAINT returns_order_id_orders_id_fk,
      ADD CONSTRAINT returns_order_id_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT;
    ALTER TABLE returns_lines
      ADD CONSTRAINT returns_lines_pairs CHECK (quantity > 0 AND quantity = trunc(quantity) AND restocked = trunc(restocked)
        AND written_off = trunc(written_off) AND least(restocked, written_off) >= 0 AND restocked + written_off <= quantity),
      ADD CONSTRAINT returns_lines_reason CHECK (reason IN
        ('too-small', 'too-large', 'changed-mind', 'faulty', 'wrong-item', 'withdrawal')),
      DROP CONSTRAINT returns_lines_variant_id_variants_id_fk,
      ADD CONSTRAINT returns_lines_variant_id_kept FOREIGN KEY (variant_id) REFERENCES variants (id) ON DELETE RESTRICT;
    CREATE UNIQUE INDEX returns_lines_once ON returns_lines (_parent_id, order_line);
    CREATE TRIGGER returns_kept BEFORE DELETE OR TRUNCATE ON returns FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();

    ALTER TABLE withdrawals
      DROP CONSTRAINT withdrawals_order_id_orders_id_fk,
      ADD CONSTRAINT withdrawals_order_id_kept FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT;
    ALTER TABLE withdrawals_lines ADD CONSTRAINT withdrawals_lines_pairs CHECK (quantity > 0 AND quantity = trunc(quantity));
    CREATE TRIGGER withdrawals_kept BEFORE DELETE OR TRUNCATE ON withdrawals
      FOR EACH STATEMENT EXECUTE FUNCTION molini_append_only();
  `)
  await db.execute(sql`
    INSERT INTO refunds (order_id, payment_id, request, kind, status, currency, amount, done_at)
      SELECT order_id, id, id::text, 'refund', 'done', currency, refunded, now() FROM payments WHERE refunded > 0;
    INSERT INTO refunds (order_id, payment_id, request, kind, status, currency, amount)
      SELECT order_id, id, id::text, 'cancel', 'owed', currency, (data ->> 'refundDue')::numeric
      FROM payments WHERE (data ->> 'refundDue')::numeric > 0;
    UPDATE orders o SET owed = d.due
      FROM (SELECT order_id, sum((data ->> 'refundDue')::numeric) AS due FROM payments WHERE data ? 'refundDue' GROUP BY 1) d
      WHERE o.id = d.order_id;
    UPDATE payments SET data = data - 'refundDue' WHERE data ? 'refundDue';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER withdrawals_kept ON withdrawals;
    DROP TRIGGER returns_kept ON returns;
    DROP TRIGGER refunds_kept ON refunds;
    DROP INDEX orders_one_per_exchange, refunds_lines_once, refunds_due, returns_lines_once;
    DROP SEQUENCE return_numbers, withdrawal_numbers;
    ALTER TABLE orders DROP CONSTRAINT orders_refund_owed, DROP CONSTRAINT orders_credited;
    ALTER TABLE refunds DROP CONSTRAINT refunds_status, DROP CONSTRAINT refunds_kind, DROP CONSTRAINT refunds_currency,
      DROP CONSTRAINT refunds_money, DROP CONSTRAINT refunds_done,
      DROP CONSTRAINT refunds_order_id_kept, DROP CONSTRAINT refunds_payment_id_kept,
      ADD CONSTRAINT refunds_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL,
      ADD CONSTRAINT refunds_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments (id) ON DELETE SET NULL;
    ALTER TABLE refunds_lines DROP CONSTRAINT refunds_lines_money;
    ALTER TABLE returns DROP CONSTRAINT returns_status, DROP CONSTRAINT returns_resolution, DROP CONSTRAINT returns_origin,
      DROP CONSTRAINT returns_order_id_kept,
      ADD CONSTRAINT returns_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL;
    ALTER TABLE returns_lines DROP CONSTRAINT returns_lines_pairs, DROP CONSTRAINT returns_lines_reason,
      DROP CONSTRAINT returns_lines_variant_id_kept,
      ADD CONSTRAINT returns_lines_variant_id_variants_id_fk FOREIGN KEY (variant_id) REFERENCES variants (id) ON DELETE SET NULL;
    ALTER TABLE withdrawals DROP CONSTRAINT withdrawals_order_id_kept,
      ADD CONSTRAINT withdrawals_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL;
    ALTER TABLE withdrawals_lines DROP CONSTRAINT withdrawals_lines_pairs;
  `)
}
