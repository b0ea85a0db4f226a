import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { expect, vi } from 'vitest'
import { rowsOf } from '../transaction'

interface Failing {
  table: string
  on: 'INSERT' | 'UPDATE'
  /** SQL over `NEW`: the rows that cannot be written. */
  rows: string
}

/** Runs `job` while some rows of a table cannot be written, and expects it to fail for one thing alone. */
export async function failsAlone(
  req: PayloadRequest,
  { table, on, rows }: Failing,
  job: (req: PayloadRequest) => Promise<unknown>,
): Promise<void> {
  const said = vi.spyOn(req.payload.logger, 'error').mockImplementation(() => undefined)
  await rowsOf(
    req,
    sql.raw(`CREATE FUNCTION row_fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this row fails'; END $$;
      CREATE TRIGGER row_fails BEFORE ${on} ON ${table} FOR EACH ROW WHEN (${rows}) EXECUTE FUNCTION row_fails()`),
  )
  try {
    await expect(job(req)).rejects.toThrow()
    expect(said).toHaveBeenCalledTimes(1)
  } finally {
    await rowsOf(req, sql.raw('DROP FUNCTION row_fails CASCADE'))
    said.mockRestore()
  }
}
