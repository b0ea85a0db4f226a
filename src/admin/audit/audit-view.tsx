import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DocumentViewServerProps, PayloadRequest } from 'payload'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getShopForStaff } from '#queries/admin-shop'
import { unsealPersonal } from '#services/audit-privacy'
import type { AuditEntry } from '#types'
import { shopTime } from '../age'
import { mayStaff } from '../staff'
import { changesOf, deed, pathWords, type Change } from './changes'

/** One change by a person: who, when, why, and each value before and after. */
export async function AuditView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'audit.read')) return null
  const entry = doc as AuditEntry
  const { timezone } = await getShopForStaff(req)
  const [before, after] = await Promise.all([readable(req, entry.before), readable(req, entry.after)])
  const changes = changesOf(before, after)
  return (
    <Gutter className="m-order">
      <SetStepNav
        nav={[
          { label: 'Audit entries', url: '/admin/collections/audit-entries' },
          { label: `Entry ${entry.seq}` },
        ]}
      />
      <p>
        <strong>{entry.actor}</strong>, {shopTime(new Date(entry.at), timezone)}
        {entry.reason ? <span className="m-second">Because: {entry.reason}</span> : null}
      </p>
      <div className="m-columns">
        <section className="m-panel">
          <h2>{deed(entry.action, entry.entity)}</h2>
          {changes.length === 0 ? (
            <p className="m-muted">No value changed.</p>
          ) : (
            <Changes changes={changes} />
          )}
        </section>
        <Seal entry={entry} />
      </div>
    </Gutter>
  )
}

/** Personal values in the chain are encrypted; here they are read, unless the person was forgotten. */
async function readable(req: PayloadRequest, values: AuditEntry['before']): Promise<unknown> {
  if (!values || typeof values !== 'object' || Array.isArray(values)) return values
  return unsealPersonal((req.payload.db as unknown as PostgresAdapter).drizzle, values)
}

function Changes({ changes }: { changes: Change[] }) {
  return (
    <table className="m-table m-changes">
      <thead>
        <tr>
          <th>Value</th>
          <th>Before</th>
          <th>After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <td>{pathWords(path)}</td>
            <td className="m-muted">{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Seal({ entry }: { entry: AuditEntry }) {
  return (
    <section className="m-panel">
      <h2>Entry {entry.seq}</h2>
      <dl className="m-facts">
        <dt>Document</dt>
        <dd>
          {entry.entityId ? (
            <a href={`/admin/collections/${entry.entity}/${entry.entityId}`}>Open</a>
          ) : (
            'None'
          )}
        </dd>
        <dt>From</dt>
        <dd>{entry.ip ?? 'not known'}</dd>
        <dt>Seal</dt>
        <dd className="m-code m-break">{entry.hash?.slice(0, 16)}</dd>
      </dl>
      <p className="m-hint">
        Each entry is sealed with the one before it. None can be changed or taken out unnoticed.
      </p>
    </section>
  )
}
