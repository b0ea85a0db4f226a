import { normalCardCode } from '#domain/credit'
import { DomainError } from '#domain/errors'
import { longestTyped } from '#domain/gift-note'
import { getProduct } from '#queries/products'
import { addLine, clearCode, removeLine, setLine } from '#services/cart'
import { payByStoreCredit, removeGiftCard } from '#services/cart-credits'
import { setGiftNote } from '#services/gift-note'
import { boughtOf, orderAgain } from '#services/order-again'
import { removeWish } from '#services/wishlist'
import { wisherOf } from '../../_http/wisher'
import { buyersOrder } from '../../_http/buyers-order'
import { cartInHand, newCart, openCart } from '../../_http/cart-in-hand'
import { giveCode, giveGiftCard } from '../../_http/give-code'
import { requireCart, requireCustomer } from '../../_http/route'
import { newLine } from '../schemas'
import { check } from '../../_http/body'
import { text, type Form, type FormCall, type Onward } from './form'

/** The bag is where all words about the bag stand: shop pages are the same for everyone and can show none. */
const toBag = (done?: string, cookies?: readonly string[]): Onward => ({
  to: '/cart',
  ...(done ? { query: { done } } : {}),
  ...(cookies ? { cookies } : {}),
})
const refused = () => toBag()

/** A size button names product and size; the radio buttons of a product page name the variant itself. */
async function chosenVariant(call: FormCall): Promise<string> {
  const variantId = text(call, 'variantId')
  if (variantId) return variantId
  const [slug, size, width] = [text(call, 'product'), text(call, 'size'), text(call, 'width')]
  const product = /^[a-z0-9-]{1,120}$/.test(slug) ? await getProduct(call.market, slug) : undefined
  const inSize = (product?.variants ?? []).filter((variant) => variant.size === size)
  const named = inSize.find((variant) => width !== '' && variant.width === width)
  const usual = inSize.find(
    (variant) => variant.available > 0 && (variant.width ?? 'standard') === 'standard',
  )
  const found = named ?? usual ?? inSize.find((variant) => variant.available > 0) ?? inSize[0]
  // A button that names its size was pressed on a page that is too old: there is nothing to choose.
  if (!found) throw new DomainError(size ? 'product.not-found' : 'variant.not-found')
  return found.id
}

/** A page that was opened before a size sold out still offers it: the bag says that nothing of it is left. */
function leftOf({ code, details }: DomainError): Record<string, string> {
  const lines = code === 'stock.insufficient' && Array.isArray(details.lines) ? details.lines : []
  const [line] = lines as { available?: unknown }[]
  return line?.available === 0 ? { left: '0' } : {}
}

/** From the wishlist a pair moves into the bag: it need not be kept there any longer. */
async function add(call: FormCall): Promise<Onward> {
  const onward = await addToBag(call)
  if (onward.query?.done === 'added' && text(call, 'wish') === '1')
    await removeWish(call.req, await wisherOf(call), text(call, 'product').slice(0, 120))
  return onward
}

async function addToBag(call: FormCall): Promise<Onward> {
  const held = await openCart(call, call.market)
  await call.count('cart', held)
  const variantId = await chosenVariant(call)
  const line = check(newLine, { variantId, quantity: Number(text(call, 'quantity') || 1) })
  const { token, cookies } = held ? { token: held } : await newCart(call, call.market)
  try {
    await addLine(call.req, token, line)
  } catch (error) {
    // A cart that was made for this is the shopper's, also when the first pair did not come to be in it.
    if (!(error instanceof DomainError) || !cookies) throw error
    return { to: '/cart', query: { problem: error.code, ...leftOf(error) }, cookies }
  }
  // To the wallets, which stand first at checkout.
  if (text(call, 'to') === 'checkout') return { to: '/checkout', ...(cookies ? { cookies } : {}) }
  return toBag('added', cookies)
}

/** The pairs of an order once more; how many lines could not be had in full is said in the bag. */
async function again(call: FormCall): Promise<Onward> {
  const order = await buyersOrder(call, text(call, 'number').slice(0, 20))
  const { token, cookies } = await cartInHand(call, order.market)
  const { left } = await orderAgain(call.req, token, order)
  const isNothing = left.length === boughtOf(order).length && left.every(({ there }) => there === 0)
  const done = left.length === 0 ? 'again' : isNothing ? 'again-none' : 'again-part'
  return { ...toBag(done, cookies), market: order.market }
}

async function counted(call: FormCall): Promise<string> {
  const token = requireCart(call)
  await call.count('cart', token)
  return token
}

/** A code may be given in the bag and at checkout; its answer is shown where it was. */
const backTo = (call: FormCall, query: Record<string, string>): Onward => ({
  to: text(call, 'at') === 'checkout' ? '/checkout' : '/cart',
  query,
})

/** A page of ours asks for `promotion`, which comes back after a refusal; what is called `code` elsewhere may be a key. */
const codeIn = (call: FormCall): string => text(call, 'promotion') || text(call, 'code')

/** Whoever takes one box for the other gets what they meant; the number of a gift card is money and does not come back. */
function refusedCode(call: FormCall): Onward {
  const isCard = normalCardCode(codeIn(call)) !== undefined
  if (isCard) call.fields.delete('promotion')
  return backTo(call, { about: isCard ? 'gift-card' : 'code' })
}

export const cartForms: Readonly<Record<string, Form>> = {
  add: { work: add, refused: (_, refusal) => ({ to: '/cart', query: leftOf(refusal) }) },
  again: { work: again, refused },
  line: {
    work: async (call) => {
      const token = await counted(call)
      const quantity = Number(text(call, 'quantity') || Number.NaN)
      await (quantity === 0
        ? removeLine(call.req, token, text(call, 'lineId'))
        : setLine(call.req, token, text(call, 'lineId'), quantity))
      return toBag(quantity === 0 ? 'removed' : 'changed')
    },
    refused,
  },
  remove: {
    work: async (call) => {
      await removeLine(call.req, await counted(call), text(call, 'lineId'))
      return toBag('removed')
    },
    refused,
  },
  code: {
    work: async (call) => {
      if (call.fields.has('clear')) await clearCode(call.req, await counted(call))
      else if (normalCardCode(codeIn(call))) await giveGiftCard(call, codeIn(call))
      else await giveCode(call, codeIn(call).slice(0, 64))
      return backTo(call, { done: 'changed' })
    },
    refused: refusedCode,
    kept: { promotion: 64 },
  },
  'gift-note': {
    work: async (call) => {
      const note = call.fields.has('clear') ? '' : text(call, 'giftNote').slice(0, longestTyped)
      await setGiftNote(call.req, await counted(call), note)
      return backTo(call, { done: 'changed' })
    },
    refused: (call) => backTo(call, { about: 'gift-note' }),
    kept: { giftNote: longestTyped },
  },
  'gift-card': {
    work: async (call) => {
      const remove = text(call, 'remove')
      if (remove) await removeGiftCard(call.req, await counted(call), remove)
      else await giveGiftCard(call, text(call, 'code').slice(0, 64))
      return backTo(call, { done: 'changed' })
    },
    refused: (call) => backTo(call, { about: 'gift-card' }),
  },
  'store-credit': {
    work: async (call) => {
      const token = await counted(call)
      const isUsed = text(call, 'use') === '1'
      if (isUsed) await requireCustomer(call)
      await payByStoreCredit(call.req, token, isUsed)
      return backTo(call, { done: 'changed' })
    },
    refused: (call) => backTo(call, {}),
  },
}
