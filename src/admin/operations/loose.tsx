import type { DatabaseForStaff } from '#queries/admin-database'
import { bytesOf, countOf, shareOf } from './figures'
import { Rows } from './rows'

/** Room that tables and indexes hold and do not need. */
export const Loose = ({ database: { looseTables, looseIndexes } }: { database: DatabaseForStaff }) => (
  <section className="m-panel">
    <h2>Dead rows and slack</h2>
    <Rows
      title="Tables"
      rows={looseTables}
      keyOf={({ table }) => table}
      none="None with many of either."
      columns={[
        { head: 'Table', cell: ({ table }) => table },
        { head: 'Size', isFigure: true, cell: ({ bytes }) => bytesOf(bytes) },
        {
          head: 'Dead rows',
          isFigure: true,
          cell: ({ dead, deadShare }) => `${countOf(dead)}, ${shareOf(deadShare)}`,
        },
        {
          head: 'Slack',
          isFigure: true,
          cell: ({ slack }) => (slack === null ? 'unknown' : bytesOf(slack)),
        },
        {
          head: 'Last vacuum',
          isFigure: true,
          cell: ({ vacuumedAt }) => vacuumedAt?.slice(0, 16) ?? 'never',
        },
      ]}
    />
    <Rows
      title="Indexes"
      rows={looseIndexes}
      keyOf={({ index }) => index}
      none="None with much slack."
      columns={[
        { head: 'Index', cell: ({ index }) => index },
        { head: 'Table', cell: ({ table }) => table },
        { head: 'Size', isFigure: true, cell: ({ bytes }) => bytesOf(bytes) },
        { head: 'Slack', isFigure: true, cell: ({ slack }) => bytesOf(slack) },
      ]}
    />
    <p className="m-hint">Slack is an estimate, by how wide Postgres found the rows.</p>
  </section>
)
