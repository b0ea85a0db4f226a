import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** In which browser a session of staff was opened. In a table of our own, as Payload writes its sessions anew with each change. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE staff_session_devices (
      session_id text PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      -- Such as "Firefox, Windows"; empty when the browser did not say.
      device text NOT NULL
    );
    CREATE INDEX staff_session_devices_user ON staff_session_devices (user_id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE staff_session_devices;`)
}
