import { hasLibrary } from './binaries.mjs'

/** The part of Postgres that notes how often each statement was made and how long it took. */
const library = 'pg_stat_statements'

/**
 * Settings by which the server notes what its statements cost; none where these binaries came without the library.
 * @param {string} binaries
 */
export const statementSettings = (binaries) =>
  hasLibrary(binaries, library) ? { shared_preload_libraries: library } : {}

/**
 * Lets the database of this connection be asked for its statements, in a schema that is not the shop's. A server that was
 * adopted may not note them: then it is as it was.
 * @param {import('pg').Client} client
 */
export async function showStatements(client) {
  const { rowCount } = await client.query(
    `select from pg_settings where name = 'shared_preload_libraries' and setting ~ $1`,
    [library],
  )
  if (rowCount === 0) return
  await client.query(`create schema if not exists statements`)
  await client.query(`create extension if not exists ${library} schema statements`)
}
