import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What somebody has beside a password: one table for shoppers and staff, since it is one thing. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE second_factors (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      customer_id uuid REFERENCES customers (id) ON DELETE CASCADE,
      user_id uuid REFERENCES users (id) ON DELETE CASCADE,
      -- The secret, encrypted; until it is confirmed with the codes for a lost device, which are shown once.
      sealed text NOT NULL,
      confirmed_at timestamptz,
      -- The newest step of time whose code was used: no code counts twice.
      last_step bigint NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT second_factors_owner CHECK (num_nonnulls(customer_id, user_id) = 1),
      CONSTRAINT second_factors_one_per_customer UNIQUE (customer_id),
      CONSTRAINT second_factors_one_per_user UNIQUE (user_id)
    );
    CREATE TABLE second_factor_codes (
      factor_id uuid NOT NULL REFERENCES second_factors (id) ON DELETE CASCADE,
      hash text NOT NULL,
      PRIMARY KEY (factor_id, hash)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE second_factor_codes, second_factors;`)
}
