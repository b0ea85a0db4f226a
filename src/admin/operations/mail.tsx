import type { EventsForStaff, MailForStaff } from '#queries/admin-operations'
import { ageOf } from '../age'
import { listAddress } from '../list-address'
import { plain } from '../words'
import { countOf } from './figures'

/** What waits to be sent, and what never was. */
export function Mail({
  mail: { queued, dead, sentToday, waitingSince },
  now,
}: {
  mail: MailForStaff
  now: Date
}) {
  const address = (status: string) => listAddress('emails', { status: { equals: status } })
  return (
    <section className="m-panel">
      <h2>Mail</h2>
      <dl className="m-facts">
        <dt>Sent in 24 hours</dt>
        <dd>{countOf(sentToday)}</dd>
        <dt>Waiting</dt>
        <dd>
          {queued > 0 ? <a href={address('queued')}>{countOf(queued)}</a> : 'none'}
          {waitingSince ? `, due for ${ageOf(new Date(waitingSince), now)}`.replace('for now', 'now') : ''}
        </dd>
        <dt>Given up</dt>
        <dd>
          {dead > 0 ? (
            <a className="m-refusal" href={address('dead')}>
              {countOf(dead)}
            </a>
          ) : (
            'none'
          )}
        </dd>
      </dl>
    </section>
  )
}

/** What providers of payments have told us. */
export function Notices({ events, now }: { events: EventsForStaff[]; now: Date }) {
  return (
    <section className="m-panel">
      <h2>Webhooks</h2>
      {events.length === 0 ? <p className="m-muted">No provider has sent anything in 30 days.</p> : null}
      {events.map(({ provider, received, open, last, error }) => (
        <dl className="m-facts" key={provider}>
          <dt>{plain(provider)}</dt>
          <dd>{`${countOf(received)} in 24 hours`}</dd>
          <dt>To be read</dt>
          <dd>{open > 0 ? countOf(open) : 'none'}</dd>
          <dt>Last</dt>
          <dd>{`${ageOf(new Date(last), now)} ago`.replace('now ago', 'just now')}</dd>
          {error ? (
            <>
              <dt>Last refusal</dt>
              <dd>{error}</dd>
            </>
          ) : null}
        </dl>
      ))}
    </section>
  )
}
