import { createTransport, type SMTPTransportOptions, type Transporter } from 'nodemailer'
import { env, type Env } from '#env'

export interface OutgoingMail {
  /** Stable over attempts, so that a receiver can tell a repeat. */
  messageId: string
  to: string
  subject: string
  html: string
  text: string
  /** Where a reader leaves by one click in the mail program; for letters, not for what somebody must be told. */
  leaveUrl?: string
}

/**
 * `captured` keeps the mail in the admin; `sent` means the mail server took it. Who is `isUnreachable` has said nothing at all,
 * and would say nothing to the next mail either.
 */
export type Delivery =
  | { status: 'captured' }
  | { status: 'sent' }
  | { status: 'retry' | 'dead' | 'suppressed'; error: string; isUnreachable?: boolean }

export type Transport = (mail: OutgoingMail) => Promise<Delivery>

const capture: Transport = () => Promise.resolve({ status: 'captured' })

interface SmtpError {
  responseCode?: number
  code?: string
  command?: string
  message?: string
}

/**
 * 5xx is final where the server says it of this mail. Said of the connection it would be said to every mail, of which none is at fault: no
 * TLS, an untrusted certificate, a wrong password, no greeting, or 530, which asks for the one or the other (RFC 3207, RFC 4954).
 */
const isFinal = ({ responseCode = 0, code = '' }: SmtpError): boolean =>
  responseCode >= 500 && responseCode !== 530 && ['EENVELOPE', 'EMESSAGE'].includes(code)

/** 4xx, a refused connection and a time-out are worth another try. */
const failed = ({ responseCode, code, command, message }: SmtpError): Delivery => ({
  status: isFinal({ responseCode, code }) ? 'dead' : 'retry',
  error: [code, responseCode, message].filter(Boolean).join(' ').slice(0, 300),
  // Nodemailer's word for what fails before the server has greeted.
  isUnreachable: responseCode === undefined && command === 'CONN',
})

/** One click counts for mail programs over https alone. Source: RFC 2369, RFC 8058. */
export const leaveHeaders = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  ...(url.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
})

function overSmtp(transporter: Transporter): Transport {
  const from = { name: env.EMAIL_FROM_NAME ?? 'Molini', address: env.EMAIL_FROM ?? 'shop@localhost' }
  return async ({ leaveUrl, ...mail }) => {
    try {
      await transporter.sendMail({
        ...mail,
        from,
        replyTo: env.ADMIN_EMAIL,
        messageId: `<${mail.messageId}>`,
        // Brevo names a mail anew, and gives this back with whatever it says of it.
        headers: { 'X-Mailin-custom': mail.messageId, ...(leaveUrl && leaveHeaders(leaveUrl)) },
      })
      return { status: 'sent' }
    } catch (error) {
      return failed(error as SmtpError)
    }
  }
}

type MailSettings = Pick<Env, 'EMAIL_HOST' | 'EMAIL_PORT' | 'EMAIL_USER' | 'EMAIL_PASS'>

/**
 * How the mail server is spoken to; undefined where mails are captured. Port 465 speaks TLS at once, any other must upgrade before it is
 * told a name, a password or a mail, unless it is on this machine. The certificate must be the host's, of an authority that Node knows.
 */
export function smtpOptions({
  EMAIL_HOST: host,
  EMAIL_PORT: port = 587,
  EMAIL_USER: user,
  EMAIL_PASS: pass = '',
}: MailSettings): SMTPTransportOptions | undefined {
  if (!host) return undefined
  const isLocal = ['localhost', '127.0.0.1', '::1'].includes(host)
  return {
    host,
    port,
    secure: port === 465,
    requireTLS: port !== 465 && !isLocal,
    ...(user && { auth: { user, pass } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** SMTP when `EMAIL_HOST` is set; otherwise every mail is captured. */
export function mailTransport(options: SMTPTransportOptions | undefined = smtpOptions(env)): Transport {
  return options ? overSmtp(createTransport(options)) : capture
}
