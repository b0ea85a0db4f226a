import { escapeHtml } from '#domain/escape-html'
import { htmlAnswer, readMailbox, type BoxedMail } from './mailbox'

export const dynamic = 'force-dynamic'

const row = (mail: BoxedMail): string =>
  `<tr><td>${escapeHtml(new Date(mail.at).toLocaleString('en-GB'))}</td><td><a href="/dev/mail/${mail.id}">${escapeHtml(mail.subject ?? mail.template)}</a></td>` +
  `<td>${escapeHtml(mail.recipient)}</td><td>${escapeHtml(mail.status)}</td></tr>`

const style =
  'body{font:15px/22px system-ui;background:#F7F3EC;color:#1D1916;margin:40px auto;max-width:960px;padding:0 16px}' +
  'h1{font:400 36px Georgia,serif}table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:10px 12px 10px 0;border-bottom:1px solid #D9D0C1}a{color:inherit}'

export async function GET(): Promise<Response> {
  const mails = await readMailbox()
  if (!mails) return htmlAnswer('', 404)
  const list =
    mails.length === 0
      ? '<p>No mail yet. Place an order and it appears here.</p>'
      : `<table><tr><th>When</th><th>Subject</th><th>To</th><th>State</th></tr>${mails.map(row).join('')}</table>`
  return htmlAnswer(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Mailbox</title><style>${style}</style><h1>Mailbox</h1>${list}</html>`,
  )
}
