import type { JobForStaff } from '#queries/admin-operations'
import { ageOf } from '../age'
import { State } from '../state'
import { plain } from '../words'
import { countOf, spanOf } from './figures'

/** What the shop does by itself, the failing first. */
export function Jobs({ jobs, now }: { jobs: JobForStaff[]; now: Date }) {
  const shown = [...jobs].sort(
    (a, b) => Number(Boolean(b.fault)) - Number(Boolean(a.fault)) || a.name.localeCompare(b.name),
  )
  return (
    <section className="m-panel">
      <h2>Jobs</h2>
      {jobs.length === 0 ? (
        <p className="m-muted">None has run yet.</p>
      ) : (
        <div className="m-scroll">
          <table className="m-table m-dense">
            <thead>
              <tr>
                <th>Job</th>
                <th>State</th>
                <th className="m-right">Did</th>
                <th className="m-right">Took</th>
                <th className="m-right">Seen</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((job) => (
                <Job key={job.name} job={job} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="m-hint">
        Each runs every few seconds; this is looked at every five minutes, or when one fails.
      </p>
    </section>
  )
}

function Job({ job: { name, at, milliseconds, done, fault }, now }: { job: JobForStaff; now: Date }) {
  return (
    <tr>
      <td>
        {plain(name)}
        {fault ? <span className="m-second m-break">{fault}</span> : null}
      </td>
      <td>
        <State state={fault ? { word: 'Failed', tone: 'bad' } : { word: 'Done', tone: 'ok' }} />
      </td>
      <td className="m-right">{done === undefined ? '' : countOf(done)}</td>
      <td className="m-right">{spanOf(milliseconds / 1000)}</td>
      <td className="m-right">{ageOf(new Date(at), now)}</td>
    </tr>
  )
}
