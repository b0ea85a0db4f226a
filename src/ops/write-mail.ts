import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { dateFormat } from '#domain/formats'
import {
  defaultMarket,
  isMarketId,
  locales,
  marketPath,
  markets,
  type Currency,
  type Locale,
  type MarketId,
} from '#domain/markets'
import { money } from '#domain/money'
import { isMailKind, type DrawMailKind, type MailKind, type MailWording } from '#domain/mail-wording'
import { accountMails, type AccountMailContext } from '#mail/account-mails'
import { orderMails, type BankAccount, type EventData, type OrderMailContext } from '#mail/order-mails'
import { drawMail, drawWords } from '#mail/draw-mail'
import { giftCardMail } from '#mail/gift-card-mail'
import { measuringMail } from '#mail/measuring-mail'
import { stockMail } from '#mail/stock-mail'
import type { WrittenMail } from '#mail/worded-mail'
import { openCode } from '#services/card-code'
import { confirmToken, leaveToken } from '#services/draw-keys'
import { measuringKey } from '#services/measuring-mails'
import { orderToken } from '#services/order-access'
import { orderByNumber } from '#services/order-view'
import { holdToken } from '#services/open-hold'
import { alertToken } from '#services/stock-alerts'
import { rowsOf } from '#services/transaction'
import { mailSize } from './mail-size'
import { renderMail } from './render-mail'

/** A row of the outbox. An order mail's entity is `<number>` or `<number>:<event>`. */
export interface QueuedMail {
  template: string
  entity: string
  recipient: string
  locale: string
  data: Record<string, unknown> | null
}

/** The row can never become a mail: an unknown template, an order that is not there. */
export class UnwritableMail extends Error {}

const asLocale = (value: string): Locale => locales.find((one) => one === value) ?? 'en'

interface StoredWording {
  mail: string
  subject: string | null
  heading: string | null
  body: string | null
}

/** The shop's own words in a language; what is not among them is as it is built in. */
export async function wordingsIn(
  req: PayloadRequest,
  locale: Locale,
): Promise<(kind: MailKind) => MailWording | undefined> {
  const rows = await rowsOf<StoredWording>(
    req,
    sql`SELECT mail, subject, heading, body FROM mail_wordings WHERE locale = ${locale} LIMIT 200`,
  )
  const found = new Map<MailKind, MailWording>()
  for (const { mail, subject, heading, body } of rows)
    if (isMailKind(mail))
      found.set(mail, { subject: subject ?? '', heading: heading ?? '', body: body ?? '' })
  return (kind) => found.get(kind)
}

interface Settings extends BankAccount {
  timezone: string
}

async function readSettings(req: PayloadRequest): Promise<Settings> {
  const [settings] = await rowsOf<Settings>(
    req,
    sql`SELECT timezone, payment_account_holder AS "accountHolder", payment_iban AS iban, payment_bic AS bic, payment_bank AS bank
      FROM shop_settings LIMIT 1`,
  )
  return settings ?? { timezone: 'Europe/Rome' }
}

/** Where the link of a mail leads, when it is not the order itself. */
const leadsTo: Readonly<Record<string, string>> = {
  'withdrawal-link': '?to=withdraw',
  'review-invitation': '?to=review',
  'review-rejected': '?to=review',
}

async function writeOrderMail(
  req: PayloadRequest,
  mail: QueuedMail,
  write: (context: OrderMailContext) => WrittenMail,
): Promise<WrittenMail> {
  const number = mail.entity.split(':')[0] ?? ''
  const order = await orderByNumber(req, number)
  if (!order) throw new UnwritableMail(`There is no order ${number}.`)
  const { timezone, ...account } = await readSettings(req)
  return write({
    order,
    orderUrl: `${env.NEXT_PUBLIC_APP_URL}/o/${order.number}/${orderToken(order.id)}${leadsTo[mail.template] ?? ''}`,
    shopUrl: env.NEXT_PUBLIC_APP_URL,
    timezone,
    account,
    data: (mail.data ?? {}) as EventData,
    wordingOf: await wordingsIn(req, order.locale),
  })
}

interface StoredCard {
  currency: Currency
  balance: number
  message: string | null
  expiresAt: string | null
}

/** The code is in the outbox only until the mail has left; `data.code` is gone from then on. */
async function writeGiftCardMail(req: PayloadRequest, { data, entity, locale }: QueuedMail) {
  const [id = '', edition] = entity.split(':')
  const [card] = await rowsOf<StoredCard>(
    req,
    sql`SELECT currency, balance::float8 AS balance, message, expires_at AS "expiresAt" FROM credits WHERE id::text = ${id}`,
  )
  if (!card || typeof data?.code !== 'string') throw new UnwritableMail(`There is no code for ${id}.`)
  const { timezone } = await readSettings(req)
  return giftCardMail({
    ...{ locale: asLocale(locale), code: openCode(data.code), timezone },
    balance: money(card.balance, card.currency),
    isAgain: edition !== '1',
    shopUrl: env.NEXT_PUBLIC_APP_URL,
    wordingOf: await wordingsIn(req, asLocale(locale)),
    ...(card.message && { message: card.message }),
    ...(card.expiresAt && { expiresAt: new Date(card.expiresAt).toISOString() }),
  })
}

/** A code that pays, or a key that opens an account, as it is kept once its mail has left. */
export const hideCode = (text: string): string =>
  text
    .replace(/([2-9A-HJ-NP-Z]{4}-){4}(?=[2-9A-HJ-NP-Z]{4})/g, '•••• ')
    .replace(/token=[\w-]{40,}/g, 'token=••••')

/** `Sat 28 Nov, 14:30`, on the shop's clock; markets away from it are told whose it is. */
const momentWords = (market: MarketId, at: string, timezone: string): string =>
  dateFormat(markets[market].formatLocale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: timezone,
    ...(['uk', 'us'].includes(market) && { timeZoneName: 'short' }),
  }).format(new Date(at))

/** A size is back; the entity is `<alert>`, or `<alert>:<until>` where a pair is held. */
async function writeStockMail(req: PayloadRequest, mail: QueuedMail) {
  const { data, entity, locale: asked } = mail
  const part = (name: string) => (typeof data?.[name] === 'string' ? data[name] : '')
  const locale = asLocale(asked)
  const market = part('market')
  const known = isMarketId(market) ? market : defaultMarket
  const [alert = ''] = entity.split(':')
  const own = (path: string) => `${env.NEXT_PUBLIC_APP_URL}${marketPath(known, path)}`
  const until = part('until')
  return stockMail({
    ...{ locale, product: part('product'), size: await mailSize(req, mail, known) },
    link: until
      ? own(`/stock-alert/held?alert=${alert}&token=${holdToken(alert)}`)
      : `${env.NEXT_PUBLIC_APP_URL}${part('path')}`,
    stopLink: own(`/stock-alert?alert=${alert}&token=${alertToken(alert)}`),
    wordingOf: await wordingsIn(req, locale),
    ...(until && { heldUntil: momentWords(known, until, (await readSettings(req)).timezone) }),
  })
}

const isDrawKind = (template: string): template is DrawMailKind => Object.hasOwn(drawWords, template)

/**
 * About an entry of a draw. The entity begins with the entry, and of a mail that asks goes on with the size; a pair that is held
 * for whoever was drawn is told by the mail of those that come back, with a place.
 */
async function writeDrawMail(req: PayloadRequest, mail: QueuedMail, kind: DrawMailKind) {
  const { data, entity, locale: asked } = mail
  const part = (name: string) => (typeof data?.[name] === 'string' ? data[name] : '')
  const figure = (name: string) => (typeof data?.[name] === 'number' ? String(data[name]) : '')
  const locale = asLocale(asked)
  const market = isMarketId(data?.market) ? data.market : defaultMarket
  const [entry = '', size = ''] = entity.split(':')
  const { timezone } = await readSettings(req)
  const own = (path: string) => `${env.NEXT_PUBLIC_APP_URL}${marketPath(market, path)}`
  const moment = (name: string) => (part(name) ? momentWords(market, part(name), timezone) : '')
  const links: Readonly<Partial<Record<DrawMailKind, string>>> = {
    'draw-confirm': `/draw?entry=${entry}&size=${size}&token=${confirmToken(entry, size)}`,
    'draw-won': `/stock-alert/held?alert=${entry}&token=${holdToken(entry)}`,
  }
  const isIn = kind !== 'draw-confirm' && kind !== 'draw-off'
  return drawMail({
    ...{ locale, kind, link: own(links[kind] ?? `/p/${part('slug')}`) },
    values: {
      ...{ product: part('product'), size: await mailSize(req, mail, market) },
      ...{ place: figure('place'), next: figure('next') },
      ...{ drawAt: moment('at'), heldUntil: moment('until') },
    },
    ...(isIn && { entryId: entry, leaveLink: own(`/draw?entry=${entry}&token=${leaveToken(entry)}`) }),
    ...(part('fingerprint') && { fingerprint: part('fingerprint') }),
    wordingOf: await wordingsIn(req, locale),
  })
}

/** The entity is `measure:<customer>:<day>`. */
async function writeMeasuringMail(req: PayloadRequest, { data, entity, locale: asked }: QueuedMail) {
  const locale = asLocale(asked)
  const [, customer = ''] = entity.split(':')
  const { name, market } = data ?? {}
  const own = (path: string) =>
    `${env.NEXT_PUBLIC_APP_URL}${marketPath(isMarketId(market) ? market : defaultMarket, path)}`
  return measuringMail({
    locale,
    ...(typeof name === 'string' && { name }),
    link: own('/account/sizes'),
    rulerLink: own('/foot-ruler'),
    stopLink: own(`/account/measuring?${measuringKey(customer)}`),
    wordingOf: await wordingsIn(req, locale),
  })
}

async function writeAccountMail(
  req: PayloadRequest,
  mail: QueuedMail,
  write: (context: AccountMailContext) => WrittenMail,
): Promise<WrittenMail> {
  const { name, path, market, code } = mail.data ?? {}
  const to = typeof path === 'string' ? path : '/account'
  const key = typeof code === 'string' ? `${to.includes('?') ? '&' : '?'}token=${openCode(code)}` : ''
  const own = marketPath(isMarketId(market) ? market : 'eu', `${to}${key}`)
  const locale = asLocale(mail.locale)
  return write({
    locale,
    wordingOf: await wordingsIn(req, locale),
    name: typeof name === 'string' ? name : undefined,
    link: `${env.NEXT_PUBLIC_APP_URL}${own}`,
  })
}

/** Writes a mail of the outbox in its language. Throws `UnwritableMail` when it never can be written. */
export async function writeMail(
  req: PayloadRequest,
  mail: QueuedMail,
): Promise<{ subject: string; html: string; text: string }> {
  if (mail.template === 'staff-message') return staffMessage(mail)
  const { subject, body } = await compose(req, mail)
  return { subject, ...(await renderMail(body)) }
}

async function compose(req: PayloadRequest, mail: QueuedMail): Promise<WrittenMail> {
  const order = orderMails[mail.template]
  if (order) return writeOrderMail(req, mail, order)
  if (mail.template === 'gift-card') return writeGiftCardMail(req, mail)
  if (isDrawKind(mail.template)) return writeDrawMail(req, mail, mail.template)
  if (mail.template === 'back-in-stock')
    return typeof mail.data?.place === 'number'
      ? writeDrawMail(req, mail, 'draw-won')
      : writeStockMail(req, mail)
  if (mail.template === 'measure-again') return writeMeasuringMail(req, mail)
  const account = accountMails[mail.template]
  if (account) return writeAccountMail(req, mail, account)
  throw new UnwritableMail(`There is no template ${mail.template}.`)
}

function staffMessage({ data }: QueuedMail) {
  const part = (name: string) => (typeof data?.[name] === 'string' ? data[name] : '')
  return {
    subject: part('subject'),
    html: part('html'),
    text: part('text') || part('html').replace(/<[^>]+>/g, ' '),
  }
}
