import { addWish, removeWish, type Wishes } from '#services/wishlist'
import { answer, route, type Call } from '../../../../_http/route'
import { wisherOf, wishlistCookie } from '../../../../_http/wisher'

const slugOf = ({ params }: Call): string => (params.slug ?? '').slice(0, 120)
const short = ({ slugs }: Wishes) => ({ wishlist: { count: slugs.length, slugs } })

export const { GET, POST, PUT, PATCH, DELETE } = route({
  PUT: async (call) => {
    await call.count('account')
    const who = await wisherOf(call)
    if (!who.customerId) await call.count('wish')
    const { wishes, token } = await addWish(call.req, who, slugOf(call))
    const body = { ...short(wishes), ...(token && { token }) }
    return answer(body, { cookies: token ? [wishlistCookie(token)] : [] })
  },
  DELETE: async (call) => {
    await call.count('account')
    return short(await removeWish(call.req, await wisherOf(call), slugOf(call)))
  },
})
