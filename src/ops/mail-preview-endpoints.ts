import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { isMailKind, wordingFault, type MailKind, type MailWording } from '#domain/mail-wording'
import { locales, type Locale } from '#domain/markets'
import { isActingStaff, staffHolds } from '#domain/permissions'
import { builtInWording, sampleMail } from '#mail/samples'
import { renderMail } from './render-mail'
import { problem, withSafeHeaders } from './respond'
import { wordingsIn } from './write-mail'

const wordingBody = z.object({
  subject: z.string().max(150).optional(),
  heading: z.string().max(120).optional(),
  body: z.string().max(4000).optional(),
})

interface Asked {
  kind: MailKind
  locale: Locale
}

/** Whoever writes content or reads orders may see them; to everybody else there are none. */
function askedBy(req: PayloadRequest): Asked {
  if (!isActingStaff(req.user)) throw new DomainError('resource.not-found')
  if (!staffHolds(req.user, 'content.write') && !staffHolds(req.user, 'orders.read'))
    throw new DomainError('access.denied')
  const { mail, locale } = req.routeParams ?? {}
  const known = locales.find((one) => one === locale)
  if (!isMailKind(mail) || !known) throw new DomainError('resource.not-found')
  return { kind: mail, locale: known }
}

async function written({ kind, locale }: Asked, wording?: MailWording) {
  const { subject, body } = sampleMail(kind, locale, wording)
  return { subject, ...(await renderMail(body)) }
}

function wordingIn(text: string, kind: MailKind): MailWording {
  let given: unknown
  try {
    given = text === '' ? {} : JSON.parse(text)
  } catch {
    throw new DomainError('request.malformed')
  }
  const parsed = wordingBody.safeParse(given)
  const faults = parsed.success
    ? Object.entries(parsed.data).map(([path, value]) => ({ path, message: wordingFault(kind, value) }))
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const errors = faults.filter(({ message }) => message !== undefined)
  if (!parsed.success || errors.length > 0) throw new DomainError('validation.failed', { errors })
  return parsed.data
}

const endpoint = (
  method: 'get' | 'post',
  work: (req: PayloadRequest, asked: Asked) => Promise<Response>,
): Endpoint => ({
  path: '/mail-previews/:mail/:locale',
  method,
  handler: async (req) => {
    try {
      return await work(req, askedBy(req))
    } catch (error) {
      if (error instanceof DomainError) return withSafeHeaders(problem(error))
      throw error
    }
  },
})

/** A page that runs no script, shown in a frame of the admin. */
const page = (content: string, type: 'html' | 'plain') =>
  new Response(content, {
    headers: {
      'Content-Type': `text/${type}; charset=utf-8`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox",
    },
  })

/**
 * Mails with sample data: as they would be sent now (`GET`, also `?part=text`), and with words that are being written
 * (`POST { subject?, heading?, body? }`, answered with subject, html, text and the built-in words).
 */
export const mailPreviewEndpoints: Endpoint[] = [
  endpoint('get', async (req, asked) => {
    const wording = (await wordingsIn(req, asked.locale))(asked.kind)
    const { html, text } = await written(asked, wording)
    return req.query?.part === 'text' ? page(text, 'plain') : page(html, 'html')
  }),
  endpoint('post', async (req, asked) => {
    const wording = wordingIn((await req.text?.()) ?? '', asked.kind)
    const builtIn = builtInWording(asked.kind, asked.locale)
    return Response.json(
      { ...(await written(asked, wording)), builtIn },
      { headers: { 'Cache-Control': 'private, no-store' } },
    )
  }),
]
