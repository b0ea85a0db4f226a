import { addWish, removeWish, shareWishes } from '#services/wishlist'
import { wisherOf, wishlistCookie } from '../../_http/wisher'
import { text, type Form, type FormCall } from './form'

const slugOf = (call: FormCall): string => text(call, 'product').slice(0, 120)
const refused = () => ({ to: '/wishlist' })

/** The wishlist without script: the heart, the word "remove", the link for others. */
export const wishForms: Readonly<Record<string, Form>> = {
  wish: {
    work: async (call) => {
      await call.count('account')
      const { token } = await addWish(call.req, await wisherOf(call), slugOf(call))
      return {
        to: '/wishlist',
        query: { done: 'kept' },
        cookies: token ? [wishlistCookie(token)] : [],
      }
    },
    refused,
  },
  unwish: {
    work: async (call) => {
      await call.count('account')
      await removeWish(call.req, await wisherOf(call), slugOf(call))
      return { to: '/wishlist', query: { done: 'removed' } }
    },
    refused,
  },
  'share-wishes': {
    work: async (call) => {
      await call.count('account')
      const isShared = text(call, 'share') === '1'
      await shareWishes(call.req, await wisherOf(call), isShared)
      return { to: '/wishlist', query: { done: isShared ? 'shared' : 'closed' } }
    },
    refused,
  },
}
