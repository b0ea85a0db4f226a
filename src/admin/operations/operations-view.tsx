import type { AdminViewServerProps } from 'payload'
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import { getOperations, type OperationsForStaff } from '#queries/admin-operations'
import { getShopForStaff } from '#queries/admin-shop'
import { shopTime } from '../age'
import { mayStaff } from '../staff'
import { Backups } from './backups'
import { Database, Statements } from './database'
import { Faults } from './faults'
import { Jobs } from './jobs'
import { Mail, Notices } from './mail'
import { Server } from './server'
import { worriesOf, type Worry } from './worries'

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

function Panels({ shop, now, timezone }: { shop: OperationsForStaff; now: Date; timezone: string }) {
  const { jobs, mail, events, backups, points, database, server, faults } = shop
  return (
    <div className="m-columns">
      <div>
        <Faults faults={faults} now={now} />
        <Jobs jobs={jobs} now={now} />
        <Database database={database} />
        <Statements statements={database.statements} />
      </div>
      <div>
        <Mail mail={mail} now={now} />
        <Notices events={events} now={now} />
        <Backups backups={backups} points={points} now={now} timezone={timezone} />
        <Server server={server} />
      </div>
    </div>
  )
}
