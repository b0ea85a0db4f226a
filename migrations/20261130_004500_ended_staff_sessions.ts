import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * A session of staff that was ended stays ended. Payload keeps sessions in the document of their person and writes all of them
 * anew with each change, as it read them before: one that is ended between the two would come back.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE ended_staff_sessions (
      session_id text PRIMARY KEY,
      ended_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX ended_staff_sessions_age ON ended_staff_sessions (ended_at);

    -- Asked at the end of the transaction: what was deleted and written anew by then goes on.
    CREATE FUNCTION molini_staff_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM users_sessions WHERE id = OLD.id) THEN
        INSERT INTO ended_staff_sessions (session_id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER users_sessions_ended AFTER DELETE ON users_sessions
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION molini_staff_session_ended();

    CREATE FUNCTION molini_staff_session_stays_ended() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM ended_staff_sessions WHERE session_id = NEW.id) THEN
        RETURN NULL;
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER users_sessions_stay_ended BEFORE INSERT ON users_sessions
      FOR EACH ROW EXECUTE FUNCTION molini_staff_session_stays_ended();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER users_sessions_stay_ended ON users_sessions;
    DROP TRIGGER users_sessions_ended ON users_sessions;
    DROP FUNCTION molini_staff_session_stays_ended();
    DROP FUNCTION molini_staff_session_ended();
    DROP TABLE ended_staff_sessions;
  `)
}
