import type { DatabaseForStaff, SlowStatement } from '#queries/admin-database'
import { Connections } from './connections'
import { countOf, shareOf, spanOf } from './figures'
import { Indexes } from './indexes'
import { Loose } from './loose'
import { Rows } from './rows'
import { Storage, Tables } from './storage'

/** How large and how busy the database is, and what about it could be better. */
export function Database({ database }: { database: DatabaseForStaff }) {
  return (
    <section className="m-database" id="database" aria-labelledby="database-title">
      <h2 id="database-title">Database</h2>
      <div className="m-halves">
        <Facts database={database} />
        <Storage database={database} />
        <Connections database={database} />
        <Tables tables={database.tables} />
        <Statements title="Statements by total time" statements={database.statements?.byTotal} />
        <Statements
          title="Statements by mean time"
          statements={database.statements?.byMean}
          hint="Of three calls and more."
        />
        <Indexes database={database} />
        <Loose database={database} />
      </div>
      <p className="m-hint">
        What each figure means and what to do: <code>docs/operations.md</code>, <em>The database</em>. The
        same as text: <code>npm run db:report</code>.
      </p>
    </section>
  )
}

function Facts({ database }: { database: DatabaseForStaff }) {
  const { version, connections, most, hits, blocked, longest, countedSince } = database
  return (
    <section className="m-panel">
      <h2>At a glance</h2>
      <dl className="m-facts">
        <dt>Server</dt>
        <dd>{`Postgres ${version}`}</dd>
        <dt>Connections</dt>
        <dd>{`${countOf(connections)} of ${countOf(most)}`}</dd>
        <dt>Read from memory</dt>
        <dd>{shareOf(hits)}</dd>
        <dt>Waiting for another</dt>
        <dd>{blocked === 0 ? 'nobody' : countOf(blocked)}</dd>
        <dt>Longest open transaction</dt>
        <dd>{longest < 1 ? 'none' : spanOf(longest)}</dd>
        <dt>Counted since</dt>
        <dd>{countedSince?.slice(0, 16) ?? 'it was made'}</dd>
      </dl>
    </section>
  )
}

/** Where the time of the database goes. */
function Statements({
  title,
  statements,
  hint,
}: {
  title: string
  statements: SlowStatement[] | undefined
  hint?: string
}) {
  return (
    <section className="m-panel">
      <h2>{title}</h2>
      <Rows
        rows={statements ?? []}
        keyOf={({ query, total }) => query + String(total)}
        none={
          statements ? (
            'None yet.'
          ) : (
            <>
              Unknown: the server has no <code>pg_stat_statements</code>.
            </>
          )
        }
        columns={[
          { head: 'Statement', cell: ({ query }) => <code className="m-statement">{query}</code> },
          { head: 'Calls', isFigure: true, cell: ({ calls }) => countOf(calls) },
          { head: 'Each', isFigure: true, cell: ({ mean }) => spanOf(mean / 1000) },
          { head: 'In all', isFigure: true, cell: ({ total }) => spanOf(total / 1000) },
        ]}
      />
      {hint ? <p className="m-hint">{hint}</p> : null}
    </section>
  )
}
