import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The scale of what is no shoe: every shop has it, since a care product is given it without being asked. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    INSERT INTO variant_types (label, name, kind) VALUES ('One size', 'one-size', 'size') ON CONFLICT DO NOTHING;
    INSERT INTO variant_options (_variantoptions_options_order, variant_type_id, label, value, rank)
      SELECT 'a0', t.id, 'One size', 'one-size', 0 FROM variant_types t
      WHERE t.name = 'one-size' AND NOT EXISTS (SELECT FROM variant_options o WHERE o.variant_type_id = t.id AND o.value = 'one-size');
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DELETE FROM variant_options o USING variant_types t WHERE t.id = o.variant_type_id AND t.name = 'one-size'
      AND NOT EXISTS (SELECT FROM variants v WHERE v.size_id = o.id);
    DELETE FROM variant_types t WHERE t.name = 'one-size'
      AND NOT EXISTS (SELECT FROM variant_options o WHERE o.variant_type_id = t.id);
  `)
}
