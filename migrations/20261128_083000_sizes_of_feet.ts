import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Sizes that shoppers keep: their own, and the feet of their children. In tables of our own, so that no document, no
 * version and no list of the admin has a child in it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE own_sizes (
      customer_id uuid NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
      segment text NOT NULL,
      foot_mm int NOT NULL,
      width text,
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (customer_id, segment),
      CONSTRAINT own_sizes_segment CHECK (segment IN ('women', 'men')),
      CONSTRAINT own_sizes_foot CHECK (foot_mm BETWEEN 200 AND 330),
      CONSTRAINT own_sizes_width CHECK (width IN ('narrow', 'standard', 'wide'))
    );
    CREATE TABLE child_feet (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      customer_id uuid NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
      name text NOT NULL,
      foot_mm int NOT NULL,
      measured_on date NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT child_feet_name CHECK (length(name) BETWEEN 1 AND 40),
      CONSTRAINT child_feet_foot CHECK (foot_mm BETWEEN 70 AND 280)
    );
    CREATE INDEX child_feet_customer ON child_feet (customer_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE child_feet, own_sizes;`)
}
