import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Sessions of shoppers in a table of their own: a document of Payload's that is saved writes back the sessions it was
 * read with, and would bring back one that was ended meanwhile. Mailed keys and former addresses beside them.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE account_sessions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      token_hash text NOT NULL,
      customer_id uuid NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
      device text NOT NULL DEFAULT '',
      created_at timestamptz NOT NULL DEFAULT now(),
      seen_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      CONSTRAINT account_sessions_token UNIQUE (token_hash),
      CONSTRAINT account_sessions_device CHECK (length(device) <= 80)
    );
    CREATE INDEX account_sessions_customer ON account_sessions (customer_id);
    INSERT INTO account_sessions (token_hash, customer_id, created_at, seen_at, expires_at)
      SELECT id, _parent_id, coalesce(created_at, now()), coalesce(created_at, now()), expires_at FROM customers_sessions WHERE expires_at > now();
    DELETE FROM customers_sessions;

    -- What a mailed link or a second step stands on: the hash of its token alone, used up by being deleted.
    CREATE TABLE account_keys (
      hash text PRIMARY KEY,
      kind text NOT NULL,
      customer_id uuid NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
      detail text,
      tries int NOT NULL DEFAULT 0,
      expires_at timestamptz NOT NULL,
      CONSTRAINT account_keys_kind CHECK (kind IN ('sign-in', 'email-change', 'second-step') AND (kind = 'email-change') = (detail IS NOT NULL))
    );
    CREATE INDEX account_keys_customer ON account_keys (customer_id);

    -- Addresses that were shown to be somebody's and are no longer: an erasure forgets what is under them, too.
    CREATE TABLE account_former_emails (
      customer_id uuid NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
      email text NOT NULL,
      until timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (customer_id, email)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    INSERT INTO customers_sessions (id, _parent_id, _order, created_at, expires_at)
      SELECT token_hash, customer_id, row_number() OVER (PARTITION BY customer_id ORDER BY created_at), created_at, expires_at FROM account_sessions;
    DROP TABLE account_former_emails, account_keys, account_sessions;
  `)
}
