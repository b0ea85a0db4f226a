import type { OperationsForStaff } from '#queries/admin-operations'
import { ageOf, shopTime } from '../age'
import { State } from '../state'
import type { StateWord } from '../words'
import { countOf, spanOf } from './figures'

interface Props {
  backups: NonNullable<OperationsForStaff['backups']>
  points: OperationsForStaff['points'] | undefined
  now: Date
  timezone: string
}

const shown = 8

/** What could be brought back, as last seen by doing it. */
export function Backups({ backups: { isOn, proof, fault, kept }, points, now, timezone }: Props) {
  const newest = [...kept].reverse().slice(0, shown)
  return (
    <section className="m-panel">
      <h2>Backups</h2>
      {isOn ? null : <p className="m-refusal">Off: BACKUP_KEY is not set.</p>}
      {isOn && kept.length === 0 ? <p className="m-muted">None is known of yet.</p> : null}
      <ul className="m-list">
        {newest.map((backup) => (
          <li key={backup.id}>
            <span className="m-between">
              {shopTime(new Date(backup.at), timezone)}
              <State state={stateOf(backup)} />
            </span>
            <span className="m-second">
              {`${ageOf(new Date(backup.at), now)} old`.replace('now old', 'just made')}
            </span>
          </li>
        ))}
      </ul>
      {kept.length > shown ? (
        <p className="m-hint">{`${kept.length - shown} older ones: npm run restore lists them.`}</p>
      ) : null}
      {proof ? (
        <p className="m-hint">
          {`The last proof read ${countOf(proof.rows)} rows and ${countOf(proof.files)} pictures in ${spanOf(proof.seconds)}.`}
        </p>
      ) : null}
      {fault ? <p className="m-refusal">{fault.words}</p> : null}
      {points?.since ? (
        <p className="m-hint">
          {`Any moment up to now can be brought back; newest copy of the files ${ageOf(new Date(points.since), now)} old.`}
        </p>
      ) : null}
    </section>
  )
}

const stateOf = ({ isProved, isUndo }: { isProved: boolean; isUndo: boolean }): StateWord => {
  if (isProved) return { word: 'Proved', tone: 'ok' }
  return isUndo ? { word: 'Before a restore', tone: 'quiet' } : { word: 'Not proved', tone: 'waiting' }
}
