import type { WidgetServerProps } from 'payload'
import Link from 'next/link'
import { getUnsentMail } from '#queries/admin-today'
import { ageOf } from '../age'
import { listAddress } from '../list-address'
import { mayStaff } from '../staff'
import { State } from '../state'
import { mailStateWord, templateWord } from '../words'
import { Widget } from './widget'

/** Mail that has not left: what waits, and what was given up. */
export async function UnsentMailWidget({ req }: WidgetServerProps) {
  if (!mayStaff(req.user, 'orders.read')) return null
  const { queued, dead, mails } = await getUnsentMail(req.payload)
  const all = listAddress('emails', { and: [{ status: { in: ['queued', 'dead'] } }] })
  return (
    <Widget title="Unsent mail" link={mails.length ? { href: all, label: 'All unsent' } : undefined}>
      <p className={dead ? 'm-refusal' : 'm-muted'}>{said(queued, dead)}</p>
      <ul className="m-list">
        {mails.map((mail) => (
          <li key={mail.id}>
            <span className="m-between">
              <Link href={`/admin/collections/emails/${mail.id}`} prefetch={false}>
                {templateWord(mail.template)}
              </Link>
              <State state={mailStateWord(mail.status)} />
            </span>
            <span className="m-second">
              {mail.recipient}, {ageOf(new Date(mail.at), new Date())}
            </span>
            {mail.lastError ? <span className="m-second m-clip">{mail.lastError}</span> : null}
          </li>
        ))}
      </ul>
    </Widget>
  )
}

function said(queued: number, dead: number): string {
  if (!queued && !dead) return 'Every mail has left.'
  const waiting = queued ? `${queued} waiting` : ''
  const given = dead ? `${dead} given up: somebody has not heard from us` : ''
  return `${[given, waiting].filter(Boolean).join(', ')}.`
}
