import type { WidgetServerProps } from 'payload'
import { getBackups, type BackupsForStaff } from '#queries/admin-backups'
import { getPoints, type PointsForStaff } from '#queries/admin-points'
import { ageOf, shopTime } from '../age'
import { mayStaff } from '../staff'
import { Widget } from './widget'

/** Whether the shop could be brought back, as last seen by doing it. */
export async function BackupsWidget({ req }: WidgetServerProps) {
  if (!mayStaff(req.user, 'settings.write')) return null
  const now = new Date()
  const [backups, points] = await Promise.all([getBackups(req.payload, now), getPoints(req.payload, now)])
  return (
    <Widget title="Backups">
      <p className={isWorrying(backups) ? 'm-refusal' : 'm-muted'}>{said(backups, now)}</p>
      {backups.fault ? (
        <p className="m-refusal">{`Failed ${ago(backups.fault.at, now)}: ${backups.fault.words}`}</p>
      ) : null}
      {backups.proof ? <Proof proof={backups.proof} /> : null}
      {points ? <Points points={points} now={now} /> : null}
    </Widget>
  )
}

const ago = (at: string, now: Date): string =>
  `${ageOf(new Date(at), now)} ago`.replace('now ago', 'just now')
const isWorrying = ({ isOn, isLate }: BackupsForStaff): boolean => !isOn || isLate

function said({ isOn, isLate, proof }: BackupsForStaff, now: Date): string {
  if (!isOn) return 'Off: set BACKUP_KEY, and keep it somewhere else too.'
  if (!proof) return 'None has been restored and checked yet.'
  const when = `Last restored and checked ${ago(proof.provedAt, now)}.`
  return isLate ? `${when} That is too long.` : when
}

function Points({ points: { since, fault, isLate }, now }: { points: PointsForStaff; now: Date }) {
  const held = since
    ? `Any moment up to now can be brought back; newest copy ${ago(since, now)}.`
    : 'Moments between backups cannot be brought back yet.'
  return (
    <>
      <p className={isLate ? 'm-refusal' : 'm-second'}>
        {isLate ? 'The last changes are not in the archive yet.' : held}
      </p>
      {fault ? <p className="m-refusal">{`Archive, ${ago(fault.at, now)}: ${fault.words}`}</p> : null}
    </>
  )
}

function Proof({ proof }: { proof: NonNullable<BackupsForStaff['proof']> }) {
  const count = (value: number) => value.toLocaleString('en-GB')
  return (
    <p className="m-second">
      {`The shop of ${shopTime(new Date(proof.at), 'Europe/Rome')}: ${count(proof.rows)} rows and ${count(proof.files)} pictures in ${proof.seconds.toFixed(0)} s.${proof.missing ? ` ${count(proof.missing)} pictures have no file.` : ''}`}
    </p>
  )
}
