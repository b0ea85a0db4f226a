import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

const events = [
  ['insert', 'NEW TABLE AS made'],
  ['update', 'OLD TABLE AS gone NEW TABLE AS made'],
  ['delete', 'OLD TABLE AS gone'],
] as const

/** Pictures of cards, by the products that show them. */
const ofProducts: Readonly<Record<string, string>> = {
  products_pictures: 'SELECT _parent_id FROM $rows r',
  media: 'SELECT pic._parent_id FROM $rows r JOIN products_pictures pic ON pic.image_id = r.id',
  media_locales: 'SELECT pic._parent_id FROM $rows r JOIN products_pictures pic ON pic.image_id = r._parent_id',
}

const watch = Object.entries(ofProducts).flatMap(([table, query]) =>
  events.map(
    ([event, rows]) => `
    CREATE TRIGGER ${table}_listed_${event} AFTER ${event} ON ${table} REFERENCING ${rows}
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_products('${query}');`,
  ),
)

const stock = (when: string) => `
    DROP TRIGGER stock_levels_listed_update ON stock_levels;
    CREATE TRIGGER stock_levels_listed_update AFTER UPDATE ON stock_levels FOR EACH ROW
      WHEN (${when} OR OLD.location_id <> NEW.location_id) EXECUTE FUNCTION molini_listed_stock();`

/** A card says when five pairs or fewer are left in all sizes together: such a change always touches a size with as few. */
const few = `OLD.on_hand - OLD.reserved <> NEW.on_hand - NEW.reserved
        AND least(OLD.on_hand - OLD.reserved, NEW.on_hand - NEW.reserved) <= 5`

/** What cards show is kept in memory too: their pictures, how brands label sizes, and when a product is on its last pairs. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${watch.join('')}
    CREATE TRIGGER brands_size_overrides_listed AFTER INSERT OR UPDATE OR DELETE ON brands_size_overrides
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_shared();
    ${stock(few)}
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${stock('(OLD.on_hand > OLD.reserved) <> (NEW.on_hand > NEW.reserved)')}
    DROP TRIGGER brands_size_overrides_listed ON brands_size_overrides;
    ${Object.keys(ofProducts)
      .flatMap((table) => events.map(([event]) => `DROP TRIGGER ${table}_listed_${event} ON ${table};`))
      .join('\n')}
  `),
  )
}
