import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Passkeys of shoppers, and the challenges that are open: each is used up by being deleted. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE passkeys (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      customer_id uuid NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
      credential_id text NOT NULL,
      public_key text NOT NULL,
      -- Whose name it is bound to: it opens nothing at another address.
      rp_id text NOT NULL,
      counter bigint NOT NULL,
      transports text NOT NULL DEFAULT '',
      is_synced boolean NOT NULL,
      name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz,
      CONSTRAINT passkeys_credential UNIQUE (credential_id),
      CONSTRAINT passkeys_counter CHECK (counter >= 0),
      CONSTRAINT passkeys_name CHECK (length(name) BETWEEN 1 AND 60)
    );
    CREATE INDEX passkeys_customer ON passkeys (customer_id);
    CREATE TABLE passkey_challenges (
      holder text NOT NULL,
      kind text NOT NULL,
      challenge text NOT NULL,
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (holder, kind),
      CONSTRAINT passkey_challenges_kind CHECK (kind IN ('register', 'sign-in'))
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE passkey_challenges, passkeys;`)
}
