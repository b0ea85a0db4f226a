import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Tables whose rows are part of what a product shows in a listing, and the products that `$rows` of them are about. */
const ofProducts: Readonly<Record<string, string>> = {
  products: 'SELECT id FROM $rows r',
  products_locales: 'SELECT _parent_id FROM $rows r',
  variants: 'SELECT product_id FROM $rows r',
  styles: 'SELECT p.id FROM $rows r JOIN products p ON p.style_id = r.id',
  styles_locales: 'SELECT p.id FROM $rows r JOIN products p ON p.style_id = r._parent_id',
  styles_rels: 'SELECT p.id FROM $rows r JOIN products p ON p.style_id = r.parent_id',
  styles_materials_upper: 'SELECT p.id FROM $rows r JOIN products p ON p.style_id = r.parent_id',
  reduced_prices: 'SELECT v.product_id FROM $rows r JOIN variants v ON v.id = r.variant_id',
}
/** Words and orders that products share. */
const shared = ['brands', 'categories', 'categories_locales', 'categories_rels', 'variant_options']

const events = [
  ['insert', 'NEW TABLE AS made'],
  ['update', 'OLD TABLE AS gone NEW TABLE AS made'],
  ['delete', 'OLD TABLE AS gone'],
] as const

const watchProducts = Object.entries(ofProducts).flatMap(([table, query]) =>
  events.map(
    ([event, rows]) => `
    CREATE TRIGGER ${table}_listed_${event} AFTER ${event} ON ${table} REFERENCING ${rows}
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_products('${query}');`,
  ),
)
const watchShared = shared.map(
  (table) => `
    CREATE TRIGGER ${table}_listed AFTER INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_shared();`,
)

/**
 * What has changed in the catalogue, by whoever wrote it, for the index that every process keeps in memory. A row without a
 * product is about what products share; `everything` asks for a new start. The transaction's number gives the order of
 * commits: a reader takes what it has not read yet from the oldest number that was still running the last time.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    CREATE TABLE catalogue_changes (
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(), product_id uuid, everything boolean NOT NULL DEFAULT false,
      at timestamptz NOT NULL DEFAULT now());
    CREATE INDEX catalogue_changes_xid ON catalogue_changes (xid);
    CREATE INDEX catalogue_changes_at ON catalogue_changes (at);

    CREATE FUNCTION molini_listed_products() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE 'INSERT INTO catalogue_changes (product_id) SELECT DISTINCT found.id FROM (' || replace(TG_ARGV[0], '$rows',
        CASE TG_OP WHEN 'INSERT' THEN 'made' WHEN 'DELETE' THEN 'gone' ELSE '(TABLE gone UNION ALL TABLE made)' END)
        || ') AS found (id) WHERE found.id IS NOT NULL';
      RETURN NULL;
    END $$;
    CREATE FUNCTION molini_listed_shared() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO catalogue_changes DEFAULT VALUES;
      RETURN NULL;
    END $$;
    ${watchProducts.join('')}
    ${watchShared.join('')}

    -- On the way of every order, so it acts only where a size comes or goes.
    CREATE FUNCTION molini_listed_stock() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO catalogue_changes (product_id) SELECT product_id FROM variants WHERE id = coalesce(NEW.variant_id, OLD.variant_id);
      RETURN NULL;
    END $$;
    CREATE TRIGGER stock_levels_listed_insert AFTER INSERT ON stock_levels FOR EACH ROW
      WHEN (NEW.on_hand > NEW.reserved) EXECUTE FUNCTION molini_listed_stock();
    CREATE TRIGGER stock_levels_listed_update AFTER UPDATE ON stock_levels FOR EACH ROW
      WHEN ((OLD.on_hand > OLD.reserved) <> (NEW.on_hand > NEW.reserved) OR OLD.location_id <> NEW.location_id)
      EXECUTE FUNCTION molini_listed_stock();
    CREATE TRIGGER stock_levels_listed_delete AFTER DELETE ON stock_levels FOR EACH ROW
      WHEN (OLD.on_hand > OLD.reserved) EXECUTE FUNCTION molini_listed_stock();

    -- Another place to sell from is other stock for everything.
    CREATE FUNCTION molini_listed_anew() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO catalogue_changes (everything) VALUES (true);
      RETURN NULL;
    END $$;
    CREATE TRIGGER locations_listed AFTER INSERT OR UPDATE OR DELETE ON locations
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_anew();
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  const drop = (table: string, name: string) => `DROP TRIGGER ${name} ON ${table};`
  await db.execute(
    sql.raw(`
    ${[...Object.keys(ofProducts), 'stock_levels']
      .flatMap((table) => events.map(([event]) => drop(table, `${table}_listed_${event}`)))
      .join('\n')}
    ${[...shared, 'locations'].map((table) => drop(table, `${table}_listed`)).join('\n')}
    DROP FUNCTION molini_listed_products(), molini_listed_shared(), molini_listed_stock(), molini_listed_anew();
    DROP TABLE catalogue_changes;
  `),
  )
}
