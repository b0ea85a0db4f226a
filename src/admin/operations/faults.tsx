import type { FaultForStaff } from '#queries/admin-operations'
import { ageOf } from '../age'
import { countOf } from './figures'

/** What went wrong of late, each kind once, without what anybody typed. */
export function Faults({ faults, now }: { faults: FaultForStaff[]; now: Date }) {
  return (
    <section className="m-panel" id="errors">
      <h2>Last errors</h2>
      {faults.length === 0 ? (
        <p className="m-muted">None in the last 30 days.</p>
      ) : (
        <div className="m-scroll">
          <table className="m-table m-dense">
            <thead>
              <tr>
                <th>What happened</th>
                <th className="m-right">Times</th>
                <th className="m-right">First</th>
                <th className="m-right">Last</th>
              </tr>
            </thead>
            <tbody>
              {faults.map(({ mark, place, words, times, firstAt, lastAt }) => (
                <tr key={mark}>
                  <td>
                    {place}
                    <span className="m-second m-break">{words}</span>
                  </td>
                  <td className="m-right">{countOf(times)}</td>
                  <td className="m-right">{ageOf(new Date(firstAt), now)}</td>
                  <td className="m-right">{ageOf(new Date(lastAt), now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {faults.length > 0 ? (
        <p className="m-hint">The log of the server has each of them whole, at its time.</p>
      ) : null}
    </section>
  )
}
