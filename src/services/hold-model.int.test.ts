import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { DomainError } from '#domain/errors'
import { getTestRequest } from '../start/testing/payload'
import { adjustStock } from './adjust-stock'
import { cancelOrder } from './cancel-order'
import { addLine, createCart, readCart, removeLine } from './cart'
import { endDueHolds, endHold } from './end-holds'
import { ledgerProblems } from './ledger-problems'
import { placeOrder } from './place-order'
import { waitForStock } from './stock-alerts'
import { tellBackInStock } from './tell-back-in-stock'
import { checkoutOf } from './testing/shop-rows'
import { soldOutSize } from './testing/waiting'

const people = ['ada', 'bob', 'cid', 'dan']
const runs = 10

/** What one size looks like after the accepted steps, kept as simply as can be. */
interface Model {
  onHand: number
  /** Pairs of the orders that stand, by the order's id. */
  orders: Map<string, number>
  /** Everybody who has ever asked, in the order of asking. */
  asked: { name: string; state: 'waiting' | 'held' | 'sent'; isInBag: boolean }[]
  bags: Map<string, string>
}

const sum = (all: Iterable<number>) => [...all].reduce((total, one) => total + one, 0)
const heldOf = ({ asked }: Model) => asked.filter(({ state }) => state === 'held')
const freeOf = (model: Model) => model.onHand - sum(model.orders.values()) - heldOf(model).length

function give(model: Model): void {
  for (const one of model.asked)
    if (one.state === 'waiting' && freeOf(model) > 0) Object.assign(one, { state: 'held', isInBag: false })
}

/** Refused or done; nothing else may come out. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

type Size = Awaited<ReturnType<typeof soldOutSize>>
interface World {
  req: PayloadRequest
  size: Size
  model: Model
}
interface Step {
  kind: 'wait' | 'deliver' | 'count' | 'open' | 'buy' | 'stranger' | 'expire' | 'end' | 'cancel' | 'remove'
  name: string
  number: number
}

const running = ({ asked }: Model, name: string) =>
  asked.find((one) => one.name === name && one.state === 'held')
const last = (model: Model, name: string) => model.asked.findLast((one) => one.name === name)
const buy = (req: PayloadRequest, token: string) =>
  placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })

const steps: Record<Step['kind'], (world: World, step: Step) => Promise<void>> = {
  wait: async ({ req, size, model }, { name }) => {
    const isAsked = model.asked.some((one) => one.name === name && one.state !== 'sent')
    const isDone = await attempt(() =>
      waitForStock(req, { variantId: size.variantId, email: `${name}@example.com`, market: 'eu' }),
    )
    expect(isDone).toBe(freeOf(model) === 0)
    if (isDone && !isAsked) model.asked.push({ name, state: 'waiting', isInBag: false })
  },
  deliver: async ({ size, model }, { number }) => {
    await size.deliver(number + 1)
    model.onHand += number + 1
    give(model)
  },
  count: async ({ req, size, model }, { number }) => {
    const isDone = await attempt(() =>
      adjustStock(req, { variantId: size.variantId, setTo: number, reason: 'counted' }),
    )
    const ordered = sum(model.orders.values())
    expect(isDone).toBe(number >= ordered)
    if (!isDone) return
    const lose = Math.max(0, ordered + heldOf(model).length - number)
    const order = [...heldOf(model)].reverse().sort((a, b) => Number(a.isInBag) - Number(b.isInBag))
    for (const one of order.slice(0, lose)) Object.assign(one, { state: 'waiting', isInBag: false })
    model.onHand = number
    give(model)
  },
  open: async ({ req, size, model }, { name, number }) => {
    const bag = `${name}${number % 2}`
    const token = model.bags.get(bag) ?? (await createCart(req, {})).token
    const hold = running(model, name)
    const isDone = last(model, name) ? await attempt(() => size.open(name, token)) : false
    expect(isDone).toBe(hold !== undefined)
    if (isDone) {
      model.bags.set(bag, token)
      Object.assign(hold ?? {}, { isInBag: true, bag })
    }
  },
  buy: async ({ req, model }, { name, number }) => {
    const bag = `${name}${number % 2}`
    const token = model.bags.get(bag)
    if (!token) return
    const quantity = (await readCart(req, token)).count
    const hold = running(model, name) as (Model['asked'][number] & { bag?: string }) | undefined
    const isMine = hold?.isInBag === true && hold.bag === bag
    let id = ''
    const isDone = await attempt(async () => {
      id = (await buy(req, token)).order.id
    })
    expect(isDone).toBe(quantity > 0 && quantity <= freeOf(model) + Number(isMine))
    if (!isDone) return
    model.bags.delete(bag)
    if (hold && isMine) hold.state = 'sent'
    model.orders.set(id, quantity)
  },
  stranger: async ({ req, size, model }, { number }) => {
    const { token } = await createCart(req, {})
    const quantity = (number % 2) + 1
    const isAdded = await attempt(() => addLine(req, token, { variantId: size.variantId, quantity }))
    expect(isAdded).toBe(quantity <= freeOf(model))
    if (isAdded) model.orders.set((await buy(req, token)).order.id, quantity)
  },
  expire: async ({ req, size, model }, { name }) => {
    await size.timeIsUp(name)
    await endDueHolds(req)
    const hold = running(model, name)
    if (hold) hold.state = 'sent'
    give(model)
  },
  end: async ({ req, size, model }, { name }) => {
    if (!last(model, name)) return
    const { alertId } = await size.keyOf(name)
    const isDone = await attempt(() => endHold(req, { alertId, reason: 'model' }))
    const hold = running(model, name)
    expect(isDone).toBe(hold !== undefined)
    if (hold) hold.state = 'sent'
    give(model)
  },
  cancel: async ({ req, model }) => {
    const [id] = [...model.orders.keys()]
    if (!id) return
    await cancelOrder(req, { orderId: id, reason: 'model' })
    model.orders.delete(id)
    give(model)
  },
  remove: async ({ req, model }, { name, number }) => {
    const token = model.bags.get(`${name}${number % 2}`)
    const [line] = token ? (await readCart(req, token)).lines : []
    if (token && line) await removeLine(req, token, line.id)
  },
}

const kinds = Object.keys(steps) as Step['kind'][]
const often: Step['kind'][] = ['wait', 'wait', 'wait', 'deliver', 'open', 'open', 'buy', 'expire']
const anyStep = fc.record({
  kind: fc.constantFrom(...kinds, ...often),
  name: fc.constantFrom(...people),
  number: fc.nat(3),
})
/** Told beside those drawn by chance, which may leave a kind out. */
const ofEveryKind = kinds.map((kind): Step => ({ kind, name: 'ada', number: 1 }))

test('whatever people, staff and time do to a sought-after size, every pair is where a simple model says', async () => {
  const taken = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 40 }), async (story) => {
      const req = await getTestRequest()
      const size = await soldOutSize(req)
      const model: Model = { onHand: 0, orders: new Map(), asked: [], bags: new Map() }
      for (const step of story) {
        await steps[step.kind]({ req, size, model }, step)
        taken.set(step.kind, (taken.get(step.kind) ?? 0) + 1)
        expect(await size.states(), step.kind).toEqual(
          model.asked.map(({ name, state }) => `${name} ${state}`),
        )
        expect(await size.level(), step.kind).toEqual({
          onHand: model.onHand,
          reserved: sum(model.orders.values()) + heldOf(model).length,
          holds: heldOf(model).length,
        })
      }
      // Nothing is left to do for the job.
      await tellBackInStock(req)
      expect(await size.states()).toEqual(model.asked.map(({ name, state }) => `${name} ${state}`))
    }),
    { numRuns: runs + 1, examples: [[ofEveryKind]] },
  )
  expect([...taken.keys()].sort()).toEqual([...kinds].sort())
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})
