import type { DatabaseForStaff, WaitingLock } from '#queries/admin-database'
import { countOf, spanOf } from './figures'
import { Rows } from './rows'

/** Who is connected, who waited for a connection since its process began, and who waits for whom. */
export const Connections = ({ database: { programs, pools, locks } }: { database: DatabaseForStaff }) => (
  <section className="m-panel">
    <h2>Connections and locks</h2>
    <Rows
      title="Who is connected"
      rows={programs}
      keyOf={({ program, state }) => program + state}
      none="Nobody else."
      columns={[
        { head: 'Program', cell: ({ program }) => program },
        { head: 'State', cell: ({ state }) => state },
        { head: 'Connections', isFigure: true, cell: ({ count }) => countOf(count) },
        { head: 'Longest', isFigure: true, cell: ({ longest }) => spanOf(longest) },
      ]}
    />
    <Rows
      title="Who waited for a connection of the shop"
      rows={pools}
      keyOf={({ process, pool }) => `${process} ${pool}`}
      none="No process has said so yet."
      columns={[
        { head: 'Process', cell: ({ process, pool, size }) => <Pool {...{ process, pool, size }} /> },
        { head: 'Asked', isFigure: true, cell: ({ asked }) => countOf(asked) },
        { head: 'Waited', isFigure: true, cell: ({ waited }) => countOf(waited) },
        { head: 'Mean', isFigure: true, cell: ({ waited, mean }) => (waited ? spanOf(mean / 1000) : '') },
        {
          head: 'Longest',
          isFigure: true,
          cell: ({ waited, longest }) => (waited ? spanOf(longest / 1000) : ''),
        },
        { head: 'In vain', isFigure: true, cell: ({ inVain }) => countOf(inVain) },
      ]}
    />
    <Rows
      title="Who waits for a lock"
      rows={locks}
      keyOf={({ pid, byPid }) => `${pid} ${byPid}`}
      none="Nobody."
      columns={[
        { head: 'Waits', cell: (lock) => <Waiter lock={lock} /> },
        { head: 'For', cell: (lock) => <Blocker lock={lock} /> },
        { head: 'Since', isFigure: true, cell: ({ seconds }) => spanOf(seconds) },
      ]}
    />
  </section>
)

const Pool = ({ process, pool, size }: { process: string; pool: string; size: number }) => (
  <>
    <span className="m-break">{process}</span>
    <span className="m-second">{`${pool === 'pages' ? 'pages' : 'everything else'}, ${countOf(size)} at most`}</span>
  </>
)

const Waiter = ({ lock: { pid, program, query, relation } }: { lock: WaitingLock }) => (
  <>
    {`${program}, ${pid}${relation ? `, table ${relation}` : ''}`}
    <code className="m-statement m-second">{query}</code>
  </>
)

const Blocker = ({ lock: { byPid, byProgram, byState, bySeconds, byQuery } }: { lock: WaitingLock }) => (
  <>
    {`${byProgram}, ${byPid}: ${byState}, in a transaction for ${spanOf(bySeconds)}`}
    <code className="m-statement m-second">{byQuery}</code>
  </>
)
