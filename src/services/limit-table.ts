import type { Pool } from 'pg'
import type { Table, Told } from './limit-counter'

const milliseconds = '(extract(epoch FROM now()) * 1000)::bigint'

/**
 * The window is named by its end, by the clock of Postgres. Keys are locked in one order, so that two processes never wait for
 * each other. Nobody waits for the disk: a crash of the server forgets the counts of its last second.
 */
const add = {
  name: 'limits-add',
  text: `WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
    INSERT INTO rate_limits AS r (key, points, expire)
    SELECT w.key, w.points, ${milliseconds} + w.lasting FROM unhurried, unnest($1::text[], $2::int[], $3::bigint[]) AS w (key, points, lasting)
    ORDER BY w.key
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN r.expire <= ${milliseconds} THEN excluded.points ELSE r.points + excluded.points END,
      expire = CASE WHEN r.expire <= ${milliseconds} THEN excluded.expire ELSE r.expire END
    RETURNING key, points, expire::text AS window, (expire - ${milliseconds})::float8 AS left`,
}
const subtract = {
  name: 'limits-subtract',
  text: 'UPDATE rate_limits SET points = greatest(points - $3::int, 0) WHERE key = $1 AND expire = $2::bigint',
}
const sweep = {
  name: 'limits-sweep',
  text: `DELETE FROM rate_limits WHERE expire <= ${milliseconds}`,
}

/** The table in which all processes count. Past Drizzle: of what is done for a call this is the least. */
export const tableIn = (pool: Pool): Table => ({
  add: async (wishes) =>
    (
      await pool.query<Told>({
        ...add,
        values: [
          wishes.map(({ key }) => key),
          wishes.map(({ points }) => points),
          wishes.map(({ milliseconds: lasting }) => lasting),
        ],
      })
    ).rows,
  subtract: async (key, window, points) => {
    await pool.query({ ...subtract, values: [key, window, points] })
  },
})

/** Forgets the windows that are over. Answers with how many. */
export const sweepTable = async (pool: Pool): Promise<number> => (await pool.query(sweep)).rowCount ?? 0
