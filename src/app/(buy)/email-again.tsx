import { EmailField } from '#components/field'
import type { formPaths } from '#components/form-paths'
import type { Shop } from '#components/shop'
import { faultOf } from './problem'
import { typedIn } from './typed'
import { one, type Query } from './visitor'

interface Props {
  shop: Shop
  query: Query
  form: 'stock-alert' | 'enter-draw'
  action: (typeof formPaths)['stockAlert' | 'enterDraw']
  label: string
  button: string
}

/** A form that stands on pages which are the same for everybody, once more for who mistyped their address in it. */
export async function EmailAgain({ shop, query, form, action, label, button }: Props) {
  const { email, variantId } = await typedIn(query, form)
  const fault = faultOf(shop, query, 'email')
  if (!variantId || !fault.error) return null
  return (
    <form method="post" action={action} className="mt-7">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="product" value={one(query.product)} />
      <input type="hidden" name="variantId" value={variantId} />
      <EmailField t={shop.t} label={label} value={email} {...fault} />
      <button className="button wide">{button}</button>
    </form>
  )
}
