import { normalCardCode } from '#domain/credit'
import { DomainError } from '#domain/errors'
import { getProduct } from '#queries/products'
import { addLine, clearCode, createCart, readCart, removeLine, setLine } from '#services/cart'
import { payByStoreCredit, removeGiftCard } from '#services/cart-credits'
import { setGiftNote } from '#services/gift-note'
import { removeWish } from '#services/wishlist'
import { wisherOf } from '../../_http/wisher'
import { cartCookie } from '../../_http/cookies'
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
  if (!found) throw new DomainError('variant.not-found')
  return found.id
}

/** The cart in hand, if it is still open and of this market: a cart belongs to one. */
async function openCart({ req, market, cartToken }: FormCall): Promise<string | undefined> {
  const token = cartToken()
  if (!token) return undefined
  try {
    return (await readCart(req, token)).market === market ? token : undefined
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/** From the wishlist a pair moves into the bag: it need not be kept there any longer. */
async function add(call: FormCall): Promise<Onward> {
  const onward = await addToBag(call)
  if (onward.query?.done === 'added' && text(call, 'wish') === '1')
    await removeWish(call.req, await wisherOf(call), text(call, 'product').slice(0, 120))
  return onward
}

async function addToBag(call: FormCall): Promise<Onward> {
  const held = await openCart(call)
  await call.count('cart', held)
  const variantId = await chosenVariant(call)
  const { quantity } = check(newLine, { variantId, quantity: Number(text(call, 'quantity') || 1) })
  if (held) {
    await addLine(call.req, held, { variantId, quantity })
    return toBag('added')
  }
  const customerId = (await call.customer())?.id
  const { token } = await createCart(call.req, { market: call.market, customerId })
  const cookies = [cartCookie(token)]
  try {
    await addLine(call.req, token, { variantId, quantity })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { to: '/cart', query: { problem: error.code }, cookies }
  }
  return toBag('added', cookies)
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

export const cartForms: Readonly<Record<string, Form>> = {
  add: { work: add, refused },
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
      // Whoever takes one box for the other gets what they meant.
      else if (normalCardCode(text(call, 'code'))) await giveGiftCard(call, text(call, 'code'))
      else await giveCode(call, text(call, 'code').slice(0, 64))
      return backTo(call, { done: 'changed' })
    },
    refused: (call) => backTo(call, { about: normalCardCode(text(call, 'code')) ? 'gift-card' : 'code' }),
  },
  'gift-note': {
    work: async (call) => {
      const note = call.fields.has('clear') ? '' : text(call, 'giftNote').slice(0, 2_000)
      await setGiftNote(call.req, await counted(call), note)
      return backTo(call, { done: 'changed' })
    },
    refused: (call) => backTo(call, { about: 'gift-note' }),
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
