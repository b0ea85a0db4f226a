import type { ReactNode } from 'react'

export interface Column<Row> {
  head: string
  /** Figures stand to the right. */
  isFigure?: boolean
  cell: (row: Row) => ReactNode
}

/** A table of figures under its own small title, or the one sentence that there is nothing to tell. */
export function Rows<Row>({
  title,
  rows,
  columns,
  keyOf,
  none,
}: {
  title?: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  none: ReactNode
}) {
  const place = ({ isFigure }: Column<Row>) => (isFigure ? 'm-right' : undefined)
  return (
    <>
      {title ? <h3>{title}</h3> : null}
      {rows.length === 0 ? (
        <p className="m-muted">{none}</p>
      ) : (
        <div className="m-scroll">
          <table className="m-table m-dense">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.head} className={place(column)}>
                    {column.head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={keyOf(row)}>
                  {columns.map((column) => (
                    <td key={column.head} className={place(column)}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
