import { Fragment } from 'react'
import type { DocumentViewServerProps } from 'payload'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getNotices, type NoticeRow } from '#queries/admin-mails'
import { getShopForStaff } from '#queries/admin-shop'
import type { Email } from '#types'
import { shopTime } from '../age'
import { mayStaff } from '../staff'
import { State } from '../state'
import { documentLink } from '../stock/document-link'
import { mailStateWord, noticeWord, plain, templateWord } from '../words'

/** A mail as its reader gets it, in a frame that runs no script, beside what became of it. */
export async function MailView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'orders.read')) return null
  const mail = doc as Email
  const [{ timezone }, notices] = await Promise.all([getShopForStaff(req), getNotices(req.payload, mail.id)])
  const at = (time: string) => shopTime(new Date(time), timezone)
  return (
    <Gutter className="m-order">
      <SetStepNav
        nav={[{ label: 'E-mails', url: '/admin/collections/emails' }, { label: templateWord(mail.template) }]}
      />
      <div className="m-columns">
        <section className="m-panel">
          <h2>What is read</h2>
          {mail.html ? (
            <iframe className="m-mail" title="Preview of the mail" sandbox="" srcDoc={mail.html} />
          ) : (
            <p className="m-muted">Not written yet: it is made when it is sent.</p>
          )}
          {mail.text ? (
            <details>
              <summary>As plain text</summary>
              <pre className="m-plain">{mail.text}</pre>
            </details>
          ) : null}
        </section>
        <Delivery mail={mail} notices={notices} at={at} />
      </div>
    </Gutter>
  )
}

interface DeliveryProps {
  mail: Email
  notices: readonly NoticeRow[]
  at: (time: string) => string
}

function Delivery({ mail, notices, at }: DeliveryProps) {
  return (
    <section className="m-panel">
      <h2>Delivery</h2>
      <p>
        <State state={mailStateWord(mail.status)} />
      </p>
      {mail.lastError ? <p className="m-refusal">{mail.lastError}</p> : null}
      <dl className="m-facts">
        <dt>To</dt>
        <dd>{mail.recipient}</dd>
        <dt>Kind</dt>
        <dd>{templateWord(mail.template)}</dd>
        <dt>About</dt>
        <dd>
          <About entity={mail.entity} />
        </dd>
        <dt>Language</dt>
        <dd>{new Intl.DisplayNames(['en'], { type: 'language' }).of(mail.locale)}</dd>
        <dt>Written down</dt>
        <dd>{at(mail.createdAt)}</dd>
        <dt>Attempts</dt>
        <dd>{mail.attempts}</dd>
        {mail.status === 'queued' && mail.nextAttemptAt ? (
          <>
            <dt>Next attempt</dt>
            <dd>{at(mail.nextAttemptAt)}</dd>
          </>
        ) : null}
        {mail.sentAt ? (
          <>
            <dt>Sent</dt>
            <dd>{at(mail.sentAt)}</dd>
          </>
        ) : null}
      </dl>
      {notices.length > 0 ? (
        <>
          <h3>What the mail service says</h3>
          <dl className="m-facts">
            {notices.map(({ kind, at: time, reason }) => (
              <Fragment key={`${kind} ${time}`}>
                <dt>{at(time)}</dt>
                <dd>
                  {noticeWord(kind)}
                  {reason ? <span className="m-muted">: {reason}</span> : null}
                </dd>
              </Fragment>
            ))}
          </dl>
        </>
      ) : null}
    </section>
  )
}

/** An order number leads to its order; anything else is named as it stands. */
function About({ entity }: { entity: string }) {
  const link = documentLink(entity)
  return link?.href ? <a href={link.href}>{link.text}</a> : <>{plain(entity)}</>
}
