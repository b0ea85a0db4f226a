import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Words in languages and lists of words, of what there comes to be much of: products, promotions, pictures, the journal, and what is
 * kept of each save. Payload looks for them by their document, and gives them an index by language first.
 */
const words = {
  _parent_id: [
    ...['products_locales', '_products_v_locales', 'styles_locales', '_styles_v_locales', 'brands_locales'],
    ...['media_locales', 'promotions_locales', 'articles_locales', '_articles_v_locales'],
    ...['_pages_v_locales', '_pages_v_blocks_hero_locales', '_pages_v_blocks_size_grid_locales'],
    ...['_pages_v_blocks_product_row_locales', '_pages_v_blocks_split_locales', '_pages_v_blocks_text_locales'],
    ...['_pages_v_blocks_category_tiles_locales', '_pages_v_blocks_size_table_locales'],
    ...['_pages_v_blocks_faq_locales', '_pages_v_blocks_faq_items_locales', '_pages_v_blocks_lookbook_locales'],
    ...['_pages_v_blocks_material_strip_locales', '_pages_v_blocks_material_strip_items_locales'],
    ...['_pages_v_blocks_brand_strip_locales', '_pages_v_blocks_video_locales', '_pages_v_blocks_quote_locales'],
    ...['_pages_v_blocks_newsletter_locales', '_pages_v_blocks_size_teaser_locales'],
    '_pages_v_blocks_stores_locales',
  ],
  parent_id: ['promotions_texts'],
}

const each = (statement: (table: string, column: string) => string): string =>
  Object.entries(words)
    .flatMap(([column, tables]) => tables.map((table) => statement(table, column)))
    .join('\n')

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(each((table, column) => `CREATE INDEX ${table}_parent ON ${table} (${column});`)))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(each((table) => `DROP INDEX ${table}_parent;`)))
}
