import type { DatabaseForStaff } from '#queries/admin-database'
import { bytesOf, countOf } from './figures'
import { Rows } from './rows'

/** Indexes that are missing, and those that nobody needs. */
export const Indexes = ({ database: { readWhole, bareKeys, unused } }: { database: DatabaseForStaff }) => (
  <section className="m-panel">
    <h2>Indexes</h2>
    <Rows
      title="Large tables that are read from end to end"
      rows={readWhole}
      keyOf={({ table }) => table}
      none="None: an index serves every large table."
      columns={[
        { head: 'Table', cell: ({ table }) => table },
        { head: 'Times', isFigure: true, cell: ({ times }) => countOf(times) },
        { head: 'Rows each', isFigure: true, cell: ({ rowsEach }) => countOf(rowsEach) },
        { head: 'By index', isFigure: true, cell: ({ byIndex }) => countOf(byIndex) },
      ]}
    />
    <Rows
      title="Keys to other tables without an index"
      rows={bareKeys}
      keyOf={({ table, columns, of }) => `${table} ${columns} ${of}`}
      none="None of a table of a thousand rows."
      columns={[
        { head: 'Table', cell: ({ table }) => table },
        { head: 'Columns', cell: ({ columns }) => columns },
        { head: 'Leads to', cell: ({ of }) => of },
        { head: 'Rows', isFigure: true, cell: ({ rows }) => countOf(rows) },
      ]}
    />
    <Rows
      title="Indexes that nobody has used"
      rows={unused}
      keyOf={({ index }) => index}
      none="None of a megabyte."
      columns={[
        { head: 'Index', cell: ({ index }) => index },
        { head: 'Table', cell: ({ table }) => table },
        { head: 'Size', isFigure: true, cell: ({ bytes }) => bytesOf(bytes) },
      ]}
    />
  </section>
)
