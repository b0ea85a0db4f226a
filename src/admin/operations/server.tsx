import type { ServerForStaff } from '#queries/admin-server'
import { bytesOf, countOf, shareOf, spanOf } from './figures'

/** The process that drew this page, and the pages that it keeps. */
export function Server({ server: { node, uptime, memory, busy, pages } }: { server: ServerForStaff }) {
  const asked = pages ? pages.given + pages.drawn : 0
  return (
    <section className="m-panel">
      <h2>This server</h2>
      <dl className="m-facts">
        <dt>Runs for</dt>
        <dd>{`${spanOf(uptime)}, Node ${node}`}</dd>
        <dt>Memory</dt>
        <dd>{bytesOf(memory)}</dd>
        <dt>At work</dt>
        <dd>{shareOf(busy)}</dd>
        {pages ? (
          <>
            <dt>Pages kept</dt>
            <dd>{`${countOf(pages.pages)}, ${bytesOf(pages.bytes)}`}</dd>
            <dt>From memory</dt>
            <dd>
              {asked === 0 ? 'nothing asked yet' : `${shareOf(pages.given / asked)} of ${countOf(asked)}`}
            </dd>
            <dt>Hears of changes</dt>
            <dd>{pages.isDeaf ? 'no' : 'yes'}</dd>
          </>
        ) : null}
      </dl>
      {pages ? null : <p className="m-hint">Pages are kept by the platform, or not at all in development.</p>}
    </section>
  )
}
