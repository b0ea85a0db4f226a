import type { ReactNode } from 'react'
import { Field } from './field'
import type { formPaths } from './form-paths'
import type { Shop } from './shop'

interface Props {
  shop: Shop
  /** Nothing for a form that the browser's script sends. */
  action?: (typeof formPaths)[keyof typeof formPaths]
  /** Of the password: several of these forms stand on one page. */
  id: string
  button: string
  /** What is asked besides the password, before it. */
  children?: ReactNode
  hidden?: Readonly<Record<string, string>>
}

/** A form for what a session alone may not do: it asks for the password again, where the account has one. */
export function PasswordForm({ shop, action, id, button, children, hidden = {} }: Props) {
  const { t } = shop
  return (
    <form method="post" action={action}>
      {Object.entries({ market: shop.market.id, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="fields">
        {children}
        <Field
          t={t}
          name="password"
          id={id}
          type="password"
          label={t('account.password')}
          hint={t('account.emailPasswordHint')}
          autoComplete="current-password"
          maxLength={128}
          optional
        />
      </div>
      <button className="button second mt-5">{button}</button>
    </form>
  )
}
