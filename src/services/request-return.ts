import type { PayloadRequest } from 'payload'
import { planReturn, type WantedReturnLine } from '#domain/return'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { makeExchange, type Exchange } from './exchange-order'
import { once } from './once'
import { lockOrder, tellTimeline, type LockedOrder } from './order-lock'
import { queueMail } from './queue-mail'
import { recountOfReturn } from './recount-reviews'
import { announceStock, type StockChange } from './reserve-stock'
import { returnableLines, writeReturn, type ReturnOrigin } from './return-rows'
import { inTransaction, type Transaction } from './transaction'

export interface RequestReturn {
  orderId: string
  lines: readonly WantedReturnLine[]
  note?: string
  key?: string
}

export interface RequestedReturn {
  id: string
  number: string
  /** The order that will be shipped instead. */
  exchange?: Pick<Exchange, 'orderId' | 'number'>
}

interface Opening extends RequestReturn {
  origin: ReturnOrigin
  withdrawalId?: string
}

/** The mail that answers a return; its entity is the order, so that it opens the order's page. */
export const mailReturn = (
  tx: Transaction,
  order: LockedOrder,
  { template, number, data }: { template: string; number: string; data?: Readonly<Record<string, unknown>> },
) =>
  queueMail(tx, {
    template,
    entity: `${order.number}:${number}`,
    recipient: order.email,
    locale: order.locale,
    data: { number, ...data },
  })

/** Opens a return of a locked order; the caller announces the stock after the commit. */
export async function openReturn(
  tx: Transaction,
  order: LockedOrder,
  { lines, origin, note, withdrawalId, actor }: Omit<Opening, 'orderId' | 'key'> & { actor?: string },
): Promise<{ made: RequestedReturn; changes: StockChange[] }> {
  const plan = planReturn(await returnableLines(tx, order.id), lines)
  const status = origin === 'customer' ? 'requested' : 'approved'
  const row = await writeReturn(tx, {
    ...{ orderId: order.id, status, origin, plan },
    ...(actor && { actor }),
    ...(note && { note }),
    ...(withdrawalId && { withdrawalId }),
  })
  const exchange =
    plan.resolution === 'exchange' ? await makeExchange(tx, order, { ...row, plan }) : undefined
  await tellTimeline(tx, order.id, {
    kind: `return-${status}`,
    ...(actor && { actor }),
    note: row.number,
    data: { return: row.id, lines: plan.lines, ...(exchange && { exchange: exchange.number }) },
  })
  if (origin !== 'withdrawal')
    await mailReturn(tx, order, {
      template: `return-${status}`,
      number: row.number,
      data: { lines: plan.lines },
    })
  await recountOfReturn(tx, plan.lines)
  const made = {
    ...row,
    ...(exchange && { exchange: { orderId: exchange.orderId, number: exchange.number } }),
  }
  return { made, changes: exchange?.changes ?? [] }
}

/** Money back is one return, other sizes another; two lines that become the same size are two. */
function groupsOf(lines: readonly WantedReturnLine[]): WantedReturnLine[][] {
  const money = lines.filter((line) => !line.exchangeVariantId)
  const groups: WantedReturnLine[][] = []
  for (const line of lines.filter((one) => one.exchangeVariantId)) {
    const fits = groups.find(
      (group) => !group.some((one) => one.exchangeVariantId === line.exchangeVariantId),
    )
    if (fits) fits.push(line)
    else groups.push([line])
  }
  return money.length > 0 ? [money, ...groups] : groups
}

/**
 * A buyer asks to send pairs back, some for their money and some for another size: as many returns as that takes,
 * all or none. Throws as `requestReturn` does.
 */
export async function requestReturns(req: PayloadRequest, call: RequestReturn): Promise<RequestedReturn[]> {
  const { orderId, key, lines, note } = call
  const changes: StockChange[] = []
  const made = await inTransaction(req, (tx) =>
    once(tx, { scope: `order.returns:${orderId}`, key, body: { lines, note } }, async () => {
      changes.length = 0
      const order = await lockOrder(tx, orderId)
      const groups = groupsOf(lines)
      const all: RequestedReturn[] = []
      for (const group of groups.length > 0 ? groups : [[]]) {
        const opened = await openReturn(tx, order, {
          lines: group,
          origin: 'customer',
          ...(note && { note }),
        })
        changes.push(...opened.changes)
        all.push(opened.made)
      }
      return all
    }),
  )
  await announceStock(req, changes)
  return made
}

async function open(req: PayloadRequest, call: Opening): Promise<RequestedReturn> {
  const { orderId, key, lines, note, origin } = call
  let changes: StockChange[] = []
  const made = await inTransaction(req, (tx) =>
    once(tx, { scope: `order.return:${orderId}`, key, body: { lines, note } }, async () => {
      const order = await lockOrder(tx, orderId)
      const isStaff = origin === 'staff'
      const opened = await openReturn(tx, order, { ...call, ...(isStaff && { actor: actorOf(req) }) })
      changes = opened.changes
      if (isStaff)
        await recordAudit(req, {
          action: 'order.return',
          entity: 'returns',
          entityId: opened.made.id,
          after: { number: opened.made.number, order: order.number, lines },
        })
      return opened.made
    }),
  )
  await announceStock(req, changes)
  return made
}

/**
 * A buyer asks to send pairs back, for their money or for another size, which is then held. Staff approve it.
 * Whoever calls has shown that the order is theirs. Repeating it with the same key answers the same. Throws
 * `order.not-found`, `return.line`, `variant.not-found`, `stock.insufficient` or `validation.failed`.
 */
export const requestReturn = (req: PayloadRequest, call: RequestReturn): Promise<RequestedReturn> =>
  open(req, { ...call, origin: 'customer' })

/** Staff open a return that needs no approval. Throws as `requestReturn` does. */
export const returnOrder = (req: PayloadRequest, call: RequestReturn): Promise<RequestedReturn> =>
  open(req, { ...call, origin: 'staff' })
