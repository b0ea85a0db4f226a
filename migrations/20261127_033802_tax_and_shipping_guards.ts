import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Orders placed before know the rate of each line and of delivery: their taxes by rate follow from these. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    INSERT INTO orders_taxes (_order, _parent_id, id, rate, base, tax, shipping, shipping_tax)
    SELECT row_number() OVER (PARTITION BY parts.order_id ORDER BY parts.rate DESC), parts.order_id,
      substr(md5(parts.order_id || ' ' || parts.rate), 1, 24), parts.rate,
      sum(parts.goods + parts.shipping) - CASE WHEN o.tax_included THEN sum(parts.tax) ELSE 0 END,
      sum(parts.tax), sum(parts.shipping), sum(parts.shipping_tax)
    FROM (
      SELECT _parent_id AS order_id, tax_rate AS rate, total AS goods, 0 AS shipping, tax, 0 AS shipping_tax FROM orders_lines
      UNION ALL SELECT id, shipping_tax_rate, 0, shipping, shipping_tax, shipping_tax FROM orders WHERE shipping > 0
    ) parts JOIN orders o ON o.id = parts.order_id
    GROUP BY parts.order_id, parts.rate, o.tax_included;

    ALTER TABLE orders_taxes
      ADD CONSTRAINT orders_taxes_whole CHECK (base = trunc(base) AND tax = trunc(tax) AND shipping = trunc(shipping)
        AND shipping_tax = trunc(shipping_tax) AND rate = trunc(rate)),
      ADD CONSTRAINT orders_taxes_sign CHECK (least(rate, base, tax, shipping, shipping_tax) >= 0 AND shipping_tax <= tax);
    CREATE UNIQUE INDEX orders_taxes_once ON orders_taxes (_parent_id, rate);

    ALTER TABLE orders ADD CONSTRAINT orders_reverse_charge CHECK (
      NOT coalesce(reverse_charge, false) OR (tax = 0 AND vat_number IS NOT NULL));

    ALTER TABLE shipping_methods
      ADD CONSTRAINT shipping_methods_kind CHECK (kind IN ('delivery', 'pickup')),
      ADD CONSTRAINT shipping_methods_place CHECK (CASE kind WHEN 'pickup' THEN location_id ELSE zone_id END IS NOT NULL),
      ADD CONSTRAINT shipping_methods_days CHECK (0 <= min_days AND min_days <= max_days);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE shipping_methods DROP CONSTRAINT shipping_methods_kind, DROP CONSTRAINT shipping_methods_place,
      DROP CONSTRAINT shipping_methods_days;
    ALTER TABLE orders DROP CONSTRAINT orders_reverse_charge;
    DROP INDEX orders_taxes_once;
    ALTER TABLE orders_taxes DROP CONSTRAINT orders_taxes_whole, DROP CONSTRAINT orders_taxes_sign;
    DELETE FROM orders_taxes;
  `)
}
