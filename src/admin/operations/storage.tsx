import type { DatabaseForStaff, LargeTable } from '#queries/admin-database'
import { shopDay } from '../age'
import { bytesOf, countOf, shareOf } from './figures'
import { byMonth, plotOf, type Point } from './plot'
import { Rows } from './rows'

const dayOf = (day: string): string => shopDay(new Date(day), 'UTC')
const pace = (perDay: number): string =>
  `${perDay < 0 ? 'shrinks by' : 'grows by'} ${bytesOf(Math.abs(perDay))} a day`

/** How large the database is, how it grew, and for how long there is room. */
export function Storage({ database: { bytes, sizes, perDay, storage } }: { database: DatabaseForStaff }) {
  return (
    <section className="m-panel">
      <h2>Storage</h2>
      <dl className="m-facts">
        <dt>Size</dt>
        <dd>{bytesOf(bytes)}</dd>
        <dt>Room</dt>
        <dd>
          {storage
            ? `${bytesOf(storage.left)} left of ${bytesOf(storage.room)}, ${shareOf(storage.share)} taken`
            : 'not known'}
        </dd>
        <dt>Growth</dt>
        <dd>{perDay === undefined ? `told after a week, ${sizes.length} of 8 days kept` : pace(perDay)}</dd>
        {storage?.days === undefined ? null : (
          <>
            <dt>Full in</dt>
            <dd className={storage.isShort ? 'm-refusal' : undefined}>{`${countOf(storage.days)} days`}</dd>
          </>
        )}
      </dl>
      <Growth sizes={sizes} room={storage?.room} />
      {storage ? (
        <p className="m-hint">
          {storage.bounds === 'limit'
            ? 'The room is what DATABASE_SIZE_LIMIT says.'
            : 'The room is its disk.'}
        </p>
      ) : (
        <p className="m-hint">
          <code>DATABASE_SIZE_LIMIT</code> says how large it may become: then it is told in time when it fills
          up.
        </p>
      )}
    </section>
  )
}

function Growth({ sizes, room }: { sizes: Point[]; room?: number | undefined }) {
  const plot = plotOf(sizes, room)
  const [first, last] = [sizes[0], sizes.at(-1)]
  if (!plot || !first || !last)
    return <p className="m-muted">The size is kept once a day: the line begins tomorrow.</p>
  const words = `From ${bytesOf(first.bytes)} on ${dayOf(first.day)} to ${bytesOf(last.bytes)} on ${dayOf(last.day)}`
  return (
    <>
      <figure className="m-plot">
        <div className="m-plot-scale" aria-hidden="true">
          <span>{bytesOf(plot.top)}</span>
          <span>{bytesOf(plot.top / 2)}</span>
          <span>0</span>
        </div>
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-label={words}>
          <polygon className="m-plot-area" points={plot.area} />
          <path className="m-plot-grid" d="M0 0H1000M0 500H1000M0 1000H1000" />
          {plot.limitAt === undefined ? null : (
            <path className="m-plot-limit" d={`M0 ${plot.limitAt}H1000`} />
          )}
          <polyline className="m-plot-line" points={plot.line} />
        </svg>
        <div className="m-plot-days" aria-hidden="true">
          <span>{dayOf(first.day)}</span>
          {plot.limitAt === undefined ? null : <span className="m-plot-key">Room ends</span>}
          <span>{dayOf(last.day)}</span>
        </div>
      </figure>
      <details>
        <summary>The same as a table</summary>
        <Rows
          rows={byMonth(sizes)}
          keyOf={({ day }) => day}
          none=""
          columns={[
            { head: 'Last day of the month', cell: ({ day }) => dayOf(day) },
            { head: 'Size', isFigure: true, cell: ({ bytes }) => bytesOf(bytes) },
          ]}
        />
      </details>
    </>
  )
}

const signed = (bytes: number): string =>
  bytes === 0 ? '0' : `${bytes > 0 ? '+' : '−'}${bytesOf(Math.abs(bytes))}`

export const Tables = ({ tables }: { tables: LargeTable[] }) => (
  <section className="m-panel">
    <h2>Largest tables</h2>
    <Rows
      rows={tables}
      keyOf={({ table }) => table}
      none="None has been counted yet."
      columns={[
        { head: 'Table', cell: ({ table }) => table },
        { head: 'Rows', isFigure: true, cell: ({ rows }) => countOf(rows) },
        { head: 'Size', isFigure: true, cell: ({ bytes }) => bytesOf(bytes) },
        { head: 'Indexes', isFigure: true, cell: ({ indexes }) => bytesOf(indexes) },
        {
          head: 'In 30 days',
          isFigure: true,
          cell: ({ grown }) => (grown === undefined ? '' : signed(grown)),
        },
        { head: 'Growth', isFigure: true, cell: ({ sizes }) => <Spark sizes={sizes} /> },
      ]}
    />
  </section>
)

/** Beside its figures, which say the same. */
function Spark({ sizes }: { sizes: number[] }) {
  if (sizes.length < 2) return null
  const [least, greatest] = [Math.min(...sizes), Math.max(...sizes)]
  const points = sizes.map((size, at) => {
    const share = greatest === least ? 0.5 : (size - least) / (greatest - least)
    return `${Math.round((at / (sizes.length - 1)) * 1000)},${Math.round(950 - share * 900)}`
  })
  return (
    <svg className="m-spark" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <polyline className="m-plot-line" points={points.join(' ')} />
    </svg>
  )
}
