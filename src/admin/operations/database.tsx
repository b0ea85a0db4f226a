import type { DatabaseForStaff, SlowStatement } from '#queries/admin-database'
import { bytesOf, countOf, shareOf, spanOf } from './figures'

/** How large and how busy the database is. */
export function Database({ database }: { database: DatabaseForStaff }) {
  const { version, bytes, connections, most, hits, blocked, longest, tables } = database
  return (
    <section className="m-panel">
      <h2>Database</h2>
      <dl className="m-facts">
        <dt>Size</dt>
        <dd>{`${bytesOf(bytes)}, Postgres ${version}`}</dd>
        <dt>Connections</dt>
        <dd>{`${countOf(connections)} of ${countOf(most)}`}</dd>
        <dt>Read from memory</dt>
        <dd>{shareOf(hits)}</dd>
        <dt>Waiting for another</dt>
        <dd>{blocked === 0 ? 'nobody' : countOf(blocked)}</dd>
        <dt>Longest open transaction</dt>
        <dd>{longest < 1 ? 'none' : spanOf(longest)}</dd>
      </dl>
      <h3>Largest tables</h3>
      <div className="m-scroll">
        <table className="m-table m-dense">
          <thead>
            <tr>
              <th>Table</th>
              <th className="m-right">Rows</th>
              <th className="m-right">Size with indexes</th>
              <th className="m-right">Dead rows</th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ table, rows, bytes: size, dead }) => (
              <tr key={table}>
                <td>{table}</td>
                <td className="m-right">{countOf(rows)}</td>
                <td className="m-right">{bytesOf(size)}</td>
                <td className="m-right">{countOf(dead)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="m-hint">
        Locks, unused indexes and tables that lack one: <code>npm run db:report</code>.
      </p>
    </section>
  )
}

/** Where the time of the database goes. */
export function Statements({ statements }: { statements: SlowStatement[] | undefined }) {
  return (
    <section className="m-panel">
      <h2>Statements by total time</h2>
      {statements === undefined ? (
        <p className="m-muted">
          Unknown: the server has no <code>pg_stat_statements</code>. See <code>docs/operations.md</code>.
        </p>
      ) : (
        <div className="m-scroll">
          <table className="m-table m-dense">
            <thead>
              <tr>
                <th>Statement</th>
                <th className="m-right">Calls</th>
                <th className="m-right">Each</th>
                <th className="m-right">In all</th>
              </tr>
            </thead>
            <tbody>
              {statements.map(({ query, calls, mean, total }) => (
                <tr key={query + String(total)}>
                  <td>
                    <code className="m-statement">{query}</code>
                  </td>
                  <td className="m-right">{countOf(calls)}</td>
                  <td className="m-right">{spanOf(mean / 1000)}</td>
                  <td className="m-right">{spanOf(total / 1000)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
