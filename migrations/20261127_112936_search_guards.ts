import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Synonyms are heard of at once, a term is counted once a day, and codes are found by their beginning. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TRIGGER synonyms_listed AFTER INSERT OR UPDATE OR DELETE ON synonyms
      FOR EACH STATEMENT EXECUTE FUNCTION molini_listed_shared();
    ALTER TABLE search_terms
      ADD CONSTRAINT search_terms_counts CHECK (searches = trunc(searches) AND searches >= 1 AND found = trunc(found) AND found >= 0),
      ADD CONSTRAINT search_terms_day CHECK (day ~ '^\\d{4}-\\d{2}-\\d{2}$');
    CREATE UNIQUE INDEX search_terms_once ON search_terms (day, locale, term);
    CREATE INDEX variants_sku_typed ON variants (upper(sku) text_pattern_ops);
    CREATE INDEX variants_gtin_typed ON variants (gtin text_pattern_ops) WHERE gtin IS NOT NULL;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX variants_gtin_typed, variants_sku_typed, search_terms_once;
    ALTER TABLE search_terms DROP CONSTRAINT search_terms_counts, DROP CONSTRAINT search_terms_day;
    DROP TRIGGER synonyms_listed ON synonyms;
  `)
}
