import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What is only for a group of customers would be for everybody once the group is gone: it goes last. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE price_campaigns_rels DROP CONSTRAINT price_campaigns_rels_customer_groups_fk,
      ADD CONSTRAINT price_campaigns_rels_customer_groups_kept FOREIGN KEY (customer_groups_id) REFERENCES customer_groups (id) ON DELETE RESTRICT
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE price_campaigns_rels DROP CONSTRAINT price_campaigns_rels_customer_groups_kept,
      ADD CONSTRAINT price_campaigns_rels_customer_groups_fk FOREIGN KEY (customer_groups_id) REFERENCES customer_groups (id) ON DELETE CASCADE
  `)
}
