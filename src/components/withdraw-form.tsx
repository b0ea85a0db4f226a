import type { OrderLineView, OrderView } from '#domain/views'
import { EmailField, Field } from './field'
import { formPaths } from './form-paths'
import { modelName } from './model-name'
import { hrefIn, type Shop } from './shop'
import { SoldSize } from './size-label'
import { quantityIn } from './things'

interface Pairs {
  lineId: string
  quantity: number
}

interface Props {
  shop: Shop
  order: OrderView
  /** Pairs that may be withdrawn from. */
  left: readonly Pairs[]
}

/** What is withdrawn from, as the page of the order says it. */
function Named({ shop, line }: { shop: Shop; line: OrderLineView }) {
  const { title, colour, size } = line
  return (
    <>
      {[modelName(title, colour), colour].filter(Boolean).join(', ')}
      {size && ', '}
      {size && <SoldSize shop={shop} line={line} size={size} />}
    </>
  )
}

/** Step one: from what. It changes nothing, so it is a plain address. */
export function WithdrawChoice({ shop, order, left }: Props) {
  const { t } = shop
  const lines = order.lines.flatMap((line) => {
    const found = left.find(({ lineId, quantity }) => lineId === line.id && quantity > 0)
    return found ? [{ line, most: found.quantity }] : []
  })
  return (
    <>
      <form method="get" action={hrefIn(shop, '/withdraw')} className="mt-7">
        <input type="hidden" name="order" value={order.number} />
        <input type="hidden" name="step" value="confirm" />
        <p>{t('withdraw.whole', { number: order.number })}</p>
        <button className="button wide mt-5">{t('withdraw.button')}</button>
      </form>
      {(lines.length > 1 || lines.some(({ most }) => most > 1)) && (
        <details className="mt-7">
          <summary className="link">{t('withdraw.partly')}</summary>
          <form method="get" action={hrefIn(shop, '/withdraw')} className="mt-5">
            <input type="hidden" name="order" value={order.number} />
            <input type="hidden" name="step" value="confirm" />
            <input type="hidden" name="part" value="1" />
            <div className="fields">
              {lines.map(({ line, most }) => (
                <div className="field" key={line.id}>
                  <label htmlFor={`part-${line.id}`}>
                    <Named shop={shop} line={line} />
                  </label>
                  <select className="input" id={`part-${line.id}`} name={`pairs.${line.id}`} defaultValue="0">
                    {Array.from({ length: most + 1 }, (_, count) => (
                      <option key={count} value={count}>
                        {count === 0 ? t('withdraw.keep') : quantityIn(t, line, count)}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
            </div>
            <button className="button second wide mt-5">{t('withdraw.button')}</button>
          </form>
        </details>
      )}
    </>
  )
}

/** Step two: the statement in full, where the receipt goes, and the button that makes it. No reason is asked. */
export function WithdrawConfirm({
  shop,
  order,
  left,
  part,
  formKey,
  errors,
  typed,
}: Props & {
  part: boolean
  formKey: string
  errors: Readonly<Record<string, string>>
  /** What stood in the fields when it was refused. */
  typed: Readonly<Record<string, string>>
}) {
  const { t } = shop
  const { firstName, lastName } = order.billingAddress
  return (
    <form method="post" action={formPaths.withdraw} className="mt-7">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="number" value={order.number} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="part" value={part ? '1' : ''} />
      {part &&
        left.map(({ lineId, quantity }) => (
          <input key={lineId} type="hidden" name={`pairs.${lineId}`} value={quantity} />
        ))}
      <p>{t('withdraw.statement', { number: order.number })}</p>
      <ul className="stated">
        {left.map(({ lineId, quantity }) => {
          const line = order.lines.find(({ id }) => id === lineId)
          return (
            <li key={lineId}>
              {quantityIn(t, line ?? {}, quantity)}: {line && <Named shop={shop} line={line} />}
            </li>
          )
        })}
      </ul>
      <div className="fields mt-6">
        <Field
          t={t}
          name="name"
          label={t('withdraw.name')}
          value={typed.name ?? [firstName, lastName].filter(Boolean).join(' ')}
          autoComplete="name"
          maxLength={200}
          error={errors.name}
          autoFocus={errors.name !== undefined}
        />
        <EmailField
          t={t}
          label={t('withdraw.email')}
          hint={t('withdraw.emailHint')}
          value={typed.email ?? order.email}
          error={errors.email}
          autoFocus={errors.email !== undefined && errors.name === undefined}
        />
      </div>
      <button className="button wide mt-7">{t('withdraw.confirm')}</button>
      <p className="mt-4">
        <a className="link" href={hrefIn(shop, `/withdraw?order=${order.number}`)}>
          {t('withdraw.back')}
        </a>
      </p>
    </form>
  )
}
