import type { DeskOrder } from '#queries/admin-order'
import { eventWord } from './event-words'

interface Props {
  order: DeskOrder
  at: (time: string) => string
}

/** What happened, newest first. */
export function OrderTimeline({ order, at }: Props) {
  const events = [...order.timeline].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <section className="m-panel">
      <h2>What happened</h2>
      <ol className="m-timeline">
        {events.map((event, index) => (
          <li key={index}>
            <span className="m-between">
              <span>{eventWord(event.kind)}</span>
              <time className="m-muted" dateTime={event.at}>
                {at(event.at)}
              </time>
            </span>
            {event.note || event.actor ? (
              <span className="m-second">
                {[event.note, event.actor && `by ${event.actor}`].filter(Boolean).join(', ')}
              </span>
            ) : null}
            {event.reason ? <span className="m-second">Because: {event.reason}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
