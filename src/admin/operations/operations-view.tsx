import type { AdminViewServerProps } from 'payload'
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import { getOperations, type OperationsForStaff, type OperationsPart } from '#queries/admin-operations'
import { getShopForStaff } from '#queries/admin-shop'
import { shopTime } from '../age'
import { mayStaff } from '../staff'
import { Backups } from './backups'
import { Database } from './database'
import { Faults } from './faults'
import { Jobs } from './jobs'
import { Mail, Notices } from './mail'
import { Server } from './server'
import { partNames, worriesOf, type Worry } from './worries'

const here = '/admin/operations'

/** How the shop runs, for its owners. Payload lets anybody open a view of this kind: it looks itself who is there. */
export async function OperationsView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, locale, permissions, visibleEntities } = initPageResult
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(here)}`)
  if (!mayStaff(req.user, 'settings.write')) notFound()
  const now = new Date()
  const [shop, { timezone }] = await Promise.all([getOperations(req.payload, now), getShopForStaff(req)])
  return (
    <DefaultTemplate
      {...{ params, permissions, req, searchParams, visibleEntities }}
      i18n={req.i18n}
      {...(locale && { locale })}
      payload={req.payload}
      user={req.user}
    >
      <Gutter className="m-order m-operations">
        <SetStepNav nav={[{ label: 'Operations' }]} />
        <h1>Operations</h1>
        <Verdict worries={worriesOf(shop, now)} at={shopTime(now, timezone)} />
        <Panels shop={shop} now={now} timezone={timezone} />
        {shop.database ? <Database database={shop.database} /> : <Unread part="database" />}
      </Gutter>
    </DefaultTemplate>
  )
}

function Verdict({ worries, at }: { worries: Worry[]; at: string }) {
  return (
    <section className={worries.length > 0 ? 'm-next' : 'm-next m-done'} aria-label="What needs a look">
      <div className="m-between">
        <strong>{worries.length > 0 ? 'This needs a look' : 'All is well'}</strong>
        <span className="m-hint">
          {`As of ${at}. `}
          <a href={here}>Look again</a>
        </span>
      </div>
      {worries.length > 0 ? (
        <ul className="m-worries">
          {worries.map(({ words, href }) => (
            <li key={words}>{href ? <a href={href}>{words}</a> : words}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Unread({ part }: { part: OperationsPart }) {
  return (
    <section className="m-panel">
      <h2>{partNames[part]}</h2>
      <p className="m-refusal">This could not be read just now.</p>
    </section>
  )
}

function Panels({ shop, now, timezone }: { shop: OperationsForStaff; now: Date; timezone: string }) {
  const { jobs, mail, events, backups, points, server, faults } = shop
  return (
    <div className="m-columns">
      <div>
        {faults ? <Faults faults={faults} now={now} /> : <Unread part="faults" />}
        {jobs ? <Jobs jobs={jobs} now={now} /> : <Unread part="jobs" />}
      </div>
      <div>
        {mail ? <Mail mail={mail} now={now} /> : <Unread part="mail" />}
        {events ? <Notices events={events} now={now} /> : <Unread part="events" />}
        {backups ? (
          <Backups backups={backups} points={points} now={now} timezone={timezone} />
        ) : (
          <Unread part="backups" />
        )}
        <Server server={server} />
      </div>
    </div>
  )
}
