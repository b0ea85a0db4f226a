import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { PayloadRequest } from 'payload'
import { expect } from 'vitest'
import { DomainError } from '#domain/errors'
import type { CartView } from '#domain/views'
import { adjustStock } from '../adjust-stock'
import { addLine, readCart, removeLine, setLine } from '../cart'
import { placeOrder } from '../place-order'
import { checkoutOf } from './shop-rows'

/** What a cart should be, kept as simply as can be. */
export interface Model {
  /** Pairs in the cart by variant, in the order they were put in. */
  lines: Map<number, number>
  /** Pairs one could buy. */
  stock: number[]
  price: number
  isBought: boolean
}

export interface Real {
  req: () => Promise<PayloadRequest>
  token: string
  variants: readonly string[]
}

type Step = fc.AsyncCommand<Model, Real>

const answerOf = async (work: Promise<CartView>): Promise<CartView | string> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

function expectSame(model: Model, real: Real, view: CartView): void {
  const lines = [...model.lines]
  expect(view.lines.map((line) => [real.variants.indexOf(line.variantId), line.quantity])).toEqual(lines)
  const pairs = lines.reduce((sum, [, quantity]) => sum + quantity, 0)
  expect(view).toMatchObject({ count: pairs, totals: { total: { amount: pairs * model.price } } })
  expect(view.lines.map((line) => line.problem?.code === 'sold-out')).toEqual(
    lines.map(([variant, quantity]) => quantity > (model.stock[variant] ?? 0)),
  )
}

/** What the shop must answer to a wish for so many pairs in one line: the first rule that refuses decides. */
const refusal = (model: Model, variant: number, quantity: number): string | undefined => {
  if (model.isBought) return 'cart.bought'
  if (quantity > 20) return 'validation.failed'
  return quantity > (model.stock[variant] ?? 0) ? 'stock.insufficient' : undefined
}

const lineIdOf = async (real: Real, variant: number): Promise<string> => {
  const view = await answerOf(readCart(await real.req(), real.token))
  const lines = typeof view === 'string' ? [] : view.lines
  return lines.find((line) => line.variantId === real.variants[variant])?.id ?? 'none'
}

const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step => ({
  check: () => true,
  run,
  toString: () => name,
})

const add = (variant: number, quantity: number): Step =>
  step(`add ${quantity} of ${variant}`, async (model, real) => {
    const wanted = (model.lines.get(variant) ?? 0) + quantity
    const refused = refusal(model, variant, wanted)
    const answer = await answerOf(
      addLine(await real.req(), real.token, { variantId: real.variants[variant] ?? '', quantity }),
    )
    if (!refused) model.lines.set(variant, wanted)
    if (typeof answer === 'string') expect(answer).toBe(refused)
    else expectSame(model, real, answer)
  })

const set = (variant: number, quantity: number): Step =>
  step(`set ${variant} to ${quantity}`, async (model, real) => {
    const isThere = model.lines.has(variant)
    const refused = model.isBought || isThere ? refusal(model, variant, quantity) : 'cart.line-not-found'
    const answer = await answerOf(
      setLine(await real.req(), real.token, await lineIdOf(real, variant), quantity),
    )
    if (!refused) model.lines.set(variant, quantity)
    if (typeof answer === 'string') expect(answer).toBe(refused)
    else expectSame(model, real, answer)
  })

const remove = (variant: number): Step =>
  step(`remove ${variant}`, async (model, real) => {
    const refused = model.isBought
      ? 'cart.bought'
      : model.lines.has(variant)
        ? undefined
        : 'cart.line-not-found'
    const answer = await answerOf(removeLine(await real.req(), real.token, await lineIdOf(real, variant)))
    if (!refused) model.lines.delete(variant)
    if (typeof answer === 'string') expect(answer).toBe(refused)
    else expectSame(model, real, answer)
  })

const restock = (variant: number, pairs: number): Step => ({
  check: (model) => !model.isBought,
  run: async (model, real) => {
    await adjustStock(await real.req(), {
      variantId: real.variants[variant] ?? '',
      setTo: pairs,
      reason: 'counted',
    })
    model.stock[variant] = pairs
  },
  toString: () => `stock of ${variant} is ${pairs}`,
})

const buy = (): Step =>
  step('buy', async (model, real) => {
    const isShort = [...model.lines].some(([variant, quantity]) => quantity > (model.stock[variant] ?? 0))
    const refused = model.isBought
      ? 'cart.bought'
      : model.lines.size === 0
        ? 'cart.empty'
        : isShort
          ? 'stock.insufficient'
          : undefined
    const placing = placeOrder(await real.req(), {
      token: real.token,
      key: randomUUID(),
      input: checkoutOf({ shippingOption: 'express' }),
    })
    if (refused) {
      await expect(placing).rejects.toThrow(refused)
      return
    }
    const { order } = await placing
    const pairs = [...model.lines.values()].reduce((sum, quantity) => sum + quantity, 0)
    expect(order.totals.subtotal.amount).toBe(pairs * model.price)
    for (const [variant, quantity] of model.lines)
      model.stock[variant] = (model.stock[variant] ?? 0) - quantity
    model.isBought = true
  })

const look = (): Step =>
  step('look', async (model, real) => {
    const answer = await answerOf(readCart(await real.req(), real.token))
    if (typeof answer === 'string') expect([answer, model.isBought]).toEqual(['cart.bought', true])
    else expectSame(model, real, answer)
  })

/** Everything a shopper and a warehouse can do to a cart of `variants` sizes. */
export const steps = (variants: number): fc.Arbitrary<Iterable<Step>> => {
  const variant = fc.nat(variants - 1)
  return fc.commands(
    [
      fc.tuple(variant, fc.integer({ min: 1, max: 20 })).map(([index, quantity]) => add(index, quantity)),
      fc.tuple(variant, fc.integer({ min: 1, max: 3 })).map(([index, quantity]) => add(index, quantity)),
      fc.tuple(variant, fc.integer({ min: 1, max: 20 })).map(([index, quantity]) => set(index, quantity)),
      variant.map(remove),
      fc.tuple(variant, fc.nat(25)).map(([index, pairs]) => restock(index, pairs)),
      fc.constant(look()),
      fc.constant(buy()),
    ],
    { maxCommands: 12 },
  )
}
